import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied, cancelBefore, cancelEnd, cancelPlan, correctNow, movePlan, moveToEmbargo, plansBefore, plansOf, publishNow, schedule, type Span, takeDown, unpublish, unpublishAt } from './model'

const T0 = Date.UTC(2026, 10, 27, 6)
const at = (minutes: number): Date => new Date(T0 + minutes * 60_000)
const zone = 'Europe/Stockholm'
const minuteOf = (instant: Date | null): number | null => instant && (instant.getTime() - T0) / 60_000
const sorted = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.liveFrom.getTime() - b.liveFrom.getTime())
const shape = (spans: readonly Span[]) => sorted(spans).map(({ revisionId, liveFrom, liveUntil }) => [revisionId, minuteOf(liveFrom), minuteOf(liveUntil)])
const liveAt = (spans: readonly Span[], t: Date): string | null => spans.find((s) => s.liveFrom <= t && (s.liveUntil === null || t < s.liveUntil))?.revisionId ?? null
const endsOf = (spans: readonly Span[], now: Date): Date[] => {
  const begins = new Set(spans.map((span) => span.liveFrom.getTime()))
  return spans.flatMap(({ liveUntil }) => (liveUntil && liveUntil > now && !begins.has(liveUntil.getTime()) ? [liveUntil] : []))
}

const VERBS = ['publish', 'publishAnew', 'correct', 'schedule', 'scheduleAnew', 'replace', 'move', 'cancel', 'unpublish', 'unpublishAt', 'endForGood', 'moveEnd', 'cancelEnd', 'kill'] as const
type Verb = (typeof VERBS)[number]
type Step = { verb: Verb; wait: number; ahead: number; which: number }
const steps = fc.array(fc.record({ verb: fc.constantFrom(...VERBS), wait: fc.nat(6), ahead: fc.integer({ min: -2, max: 40 }), which: fc.nat(4) }), { maxLength: 30 })

function changeOf({ verb, which }: Step, spans: Span[], revisionId: string, now: Date, then: Date) {
  const plans = plansOf(spans, now)
  const planId = plans[which % Math.max(1, plans.length)]?.id ?? 'none'
  const ends = endsOf(spans, now)
  const was = ends[which % Math.max(1, ends.length)] ?? at(-99)
  const changes: Record<Verb, () => ReturnType<typeof unpublish>> = {
    publish: () => publishNow(spans, { revisionId, now }),
    publishAnew: () => publishNow(spans, { revisionId, anew: true, now }),
    correct: () => correctNow(spans, revisionId, now),
    schedule: () => schedule(spans, { revisionId, at: then, zone, now }),
    scheduleAnew: () => schedule(spans, { revisionId, at: then, zone, anew: true, now }),
    replace: () => schedule(spans, { revisionId, at: then, zone, now, replaces: planId }),
    move: () => movePlan(spans, { planId, at: then, zone, now }),
    cancel: () => cancelPlan(spans, { planId, now }),
    unpublish: () => unpublish(spans, now),
    unpublishAt: () => unpublishAt(spans, { at: then, now }),
    endForGood: () => unpublishAt(spans, { at: then, plans: 'cancel', now }),
    moveEnd: () => unpublishAt(spans, { at: then, was, now }),
    cancelEnd: () => cancelEnd(spans, { was, now }),
    kill: () => takeDown(spans, now),
  }
  return { planId, change: changes[verb]() }
}

type Taken = Step & { planId: string; now: Date; then: Date; before: Span[]; after: Span[] }
/** The steps that were not refused, each with the timeline before and after it. */
function run(todo: readonly Step[]): Taken[] {
  let spans: Span[] = []
  let minute = 0
  return todo.flatMap((step, i) => {
    minute += step.wait
    const [before, now, then] = [spans, at(minute), at(minute + step.ahead)]
    try {
      const { planId, change } = changeOf(step, spans, `r${i}`, now, then)
      spans = applied(spans, change, `s${i}`)
      return [{ ...step, planId, now, then, before, after: spans }]
    } catch (error) {
      if (error instanceof Error && error.name === 'AppError') return []
      throw error
    }
  })
}
const always = (check: (taken: Taken) => void) => fc.assert(fc.property(steps, (todo) => run(todo).forEach(check)), { numRuns: 500 })

