// Keeps promise 1: every change of what readers see is a change of one article's timeline, worked out here and nowhere else.
import { invalid } from '@/lib/platform/errors'

export { type WallTime, wallTime } from './wall-time'

/** Half-open: live from `liveFrom` until before `liveUntil`; UTC instants. */
export type Span = { id: string; revisionId: string; liveFrom: Date; liveUntil: Date | null; listedAt: Date; zone: string | null }
/** Rows to remove, ends to set and at most one row to add, to be done in this order. */
export type TimelineChange = {
  remove: Span[]
  end: { span: Span; until: Date | null }[]
  add: { liveFrom: Date; liveUntil: null; listedAt: Date; zone: string | null; revisionId: string } | null
}

const isOpen = (span: Span, now: Date): boolean => span.liveFrom <= now && (span.liveUntil === null || now < span.liveUntil)
const liveSpan = (spans: readonly Span[], now: Date): Span | undefined => spans.find((span) => isOpen(span, now))
const plans = (spans: readonly Span[], now: Date): Span[] => spans.filter((span) => span.liveFrom > now)
/** The instant by which lists order it: of the first row that ever began. */
const firstListed = (spans: readonly Span[], now: Date): Date | null =>
  spans.filter((span) => span.liveFrom <= now).sort((a, b) => a.liveFrom.getTime() - b.liveFrom.getTime())[0]?.listedAt ?? null

/** Live from now on; a plan is replaced. */
export function publishNow(spans: readonly Span[], revisionId: string, now: Date): TimelineChange {
  const live = liveSpan(spans, now)
  const begunNow = live && live.liveFrom.getTime() === now.getTime()
  return {
    remove: [...plans(spans, now), ...(begunNow ? [live] : [])],
    end: live && !begunNow ? [{ span: live, until: now }] : [],
    add: { liveFrom: now, liveUntil: null, listedAt: firstListed(spans, now) ?? now, zone: null, revisionId },
  }
}

/** A revision at a time to come; it replaces an earlier plan, and what is live stays until then. INVALID when the time has passed. */
export function schedule(spans: readonly Span[], { revisionId, at, zone, now }: { revisionId: string; at: Date; zone: string; now: Date }): TimelineChange {
  if (at <= now) throw invalid('timePassed', { fields: { at: 'timePassed' } })
  const live = liveSpan(spans, now)
  return {
    remove: plans(spans, now),
    end: live ? [{ span: live, until: at }] : [],
    add: { liveFrom: at, liveUntil: null, listedAt: firstListed(spans, now) ?? at, zone, revisionId },
  }
}

/** The planned revision at another time. INVALID when nothing is planned or the time has passed. */
export function movePlan(spans: readonly Span[], { at, zone, now }: { at: Date; zone: string; now: Date }): TimelineChange {
  return schedule(spans, { revisionId: nextPlan(spans, now).revisionId, at, zone, now })
}

/** No plan any more; what is live stays. INVALID when nothing is planned. */
export function cancelPlan(spans: readonly Span[], now: Date): TimelineChange {
  const plan = nextPlan(spans, now)
  const live = liveSpan(spans, now)
  const endedByPlan = live?.liveUntil?.getTime() === plan.liveFrom.getTime()
  return { remove: plans(spans, now), end: live && endedByPlan ? [{ span: live, until: null }] : [], add: null }
}

/** Gone from now on, and no plan that would bring it back. INVALID when it is not live. */
export function unpublish(spans: readonly Span[], now: Date): TimelineChange {
  const live = liveSpan(spans, now)
  if (!live) throw invalid('notLive')
  // A row that began this very millisecond keeps one, so that its address answers "gone" and not "never".
  const until = live.liveFrom.getTime() === now.getTime() ? new Date(now.getTime() + 1) : now
  return { remove: plans(spans, now), end: [{ span: live, until }], add: null }
}

function nextPlan(spans: readonly Span[], now: Date): Span {
  const [plan] = plans(spans, now)
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
