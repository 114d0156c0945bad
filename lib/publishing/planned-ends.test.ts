import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannedEnds } from '@/lib/articles/model'
import { applied, cancelEnd, cancelPlan, movePlan, plansOf, plansPastEnd, publishNow, schedule, type Span, takeDown, unpublish, unpublishAt } from './model'

const T0 = Date.UTC(2026, 10, 24, 6)
const at = (minutes: number): Date => new Date(T0 + minutes * 60_000)
const zone = 'Europe/Stockholm'
const liveAt = (spans: readonly Span[], t: Date): string | null => spans.find((s) => s.liveFrom <= t && (s.liveUntil === null || t < s.liveUntil))?.revisionId ?? null
const minutes = (spans: readonly Span[], from: number, to: number): (string | null)[] => Array.from({ length: to - from }, (_, i) => liveAt(spans, at(from + i)))

const VERBS = ['publish', 'schedule', 'move', 'cancel', 'unpublish', 'unpublishAt', 'cancelEnd', 'kill'] as const
type Verb = (typeof VERBS)[number]
type Step = { verb: Verb; wait: number; ahead: number }
const steps = fc.array(fc.record({ verb: fc.constantFrom(...VERBS), wait: fc.nat(12), ahead: fc.integer({ min: -3, max: 30 }) }), { maxLength: 25 })

function changeOf(verb: Verb, spans: Span[], revisionId: string, now: Date, then: Date) {
  const planId = plansOf(spans, now)[0]?.id ?? 'none'
  const changes = {
    publish: () => publishNow(spans, { revisionId, now }),
    schedule: () => schedule(spans, { revisionId, at: then, zone, now, replaces: plansOf(spans, now)[0]?.id }),
    move: () => movePlan(spans, { planId, at: then, zone, now }),
    cancel: () => cancelPlan(spans, { planId, now }),
    unpublish: () => unpublish(spans, now),
    unpublishAt: () => unpublishAt(spans, { at: then, now }),
    cancelEnd: () => cancelEnd(spans, { was: plannedEnds(spans, now)[0] ?? now, now }),
    kill: () => takeDown(spans, now),
  }
  return changes[verb]()
}

type Taken = { verb: Verb; minute: number; then: number; before: Span[]; after: Span[] }
/** The steps that were not refused, each with the timeline before and after it. */
function run(todo: readonly Step[]): Taken[] {
  let spans: Span[] = []
  let minute = 0
  return todo.flatMap(({ verb, wait, ahead }, i) => {
    minute += wait
    const before = spans
    try {
      spans = applied(spans, changeOf(verb, spans, `r${i}`, at(minute), at(minute + ahead)), `s${i}`)
    } catch (error) {
      if (error instanceof Error && error.name === 'AppError') return []
      throw error
    }
    return [{ verb, minute, then: minute + ahead, before, after: spans }]
  })
}
const FAR = 80
const always = (check: (taken: Taken) => void) => fc.assert(fc.property(steps, (todo) => run(todo).forEach(check)), { numRuns: 400 })

describe('whatever is done in whatever order', () => {
  test('rows are not empty and never overlap, and at most one is ahead', () => {
    always(({ after, minute }) => {
      const sorted = [...after].sort((a, b) => a.liveFrom.getTime() - b.liveFrom.getTime())
      for (const [i, span] of sorted.entries()) {
        if (span.liveUntil) expect(span.liveUntil.getTime()).toBeGreaterThan(span.liveFrom.getTime())
        if (sorted[i + 1]) expect(span.liveUntil?.getTime() ?? Infinity).toBeLessThanOrEqual(sorted[i + 1]!.liveFrom.getTime())
      }
      expect(sorted.filter((span) => span.liveFrom > at(minute)).length).toBeLessThanOrEqual(1)
    })
  })

  test('what readers saw before stays what they saw', () => {
    always(({ before, after, minute }) => expect(minutes(after, 0, minute)).toEqual(minutes(before, 0, minute)))
  })

  test('an end that is set holds from its very instant, and changes nothing before it', () => {
    always(({ verb, before, after, minute, then }) => {
      if (verb !== 'unpublishAt') return
      expect(liveAt(after, at(then))).toBeNull()
      expect(liveAt(after, new Date(at(then).getTime() - 1))).not.toBeNull()
      const next = before.map((span) => span.liveFrom).find((from) => from > at(then))
      const [, afterEnd] = [minutes(before, minute, then), minutes(after, then, next ? (next.getTime() - T0) / 60_000 : FAR)]
      expect(afterEnd.every((revision) => revision === null)).toBe(true)
    })
  })

  test('nothing but an unpublishing, a kill, a lost plan or a taken away end moves when the article comes down', () => {
    always(({ verb, before, after, minute }) => {
      if (verb !== 'publish' && verb !== 'cancel') return
      const was = minutes(before, minute, FAR)
      if (was[0] === null) return // a plan alone
      const down = was.indexOf(null)
      const is = minutes(after, minute, FAR)
      expect(is.indexOf(null)).toBe(down)
    })
  })

  test('a planned text begins when it was planned to', () => {
    always(({ verb, after, then }) => {
      if (verb !== 'schedule' && verb !== 'move') return
      expect(after.some((span) => span.liveFrom.getTime() === at(then).getTime())).toBe(true)
    })
  })

  test('after an unpublishing or a kill nothing is live any more', () => {
    always(({ verb, after, minute }) => {
      if (verb === 'unpublish' || verb === 'kill') expect(minutes(after, minute + 1, FAR).every((revision) => revision === null)).toBe(true)
    })
  })
})