describe('with any number of plans, whatever is done in whatever order', () => {
  test('rows are not empty, never overlap, and have an id of their own', () => {
    always(({ after }) => {
      const rows = sorted(after)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      for (const [i, span] of rows.entries()) {
        if (span.liveUntil) expect(span.liveUntil.getTime()).toBeGreaterThan(span.liveFrom.getTime())
        if (rows[i + 1]) expect(span.liveUntil?.getTime() ?? Infinity).toBeLessThanOrEqual(rows[i + 1]!.liveFrom.getTime())
      }
    })
  })

  test('what has ended stays as it is, and of what is live only the end changes', () => {
    always(({ before, after, now }) => {
      const past = (spans: Span[]) => sorted(spans).filter((span) => span.liveFrom < now)
      const isOver = (span: Span) => span.liveUntil !== null && span.liveUntil <= now
      expect(past(after).map(({ liveUntil: _end, ...row }) => row)).toEqual(past(before).map(({ liveUntil: _end, ...row }) => row))
      for (const span of past(before).filter(isOver)) expect(after).toContainEqual(span)
    })
  })

  test('what readers saw before now never changes', () => {
    always(({ before, after, now }) => {
      for (let t = T0; t < now.getTime(); t += 60_000) expect(liveAt(after, new Date(t))).toBe(liveAt(before, new Date(t)))
    })
  })

  test('a change of one plan leaves every other its text and its beginning', () => {
    always(({ verb, planId, before, after, now }) => {
      if (!['schedule', 'scheduleAnew', 'replace', 'move', 'cancel', 'unpublishAt', 'moveEnd', 'cancelEnd', 'correct'].includes(verb)) return
      const others = plansOf(before, now).filter(({ id }) => id !== planId || !['replace', 'move', 'cancel'].includes(verb))
      const starts = after.map(({ id, revisionId, liveFrom }) => `${id} ${revisionId} ${liveFrom.getTime()}`)
      for (const { id, revisionId, liveFrom } of others) expect(starts).toContain(`${id} ${revisionId} ${liveFrom.getTime()}`)
    })
  })

  test('an end that takes later plans away is the last of it, and is all that it changes before', () => {
    always(({ verb, before, after, now, then }) => {
      if (verb !== 'endForGood') return
      for (const row of after) expect(row.liveUntil?.getTime() ?? Infinity).toBeLessThanOrEqual(then.getTime())
      expect(plansOf(after, now).map(({ id }) => id)).toEqual(plansOf(before, now).filter((span) => span.liveFrom < then).map(({ id }) => id))
    })
  })

  test('a plan that moves keeps its name and its text', () => {
    always(({ verb, planId, before, after, then }) => {
      if (verb !== 'move') return
      expect(after.find(({ id }) => id === planId)).toMatchObject({ liveFrom: then, revisionId: before.find(({ id }) => id === planId)!.revisionId })
    })
  })

  test('lists show it where it was, until a text goes out that is listed anew', () => {
    always(({ after }) => {
      sorted(after).reduce<Date | null>((listed, span) => {
        if (!span.anew && listed) expect(span.listedAt).toEqual(listed)
        else expect(span.listedAt.getTime()).toBeLessThanOrEqual(span.liveFrom.getTime())
        return span.listedAt
      }, null)
    })
  })
})

const live = applied([], publishNow([], { revisionId: 'a', now: at(0) }), 'live')
const plan = (spans: Span[], revisionId: string, then: number) => applied(spans, schedule(spans, { revisionId, at: at(then), zone, now: at(1) }), revisionId)
const two = plan(plan(live, 'c', 20), 'b', 10)

describe('several plans', () => {
  test('stand in order, and each goes on until the next', () => {
    expect(shape(two)).toEqual([['a', 0, 10], ['b', 10, 20], ['c', 20, null]])
    expect(shape(applied(two, cancelPlan(two, { planId: 'b', now: at(2) }), 'x'))).toEqual([['a', 0, 20], ['c', 20, null]])
    expect(shape(applied(two, movePlan(two, { planId: 'b', at: at(30), zone, now: at(2) }), 'x'))).toEqual([['a', 0, 20], ['c', 20, 30], ['b', 30, null]])
  })

  test('publishing now takes the place of the next one alone, a correction of none', () => {
    expect(shape(applied(two, publishNow(two, { revisionId: 'n', now: at(5) }), 'n'))).toEqual([['a', 0, 5], ['n', 5, 20], ['c', 20, null]])
    expect(shape(applied(two, correctNow(two, 'n', at(5)), 'n'))).toEqual([['a', 0, 5], ['n', 5, 10], ['b', 10, 20], ['c', 20, null]])
  })

  test.each([
    ['two texts at one instant', () => plan(two, 'd', 20), 'planSameTime'],
    ['a move onto another plan', () => movePlan(two, { planId: 'b', at: at(20), zone, now: at(2) }), 'planSameTime'],
    ['a plan that is planned no more', () => movePlan(two, { planId: 'b', at: at(30), zone, now: at(11) }), 'notPlanned'],
    ['a correction of what is not live', () => correctNow([], 'n', at(1)), 'notLive'],
    ['a twenty-first', () => Array.from({ length: 21 }, (_, i) => i).reduce((spans, i) => plan(spans, `p${i}`, 30 + i), live), 'tooManyPlans'],
  ])('refuse %s', (_name, act, message) => {
    expect(act).toThrow(expect.objectContaining({ code: 'INVALID', message }))
  })

  test('a text that is listed anew, and what comes after it, stand where it went out', () => {
    const moved = applied(two, movePlan(two, { planId: 'c', at: at(25), zone, now: at(2) }), 'x')
    expect(sorted(moved).map(({ listedAt }) => minuteOf(listedAt))).toEqual([0, 0, 0])
    const planned = applied(live, schedule(live, { revisionId: 'n', at: at(15), zone, anew: true, now: at(2) }), 'n')
    expect(sorted(plan(planned, 'd', 20)).map(({ listedAt }) => minuteOf(listedAt))).toEqual([0, 15, 15])
    expect(sorted(plan(planned, 'd', 10)).map(({ listedAt }) => minuteOf(listedAt))).toEqual([0, 0, 15])
  })
})

describe('an embargo past what is planned', () => {
  const planned = plan(plan(plan([], 'a', 10), 'b', 15), 'c', 60)
  test('moves the first to its end and the others by as much', () => {
    expect(plansBefore(planned, at(30), at(1)).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(shape(applied(planned, moveToEmbargo(planned, { until: at(30), now: at(1) }), 'x'))).toEqual([['a', 30, 35], ['b', 35, 60], ['c', 60, null]])
    expect(() => moveToEmbargo(planned, { until: at(56), now: at(1) })).toThrow(expect.objectContaining({ message: 'plansOutOfOrder' }))
  })

  test('or takes them away', () => {
    expect(shape(applied(planned, cancelBefore(planned, { until: at(30), now: at(1) }), 'x'))).toEqual([['c', 60, null]])
  })
})
