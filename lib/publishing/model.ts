// Keeps promise 1: every change of what readers see is a change of one article's timeline, worked out here and nowhere else.
import { invalid } from '@/lib/platform/errors'

export { type WallTime, wallTime } from './wall-time'

/** Half-open: live from `liveFrom` until before `liveUntil`; UTC instants. */
export type Span = { id: string; revisionId: string; liveFrom: Date; liveUntil: Date | null; listedAt: Date; zone: string | null }
/** Rows to remove, ends to set and at most one row to add, to be done in this order. */
export type TimelineChange = {
  remove: Span[]
  end: { span: Span; until: Date | null }[]
  add: { liveFrom: Date; liveUntil: Date | null; listedAt: Date; zone: string | null; revisionId: string } | null
}

const sameTime = (a: Date | null | undefined, b: Date | null | undefined): boolean => a?.getTime() === b?.getTime()
const isOpen = (span: Span, now: Date): boolean => span.liveFrom <= now && (span.liveUntil === null || now < span.liveUntil)
const liveSpan = (spans: readonly Span[], now: Date): Span | undefined => spans.find((span) => isOpen(span, now))
const planOf = (spans: readonly Span[], now: Date): Span | undefined => spans.find((span) => span.liveFrom > now)
const listOf = (span: Span | undefined): Span[] => (span ? [span] : [])
/** The instant by which lists order it: of the first row that ever began. */
const firstListed = (spans: readonly Span[], now: Date): Date | null =>
  spans.filter((span) => span.liveFrom <= now).sort((a, b) => a.liveFrom.getTime() - b.liveFrom.getTime())[0]?.listedAt ?? null

/** What lies ahead: what is live and the plan, at most one of each, and when each comes down with nothing taking over at that instant. */
function ahead(spans: readonly Span[], now: Date) {
  const [live, plan] = [liveSpan(spans, now), planOf(spans, now)]
  const isHandedOver = live !== undefined && plan !== undefined && sameTime(live.liveUntil, plan.liveFrom)
  return { live, plan, isHandedOver, liveEnd: isHandedOver ? null : (live?.liveUntil ?? null), planEnd: plan?.liveUntil ?? null }
}

/** Live from now on; a plan is replaced, and a planned end holds for the newer text too. */
export function publishNow(spans: readonly Span[], revisionId: string, now: Date): TimelineChange {
  const { live, plan, isHandedOver, liveEnd, planEnd } = ahead(spans, now)
  const begunNow = live && sameTime(live.liveFrom, now)
  return {
    remove: [...listOf(plan), ...(begunNow ? [live] : [])],
    end: live && !begunNow ? [{ span: live, until: now }] : [],
    add: { liveFrom: now, liveUntil: live && !isHandedOver ? liveEnd : planEnd, listedAt: firstListed(spans, now) ?? now, zone: null, revisionId },
  }
}

/**
 * A revision at a time to come; it replaces an earlier plan, and what is live stays until then. A planned end holds: of what
 * is live when the new text begins before it, else of the earlier plan. INVALID when the time has passed, or is not before
 * that end.
 */
export function schedule(spans: readonly Span[], { revisionId, at, zone, now }: { revisionId: string; at: Date; zone: string; now: Date }): TimelineChange {
  if (at <= now) throw invalid('timePassed', { fields: { at: 'timePassed' } })
  const { live, plan, liveEnd, planEnd } = ahead(spans, now)
  const hasComeDown = liveEnd !== null && at > liveEnd
  const end = live && !hasComeDown ? [{ span: live, until: at }] : []
  const until = hasComeDown ? planEnd : (liveEnd ?? planEnd)
  // A text that began just when the live one comes down could not be told from one that takes over from it.
  if (until && at >= until) throw pastEnd(until)
  return { remove: listOf(plan), end, add: { liveFrom: at, liveUntil: until, listedAt: firstListed(spans, now) ?? at, zone, revisionId } }
}

const pastEnd = (until: Date) => invalid('planPastEnd', { fields: { at: 'planPastEnd' }, params: { until: until.toISOString() } })

