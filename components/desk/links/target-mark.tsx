import { useTranslations } from 'next-intl'
import type { DeskTarget } from '@/lib/related-links/queries'
import { StateMark } from '../state-mark'
import { When } from '../when'

type Shown = Pick<DeskTarget, 'state' | 'at'> & Partial<Pick<DeskTarget, 'health'>>

/** Where a target stands, by word and shape; a planned one with its time. */
export function TargetMark({ target: { state, at, health } }: { target: Shown }) {
  const t = useTranslations('links.states')
  if (state === 'scheduled') return <span className="inline-flex flex-wrap items-center gap-x-1.5"><StateMark state={state} />{at && <span className="text-plan"><When at={at} look="short" /></span>}</span>
  if (state !== 'outside' && state !== 'unresolved') return <StateMark state={state} />
  const look = health === 'broken' ? 'broken' : state
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${COLOUR[look]}`}>
      <svg aria-hidden width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" className="shrink-0">{SHAPE[look]}</svg>
      {t(state === 'outside' && health ? `health.${health}` : state)}
    </span>
  )
}

const COLOUR = { broken: 'text-stop-ink', unresolved: 'text-plan', outside: 'text-quiet' }
const SHAPE = {
  broken: <path d="m3.5 3.5 7 7m0-7-7 7" />,
  unresolved: <><circle cx="7" cy="7" r="5.5" strokeDasharray="2.2 2.2" /><path d="M7 6v2.5" /></>,
  outside: <path d="M4 10 10.5 3.5M5.5 3.5h5v5" />,
}
