'use client'
import { useTranslations } from 'next-intl'
import { EmbargoMark, StateMark } from '../state-mark'
import { When } from '../when'
import { useSnapshot } from './editor-context'
import type { Facts } from './snapshot'

type Row = Facts['timeline'][number]
const MOST_PAST = 3

/** The state in words, and the times that make it, the latest on top. */
export function Timeline() {
  const t = useTranslations('publishing.timeline')
  const { facts, fields } = useSnapshot()
  const past = facts.timeline.filter(({ phase }) => phase === 'past').slice(-MOST_PAST)
  const rows = [...past, ...facts.timeline.filter(({ phase }) => phase !== 'past')].reverse()
  return (
    <section className="flex flex-col gap-2 text-sm">
      <p className="font-semibold"><StateMark state={facts.state} /></p>
      {facts.embargoUntil && <p className="text-[0.8125rem]"><EmbargoMark until={facts.embargoUntil} said /></p>}
      {rows.length === 0 && <p className="text-quiet">{t('never')}</p>}
      <ul className="flex flex-col gap-1.5 text-[0.8125rem] text-quiet">{rows.map((row) => <li key={row.id}><Times row={row} ends={facts.ends} /></li>)}</ul>
      {facts.state === 'live' && fields.slug && <a href={`/a/${fields.slug}`} target="_blank" rel="noreferrer" className="text-[0.8125rem] font-semibold underline">{t('show')}</a>}
    </section>
  )
}

const BEGINS = { plan: 'goesLive', live: 'liveSince', past: 'was' } as const

/** When a text was or will be live; what hands over to another one does not come down. */
function Times({ row, ends }: { row: Row; ends: readonly string[] }) {
  const t = useTranslations('publishing.timeline')
  const comesDown = row.phase !== 'past' && row.liveUntil !== null && ends.includes(row.liveUntil)
  return (
    <>
      {t(BEGINS[row.phase])} <When at={row.liveFrom} zone={row.zone} said={row.phase === 'plan'} />
      {comesDown && <>. {t('ends')} <When at={row.liveUntil!} said /></>}
      {row.phase === 'past' && row.liveUntil && <> – <When at={row.liveUntil} /></>}
    </>
  )
}