const live = (until: number | null): Span[] => [{ id: 'l', revisionId: 'a', liveFrom: at(0), liveUntil: until === null ? null : at(until), listedAt: at(0), zone: null, anew: false }]
const shape = (spans: readonly Span[]) => spans.map(({ revisionId, liveFrom, liveUntil }) => [revisionId, (liveFrom.getTime() - T0) / 60_000, liveUntil && (liveUntil.getTime() - T0) / 60_000])
const plan = (spans: Span[], then: number) => applied(spans, schedule(spans, { revisionId: 'b', at: at(then), zone, now: at(1) }), 'p')

describe('a planned end', () => {
  test('holds for a newer text, published now or planned, and comes back to the old one when the plan is cancelled', () => {
    expect(shape(applied(live(20), publishNow(live(20), { revisionId: 'b', now: at(5) }), 'n'))).toEqual([['a', 0, 5], ['b', 5, 20]])
    const planned = plan(live(20), 10)
    expect(shape(planned)).toEqual([['a', 0, 10], ['b', 10, 20]])
    expect(shape(applied(planned, cancelPlan(planned, { planId: 'p', now: at(2) }), 'x'))).toEqual([['a', 0, 20]])
    expect(shape(applied(planned, publishNow(planned, { revisionId: 'c', now: at(3) }), 'n'))).toEqual([['a', 0, 3], ['c', 3, 20]])
  })

  test('before a plan leaves a gap, which cancelling it closes', () => {
    const planned = plan(live(null), 10)
    const gap = applied(planned, unpublishAt(planned, { at: at(6), now: at(2) }), 'x')
    expect(shape(gap)).toEqual([['a', 0, 6], ['b', 10, null]])
    expect(shape(applied(gap, cancelEnd(gap, { was: at(6), now: at(3) }), 'x'))).toEqual([['a', 0, 10], ['b', 10, null]])
    expect(shape(applied(gap, cancelPlan(gap, { planId: 'p', now: at(3) }), 'x'))).toEqual([['a', 0, 6]])
  })

  test('before a plan makes it one that brings the article back, which is news once', () => {
    const planned = plan(live(null), 10)
    const backBy = (spans: Span[], minute: number) => plansPastEnd(spans, { at: at(minute), now: at(2) }).map(({ id }) => id)
    expect([backBy(planned, 6), backBy(planned, 12), backBy(plan([], 10), 12)]).toEqual([['p'], [], []])
    const gap = applied(planned, unpublishAt(planned, { at: at(6), now: at(2) }), 'x')
    expect(backBy(gap, 7)).toEqual([])
    expect(shape(applied(planned, unpublishAt(planned, { at: at(6), plans: 'cancel', now: at(2) }), 'x'))).toEqual([['a', 0, 6]])
  })

  test('can be moved to either side, and of a plan alone it is the plan’s', () => {
    expect(shape(applied(live(20), unpublishAt(live(20), { at: at(30), now: at(1) }), 'x'))).toEqual([['a', 0, 30]])
    const planned = plan([], 10)
    const ended = applied(planned, unpublishAt(planned, { at: at(15), now: at(1) }), 'x')
    expect(shape(ended)).toEqual([['b', 10, 15]])
    expect(shape(applied(ended, movePlan(ended, { planId: 'p', at: at(14), zone, now: at(2) }), 'm'))).toEqual([['b', 14, 15]])
    expect(() => movePlan(ended, { planId: 'p', at: at(15), zone, now: at(2) })).toThrow(expect.objectContaining({ message: 'planPastEnd', params: { until: at(15).toISOString() } }))
  })

  test.each([
    ['a time that has passed', () => unpublishAt(live(null), { at: at(5), now: at(5) }), 'timePassed'],
    ['an end in the year 9999', () => unpublishAt(live(null), { at: new Date('9999-12-31T23:59:00Z'), now: at(5) }), 'tooFarAhead'],
    ['an end of nothing', () => unpublishAt([], { at: at(5), now: at(1) }), 'nothingLiveThen'],
    ['an end before the plan begins', () => unpublishAt(plan([], 10), { at: at(10), now: at(1) }), 'nothingLiveThen'],
    ['a plan that begins as the live text comes down', () => plan(live(10), 10), 'planPastEnd'],
    ['taking away what is not there', () => cancelEnd(live(null), { was: at(9), now: at(1) }), 'noEnd'],
    ['taking away what only hands over to a plan', () => cancelEnd(plan(live(null), 10), { was: at(10), now: at(1) }), 'noEnd'],
  ])('refuses %s', (_name, act, message) => {
    expect(act).toThrow(expect.objectContaining({ code: 'INVALID', message }))
  })
})
