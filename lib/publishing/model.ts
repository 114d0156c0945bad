// Keeps promise 1: every change of what readers see is a change of one article's timeline, worked out here and nowhere else.
import { invalid } from '@/lib/platform/errors'
import { changeTo, lifeEnd, liveSpan, MOST_PLANS, pastEnd, plansOf, pointsOf, refuseBeyond, refuseTaken, type Span, type TimelineChange } from './timeline'

export { applied, isTooFar, liveSpan, MOST_PLANS, type NewSpan, plansOf, refuseBeyond, type Span, type TimelineChange } from './timeline'
export { type CalendarDays, calendarDays, type CalendarStep, dayBounds, dayOf, hourOf, movedTo, steppedTo, todayIn } from './calendar'
export { earliest, type WallTime, wallTime } from './wall-time'

type Named = { planId: string; now: Date }

/** Live from now on; the next plan is replaced, later ones stay, and a planned end holds for the newer text too. `anew` lists it as new. */
export function publishNow(spans: readonly Span[], { revisionId, anew = false, now }: { revisionId: string; anew?: boolean; now: Date }): TimelineChange {
  const next = plansOf(spans, now)[0]
  return goLive(spans, { revisionId, anew, now, without: next ? [next.id] : [] })
}

/** Another revision of what is live, with every plan as it was. INVALID when it is not live. */
export function correctNow(spans: readonly Span[], revisionId: string, now: Date): TimelineChange {
  if (!liveSpan(spans, now)) throw invalid('notLive')
  return goLive(spans, { revisionId, anew: false, now, without: [] })
}

function goLive(spans: readonly Span[], { revisionId, anew, now, without }: { revisionId: string; anew: boolean; now: Date; without: string[] }): TimelineChange {
  const live = liveSpan(spans, now)
  // what began this very millisecond gives way, with its place in lists
  const isListedAnew = anew || (live?.liveFrom.getTime() === now.getTime() && live.anew)
  const later = pointsOf(spans, now).filter(({ text }) => text === null || (text.id !== live?.id && !without.includes(text.id ?? '')))
  return changeTo([{ at: now.getTime(), text: { id: null, revisionId, liveFrom: now, zone: null, anew: isListedAnew } }, ...later], spans, now)
}

export type Planned = { revisionId: string; at: Date; zone: string; anew?: boolean; now: Date; replaces?: string | null }
/**
 * A revision at a time to come; what is live or planned before it stays until then. `replaces` names a plan whose place it
 * takes. A planned end holds. INVALID when the time has passed or is more than ten years ahead, another plan begins or the article comes down just then, the
 * replaced plan would begin past the end of its own life, or there are too many plans.
 */
export function schedule(spans: readonly Span[], { replaces = null, ...planned }: Planned): TimelineChange {
  const { revisionId, at, zone, anew = false, now } = planned
  const was = replaces === null ? null : planNamed(spans, { planId: replaces, now })
  if (was === null && plansOf(spans, now).length >= MOST_PLANS) throw invalid('tooManyPlans')
  return plan(spans, { id: null, revisionId, liveFrom: at, zone, anew }, was, now)
}

/** A planned revision at another time, under its own id. INVALID when it is planned no more, and as `schedule`. */
export function movePlan(spans: readonly Span[], { planId, at, zone, now }: Named & { at: Date; zone: string }): TimelineChange {
  const was = planNamed(spans, { planId, now })
  return plan(spans, { id: was.id, revisionId: was.revisionId, liveFrom: at, zone, anew: was.anew }, was, now)
}

function plan(spans: readonly Span[], text: Omit<Span, 'id' | 'liveUntil' | 'listedAt'> & { id: string | null }, was: Span | null, now: Date): TimelineChange {
  const at = text.liveFrom
  refuseBeyond(at, now, 'at')
  const points = pointsOf(spans, now)
  const until = was && lifeEnd(points, was.liveFrom)
  if (until && at >= until) throw pastEnd(until)
  const others = points.filter((point) => point.text === null || point.text.id !== was?.id)
  refuseTaken(others, at)
  return changeTo([...others, { at: at.getTime(), text }], spans, now)
}

/** One plan less; what came before it goes on in its place, until the end that it would have had. INVALID when it is planned no more. */
export function cancelPlan(spans: readonly Span[], { planId, now }: Named): TimelineChange {
  const was = planNamed(spans, { planId, now })
  return changeTo(pointsOf(spans, now).filter(({ text }) => text?.id !== was.id), spans, now)
}

/** Gone from now on, and no plan that would bring it back. INVALID when it is not live. */
export function unpublish(spans: readonly Span[], now: Date): TimelineChange {
  if (!liveSpan(spans, now)) throw invalid('notLive')
  return takeDown(spans, now)
}

/** The same for an article that may be live, planned or neither. */
export function takeDown(spans: readonly Span[], now: Date): TimelineChange {
  const live = liveSpan(spans, now)
  // A row that began this very millisecond keeps one, so that its address answers "gone" and not "never".
  const liveUntil = live && live.liveFrom.getTime() === now.getTime() ? new Date(now.getTime() + 1) : now
  return { remove: plansOf(spans, now), set: live ? [{ span: live, liveUntil, listedAt: live.listedAt }] : [], add: [] }
}

