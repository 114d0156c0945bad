import { invalid } from '@/lib/platform/errors'

/** Half-open: live from `liveFrom` until before `liveUntil`; UTC instants. `anew`: lists show it as new from here. */
export type Span = { id: string; revisionId: string; liveFrom: Date; liveUntil: Date | null; listedAt: Date; zone: string | null; anew: boolean }
/** A row to add; it has an id when it is a plan that moves, whose row goes and comes back elsewhere. */
export type NewSpan = Omit<Span, 'id'> & { id: string | null }
/** Rows to remove, ends and places in lists to set, and rows to add, to be done in this order. */
export type TimelineChange = { remove: Span[]; set: { span: Span; liveUntil: Date | null; listedAt: Date }[]; add: NewSpan[] }

/** How many plans an article may have at once. */
export const MOST_PLANS = 20

type Text = Omit<NewSpan, 'liveUntil' | 'listedAt'>
/** What lies ahead, in order: a text begins, or (text: null) the article comes down. `at` in ms. */
export type Point = { at: number; text: Text | null }

const isOpen = (span: Span, now: Date): boolean => span.liveFrom <= now && (span.liveUntil === null || now < span.liveUntil)
const sorted = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.liveFrom.getTime() - b.liveFrom.getTime())
export const liveSpan = (spans: readonly Span[], now: Date): Span | undefined => spans.find((span) => isOpen(span, now))
export const plansOf = (spans: readonly Span[], now: Date): Span[] => sorted(spans).filter((span) => span.liveFrom > now)
const aheadOf = (spans: readonly Span[], now: Date): Span[] => sorted(spans).filter((span) => isOpen(span, now) || span.liveFrom > now)

/** The live row and all plans as points; an end at which nothing takes over is one of its own. */
export function pointsOf(spans: readonly Span[], now: Date): Point[] {
  const ahead = aheadOf(spans, now)
  return ahead.flatMap(({ liveUntil, listedAt: _listedAt, ...text }, i): Point[] => {
    const isEnd = liveUntil !== null && liveUntil.getTime() !== ahead[i + 1]?.liveFrom.getTime()
    return [{ at: text.liveFrom.getTime(), text }, ...(isEnd ? [{ at: liveUntil.getTime(), text: null }] : [])]
  })
}

/** The change that makes these points what lies ahead. A coming down of nothing is dropped; a text is listed as the one before it was. */
export function changeTo(points: readonly Point[], spans: readonly Span[], now: Date): TimelineChange {
  const wanted = rowsOf(points, listedSoFar(spans, now))
  const ahead = aheadOf(spans, now)
  const kept = new Map(wanted.flatMap((row) => (row.id ? [[placeOf(row), row] as const] : [])))
  const keptOf = (span: Span) => kept.get(placeOf(span))
  const live = liveSpan(spans, now)
  const isReplacedAtOnce = live !== undefined && live.liveFrom.getTime() === now.getTime()
  const ended = live && !keptOf(live) && !isReplacedAtOnce ? [{ span: live, liveUntil: now, listedAt: live.listedAt }] : []
  const set = ahead.flatMap((span) => {
    const row = keptOf(span)
    return row && !(sameTime(row.liveUntil, span.liveUntil) && sameTime(row.listedAt, span.listedAt)) ? [{ span, liveUntil: row.liveUntil, listedAt: row.listedAt }] : []
  })
  return {
    remove: ahead.filter((span) => !keptOf(span) && (span !== live || isReplacedAtOnce)),
    set: [...ended, ...set],
    add: wanted.filter((row) => !ahead.some((span) => keptOf(span) === row)),
  }
}

const placeOf = ({ id, liveFrom, zone }: NewSpan | Span): string => `${id} ${liveFrom.getTime()} ${zone}`
const sameTime = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime()

function rowsOf(points: readonly Point[], listedSoFar: Date | null): NewSpan[] {
  const inOrder = [...points].sort((a, b) => a.at - b.at)
  let listedAt = listedSoFar
  return inOrder.flatMap(({ text }, i) => {
    if (!text) return []
    // what has begun stays listed as it is
    if (listedAt === null || (text.anew && (listedSoFar === null || text.liveFrom > listedSoFar))) listedAt = text.liveFrom
    const end = inOrder[i + 1]?.at
    return [{ ...text, liveUntil: end === undefined ? null : new Date(end), listedAt }]
  })
}

/** The instant by which lists order the article now: that of the row that began last. */
const listedSoFar = (spans: readonly Span[], now: Date): Date | null => sorted(spans).findLast((span) => span.liveFrom <= now)?.listedAt ?? null

/** Refuses an instant at which a text cannot begin: another one does, or the article comes down, which could not be told from a handover. */
export function refuseTaken(points: readonly Point[], at: Date): void {
  const taken = points.find((point) => point.at === at.getTime())
  if (!taken) return
  if (taken.text) throw invalid('planSameTime', { fields: { at: 'planSameTime' } })
  throw pastEnd(at)
}

/** Years; further ahead a slip of the hand is likelier than a wish. */
const MOST_AHEAD = 10

/** Whether an instant lies so far ahead that nothing is planned for it. */
export function isTooFar(at: Date, now: Date): boolean {
  const most = new Date(now)
  most.setUTCFullYear(now.getUTCFullYear() + MOST_AHEAD)
  return at > most
}

/** Refuses an instant that nothing can be planned for: it has passed, or lies too far ahead. */
export function refuseBeyond(at: Date, now: Date, field: 'at' | 'until' | 'embargo'): void {
  const problem = at <= now ? 'timePassed' : isTooFar(at, now) ? 'tooFarAhead' : null
  if (problem) throw invalid(problem, { fields: { [field]: problem } })
}

export const pastEnd = (until: Date) => invalid('planPastEnd', { fields: { at: 'planPastEnd' }, params: { until: until.toISOString() } })

/** When the life of the article that a plan belongs to ends: the first coming down after it. */
export function lifeEnd(points: readonly Point[], from: Date): Date | null {
  const end = points.find((point) => point.text === null && point.at > from.getTime())
  return end ? new Date(end.at) : null
}

/** The spans as they stand after a change; `id` of a new one is given. */
export function applied(spans: readonly Span[], change: TimelineChange, id: string): Span[] {
  const removed = new Set(change.remove.map((span) => span.id))
  const set = new Map(change.set.map(({ span, ...rest }) => [span.id, rest]))
  const kept = spans.filter((span) => !removed.has(span.id)).map((span) => ({ ...span, ...set.get(span.id) }))
  return [...kept, ...change.add.map((row) => ({ ...row, id: row.id ?? id }))]
}
