'use client'
import { useTranslations } from 'next-intl'
import { StateMark } from '../state-mark'
import { When } from '../when'
import { useSnapshot } from './editor-context'

/** The state in words, and the times that make it. */
export function Timeline() {
  const t = useTranslations('publishing.timeline')
  const { facts, fields } = useSnapshot()
  const rows = [...facts.timeline].reverse().slice(0, 4)
  const isPlan = (i: number): boolean => i === 0 && facts.plannedVersion !== null
  const isLive = (i: number): boolean => facts.state === 'live' && i === (facts.plannedVersion === null ? 0 : 1)
  // what hands over to a plan does not come down
  const isEnd = (until: string | null): boolean => until !== null && !facts.timeline.some((row) => row.liveFrom === until)
  return (
    <section className="flex flex-col gap-2 text-sm">
      <p className="font-semibold"><StateMark state={facts.state} /></p>
      {rows.length === 0 && <p className="text-quiet">{t('never')}</p>}
      <ul className="flex flex-col gap-1.5 text-[0.8125rem] text-quiet">
        {rows.map((row, i) => (
          <li key={row.liveFrom}>
            {isPlan(i) ? t('goesLive') : isLive(i) ? t('liveSince') : t('was')} <When at={row.liveFrom} zone={row.zone} said={isPlan(i)} />
            {(isPlan(i) || isLive(i)) && isEnd(row.liveUntil) && <>. {t('ends')} <When at={row.liveUntil!} said /></>}
            {row.liveUntil && !isLive(i) && !isPlan(i) && <> – <When at={row.liveUntil} /></>}
          </li>
        ))}
      </ul>
      {facts.state === 'live' && fields.slug && <a href={`/a/${fields.slug}`} target="_blank" rel="noreferrer" className="text-[0.8125rem] font-semibold underline">{t('show')}</a>}
    </section>
  )
}
