// A time before which no row of the article begins, whoever asks. Nothing that is planned gives way to it silently.
import { setEmbargo as storeEmbargo } from '@/lib/articles/commands'
import type { DeskArticle } from '@/lib/articles/queries'
import { invalid } from '@/lib/platform/errors'
import { apply, change, loadFor, lockedSpans, NOTHING, type Target } from './change-commands'
import { tellEnds } from './mail-commands'
import { cancelBefore, moveToEmbargo, plansBefore, refuseBeyond, type Span, type TimelineChange } from './model'

export type EmbargoedPlans = 'move' | 'cancel'

/**
 * Sets or changes the embargo. What is planned before its end is moved there or taken away, as `plans` says; without that
 * it is INVALID `embargoPastPlan`, with those plans as data. INVALID also: the time has passed or is too far ahead, a changed embargo without a reason.
 */
export async function setEmbargo(input: Target & { until: Date; reason: string; plans: EmbargoedPlans | null }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('embargo', tx, input, now)
    const { articleId, until, reason, plans } = input
    refuseBeyond(until, now, 'embargo')
    const was = article.embargoUntil
    if (was && !reason) throw invalid('invalidInput', { fields: { reason: 'required' } })
    const spans = await lockedSpans(tx, articleId)
    const settled = settle(spans, { until, plans, now })
    await storeEmbargo(tx, { articleId, until })
    const details = { was, until: until.toISOString(), reason, plans: plansBefore(spans, until, now).length > 0 ? plans : null }
    await apply(tx, { ...input, article, change: settled, action: was ? 'article.changeEmbargo' : 'article.embargo', details, now })
    if (plans === 'move') await tellEnds(tx, input, settled, now)
  })
}

function settle(spans: readonly Span[], { until, plans, now }: { until: Date; plans: EmbargoedPlans | null; now: Date }): TimelineChange {
  const early = plansBefore(spans, until, now)
  if (early.length === 0) return NOTHING
  if (plans === null) throw invalid('embargoPastPlan', { fields: { embargo: 'embargoPastPlan' }, data: { plans: early.map(({ id, liveFrom, zone }) => ({ id, liveFrom: liveFrom.toISOString(), zone })) } })
  return plans === 'move' ? moveToEmbargo(spans, { until, now }) : cancelBefore(spans, { until, now })
}

/** Takes the embargo away; what is planned stays. INVALID when there is none. */
export async function liftEmbargo(input: Target & { reason: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('embargo', tx, input, now)
    if (!article.embargoUntil) throw invalid('noEmbargo')
    await storeEmbargo(tx, { articleId: input.articleId, until: null })
    await apply(tx, { ...input, article, change: NOTHING, action: 'article.liftEmbargo', details: { was: article.embargoUntil, reason: input.reason }, now })
  })
}