/**
 * The text that readers would have just before a time to come ends then; `was` is the end that moves, if one does. What is
 * planned after it brings the article back, unless `plans` takes it away. INVALID when the time has passed or is too far ahead, nothing is live
 * then, or there is no such end.
 */
export function unpublishAt(spans: readonly Span[], { at, was = null, plans = 'keep', now }: End & { plans?: LaterPlans }): TimelineChange {
  refuseBeyond(at, now, 'until')
  const standing = was ? withoutEnd(spans, was, now) : pointsOf(spans, now)
  const points = plans === 'cancel' ? standing.filter((point) => point.at <= at.getTime()) : standing
  const texts = points.filter(({ text }) => text !== null)
  const covered = texts.findLast((point) => point.at < at.getTime())
  if (!covered || texts.some((point) => point.at === at.getTime())) throw invalid('nothingLiveThen', { fields: { until: 'nothingLiveThen' } })
  const next = texts.find((point) => point.at > at.getTime())?.at ?? Infinity
  const others = points.filter(({ at: then, text }) => text !== null || then < covered.at || then > next)
  return changeTo([...others, { at: at.getTime(), text: null }], spans, now)
}

type End = { at: Date; was?: Date | null; now: Date }
/** What becomes of the plans past an end. */
export type LaterPlans = 'keep' | 'cancel'

/** The plans past an end that would bring the article back by themselves; none where the first of them does so already. */
export function plansPastEnd(spans: readonly Span[], { at, now }: End): Span[] {
  const [next, ...rest] = plansOf(spans, now).filter((span) => span.liveFrom > at)
  const isBack = next && !spans.some(({ liveUntil }) => liveUntil?.getTime() === next.liveFrom.getTime())
  return next && !isBack ? [next, ...rest] : []
}

/** A planned end is none: what is live then goes on, or until a plan takes over. INVALID when there is no such end. */
export function cancelEnd(spans: readonly Span[], { was, now }: { was: Date; now: Date }): TimelineChange {
  return changeTo(withoutEnd(spans, was, now), spans, now)
}

function withoutEnd(spans: readonly Span[], was: Date, now: Date) {
  const points = pointsOf(spans, now)
  const others = points.filter(({ at, text }) => text !== null || at !== was.getTime())
  if (others.length === points.length) throw invalid('noEnd')
  return others
}

/** The plans that begin before an instant, in order. */
export const plansBefore = (spans: readonly Span[], until: Date, now: Date): Span[] => plansOf(spans, now).filter((span) => span.liveFrom < until)

/**
 * What is planned before an embargo's end happens from then on: the first text at its end, all else by as much later. INVALID
 * when that brings them out of order with what is planned after it. For an article that is not live.
 */
export function moveToEmbargo(spans: readonly Span[], { until, now }: { until: Date; now: Date }): TimelineChange {
  const points = pointsOf(spans, now)
  const [early, rest] = [points.filter(({ at }) => at < until.getTime()), points.filter(({ at }) => at >= until.getTime())]
  const delay = early.length > 0 ? until.getTime() - early[0]!.at : 0
  const moved = early.map(({ at, text }) => ({ at: at + delay, text: text && { ...text, liveFrom: new Date(at + delay) } }))
  if (rest.some(({ at }) => moved.some((point) => point.at >= at))) throw invalid('plansOutOfOrder')
  return changeTo([...moved, ...rest], spans, now)
}

/** Nothing is planned before an embargo's end. For an article that is not live. */
export const cancelBefore = (spans: readonly Span[], { until, now }: { until: Date; now: Date }): TimelineChange =>
  changeTo(pointsOf(spans, now).filter(({ at }) => at >= until.getTime()), spans, now)

function planNamed(spans: readonly Span[], { planId, now }: Named): Span {
  const found = plansOf(spans, now).find((span) => span.id === planId)
  if (!found) throw invalid('notPlanned')
  return found
}

/** What a revision names, by which cached pages depend on it. */
export type NamedByRevision = { slug: string; sectionId: string; tagIds: readonly string[]; bylineIds: readonly string[] }

/** Tags of the cached pages that a change of an article touches: its own pages (by id, and by slug for a cached 404), those that link to it (by id), and the lists; `isCorrected`: that of corrections too. */
export function affectedCacheTags(articleId: string, revisions: readonly NamedByRevision[], isCorrected = false): string[] {
  const tags = revisions.flatMap(({ slug, sectionId, tagIds, bylineIds }) => [
    `slug:${slug}`, `tag:${sectionId}`, ...tagIds.map((id) => `tag:${id}`), ...bylineIds.map((id) => `byline:${id}`),
  ])
  return [...new Set([`article:${articleId}`, 'front', 'feed', ...(isCorrected ? ['corrections'] : []), ...tags])]
}