/** The planned revision at another time. INVALID when nothing is planned, the time has passed, or it is past the plan's own end. */
export function movePlan(spans: readonly Span[], { at, zone, now }: { at: Date; zone: string; now: Date }): TimelineChange {
  return schedule(spans, { revisionId: nextPlan(spans, now).revisionId, at, zone, now })
}

/** No plan any more; what is live stays, until the end that the plan would have had. INVALID when nothing is planned. */
export function cancelPlan(spans: readonly Span[], now: Date): TimelineChange {
  const plan = nextPlan(spans, now)
  const { live, isHandedOver, planEnd } = ahead(spans, now)
  return { remove: [plan], end: live && isHandedOver ? [{ span: live, until: planEnd }] : [], add: null }
}

/** Gone from now on, and no plan that would bring it back. INVALID when it is not live. */
export function unpublish(spans: readonly Span[], now: Date): TimelineChange {
  if (!liveSpan(spans, now)) throw invalid('notLive')
  return takeDown(spans, now)
}

/** The same for an article that may be live, planned or neither. */
export function takeDown(spans: readonly Span[], now: Date): TimelineChange {
  const { live, plan } = ahead(spans, now)
  // A row that began this very millisecond keeps one, so that its address answers "gone" and not "never".
  const until = live && sameTime(live.liveFrom, now) ? new Date(now.getTime() + 1) : now
  return { remove: listOf(plan), end: live ? [{ span: live, until }] : [], add: null }
}

/** The row that covers a time to come, what is live or the plan, ends then. INVALID when the time has passed or nothing covers it. */
export function unpublishAt(spans: readonly Span[], at: Date, now: Date): TimelineChange {
  if (at <= now) throw invalid('timePassed', { fields: { until: 'timePassed' } })
  const { live, plan } = ahead(spans, now)
  const covering = plan && at > plan.liveFrom ? plan : plan && sameTime(at, plan.liveFrom) ? undefined : live
  if (!covering) throw invalid('nothingLiveThen', { fields: { until: 'nothingLiveThen' } })
  return { remove: [], end: [{ span: covering, until: at }], add: null }
}

/** The next planned end is none: the row goes on, or until the plan takes over. INVALID when there is none. */
export function cancelEnd(spans: readonly Span[], now: Date): TimelineChange {
  const { live, plan, liveEnd, planEnd } = ahead(spans, now)
  if (live && liveEnd) return { remove: [], end: [{ span: live, until: plan?.liveFrom ?? null }], add: null }
  if (plan && planEnd) return { remove: [], end: [{ span: plan, until: null }], add: null }
  throw invalid('noEnd')
}

function nextPlan(spans: readonly Span[], now: Date): Span {
  const plan = planOf(spans, now)
  if (!plan) throw invalid('notPlanned')
  return plan
}

/** The spans as they stand after a change; `id` of the new one is given. */
export function applied(spans: readonly Span[], change: TimelineChange, id: string): Span[] {
  const removed = new Set(change.remove.map((span) => span.id))
  const ends = new Map(change.end.map(({ span, until }) => [span.id, until]))
  const kept = spans.filter((span) => !removed.has(span.id)).map((span) => (ends.has(span.id) ? { ...span, liveUntil: ends.get(span.id)! } : span))
  return change.add ? [...kept, { id, ...change.add }] : kept
}

/** What a revision names, by which cached pages depend on it. */
export type Named = { slug: string; sectionId: string; tagIds: readonly string[]; bylineIds: readonly string[] }

/** Tags of the cached pages that a change of an article touches: its own pages (by id, and by slug for a cached 404), those that link to it (by id), and the lists. */
export function affectedCacheTags(articleId: string, revisions: readonly Named[]): string[] {
  const tags = revisions.flatMap(({ slug, sectionId, tagIds, bylineIds }) => [
    `slug:${slug}`, `tag:${sectionId}`, ...tagIds.map((id) => `tag:${id}`), ...bylineIds.map((id) => `byline:${id}`),
  ])
  return [...new Set([`article:${articleId}`, 'front', 'feed', ...tags])]
}
