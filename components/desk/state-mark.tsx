import { CircleAlert, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ArticleState } from '@/lib/articles/model'
import { When } from './when'

const COLOUR: Record<ArticleState, string> = { draft: 'text-quiet', scheduled: 'text-plan', live: 'text-live', unpublished: 'text-quiet', killed: 'text-stop-ink', trashed: 'text-quiet' }

/** An article's state by word and shape: hollow dot, clock, full dot (with a ring when the draft has moved on), dash, cross, and a lid over the trash. */
export function StateMark({ state, changed = false }: { state: ArticleState; changed?: boolean }) {
  const t = useTranslations('desk.states')
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${COLOUR[state]}`}>
      <svg aria-hidden width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.6" className="shrink-0"><Shape state={state} changed={changed} /></svg>
      {changed ? t('changed') : t(state)}
    </span>
  )
}

function Shape({ state, changed }: { state: ArticleState; changed: boolean }) {
  if (state === 'draft') return <circle cx="7" cy="7" r="4" />
  if (state === 'scheduled') return <><circle cx="7" cy="7" r="5.5" /><path d="M7 3.8V7l2.2 1.6" strokeLinecap="round" /></>
  if (state === 'live') return <><circle cx="7" cy="7" r={changed ? 3 : 4.5} fill="currentColor" stroke="none" />{changed && <circle cx="7" cy="7" r="6" strokeWidth="1.3" />}</>
  if (state === 'unpublished') return <path d="M2.5 7h9" strokeLinecap="round" strokeWidth="2.2" />
  if (state === 'killed') return <path d="m3.5 3.5 7 7m0-7-7 7" strokeLinecap="round" strokeWidth="2.2" />
  return <path d="M2.5 4h9M4 4l.7 7h4.6L10 4M5.5 4V2.5h3V4" strokeLinecap="round" strokeLinejoin="round" strokeWidth="1.3" />
}

/** That an article is under embargo, and until when. */
export function EmbargoMark({ until, said = false }: { until: Date | string; said?: boolean }) {
  const t = useTranslations('desk')
  return <span className="inline-flex flex-wrap items-center gap-x-1.5 text-warn-ink"><Lock aria-hidden size={13} strokeWidth={2} className="shrink-0" /><span>{t('embargoUntil')} <When at={until} said={said} look="short" /></span></span>
}

/** That a text lacks what was put right in the one that readers have. */
export function CorrectionMark() {
  const t = useTranslations('desk')
  return <span className="inline-flex items-start gap-1 font-medium text-warn-ink"><CircleAlert aria-hidden size={13} strokeWidth={2} className="mt-[0.2em] shrink-0" /><span>{t('lacksCorrection')}</span></span>
}
