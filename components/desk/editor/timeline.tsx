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
  const texts = joined(facts.timeline)
  const past = texts.filter(({ phase }) => phase === 'past').slice(-MOST_PAST)
  const rows = [...past, ...texts.filter(({ phase }) => phase !== 'past')]
  return (
    <section className="flex flex-col gap-2 text-sm">
      <p className="font-semibold"><StateMark state={facts.state} /></p>
      {facts.embargoUntil && <p className="text-[0.8125rem]"><EmbargoMark until={facts.embargoUntil} said /></p>}
      {rows.length === 0 && <p className="text-quiet">{t('never')}</p>}
      <ul className="flex flex-col gap-1.5 text-[0.8125rem] text-quiet">{rows.map((row, i) => <li key={row.id}><Times row={row} before={rows[i - 1]} after={rows[i + 1]} ends={facts.ends} /></li>).reverse()}</ul>
      {facts.state === 'live' && fields.slug && <a href={`/a/${fields.slug}`} target="_blank" rel="noreferrer" className="text-[0.8125rem] font-semibold underline">{t('show')}</a>}
    </section>
  )
}

/** What readers have of the same text without a break is one row: a note alone makes two of it. */
const joined = (rows: readonly Row[]): Row[] =>
  rows.reduce<Row[]>((all, row) => {
    const last = all.at(-1)
    const isSame = row.phase !== 'plan' && last?.revisionId === row.revisionId && last.liveUntil === row.liveFrom
    return isSame ? [...all.slice(0, -1), { ...row, liveFrom: last.liveFrom }] : [...all, row]
  }, [])

/** A text that took over from another, or gave way to one, was not all that readers had. */
function nameOf({ phase, liveFrom, liveUntil }: Row, before?: Row, after?: Row): 'goesLive' | 'liveSince' | 'textSince' | 'was' | 'wasText' {
  if (phase === 'plan') return 'goesLive'
  if (phase === 'live') return before?.liveUntil === liveFrom ? 'textSince' : 'liveSince'
  return after?.liveFrom === liveUntil ? 'wasText' : 'was'
}

/** When a text was or will be live; what hands over to another one does not come down. */
function Times({ row, before, after, ends }: { row: Row; before?: Row; after?: Row; ends: readonly string[] }) {
  const t = useTranslations('publishing.timeline')
  const comesDown = row.phase !== 'past' && row.liveUntil !== null && ends.includes(row.liveUntil)
  return (
    <>
      {t(nameOf(row, before, after))} <When at={row.liveFrom} zone={row.zone} said={row.phase === 'plan'} />
      {comesDown && <>. {t('ends')} <When at={row.liveUntil!} said /></>}
      {row.phase === 'past' && row.liveUntil && <> – <When at={row.liveUntil} after={row.liveFrom} /></>}
    </>
  )
}
