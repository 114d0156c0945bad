import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { affectedCacheTags, applied, cancelPlan, movePlan, plansOf, publishNow, schedule, type Span, unpublish } from './model'

const T0 = Date.UTC(2026, 10, 23, 6)
const at = (minutes: number): Date => new Date(T0 + minutes * 60_000)
const liveAt = (spans: readonly Span[], t: Date): Span[] => spans.filter((s) => s.liveFrom <= t && (s.liveUntil === null || t < s.liveUntil))

type Step = { verb: 'publish' | 'schedule' | 'move' | 'cancel' | 'unpublish'; wait: number; ahead: number }
const steps = fc.array(
  fc.record({ verb: fc.constantFrom<Step['verb'][]>('publish', 'schedule', 'move', 'cancel', 'unpublish'), wait: fc.nat(20), ahead: fc.integer({ min: -5, max: 30 }) }),
  { maxLength: 25 },
)

/** Runs steps; what is refused changes nothing. */
function run(todo: readonly Step[]): { spans: Span[]; now: Date; seen: { t: Date; revision: string | null }[] } {
  let spans: Span[] = []
  let minute = 0
  const seen: { t: Date; revision: string | null }[] = []
  todo.forEach(({ verb, wait, ahead }, i) => {
    minute += wait
    const now = at(minute)
    try {
      spans = applied(spans, changeOf(verb, spans, `r${i}`, now, at(minute + ahead)), `s${i}`)
    } catch (error) {
      if (!(error instanceof Error && error.name === 'AppError')) throw error
    }
    seen.push({ t: now, revision: liveAt(spans, now)[0]?.revisionId ?? null })
  })
  return { spans, now: at(minute), seen }
}

function changeOf(verb: Step['verb'], spans: Span[], revisionId: string, now: Date, then: Date) {
  const planId = plansOf(spans, now)[0]?.id ?? 'none'
  if (verb === 'publish') return publishNow(spans, { revisionId, now })
  if (verb === 'schedule') return schedule(spans, { revisionId, at: then, zone: 'Europe/Stockholm', now, replaces: plansOf(spans, now)[0]?.id })
  if (verb === 'move') return movePlan(spans, { planId, at: then, zone: 'Europe/Stockholm', now })
  return verb === 'cancel' ? cancelPlan(spans, { planId, now }) : unpublish(spans, now)
}

describe('the timeline', () => {
  test('never has two rows at one instant, nor an empty one', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        const { spans } = run(todo)
        const sorted = [...spans].sort((a, b) => a.liveFrom.getTime() - b.liveFrom.getTime())
        for (const [i, span] of sorted.entries()) {
          if (span.liveUntil) expect(span.liveUntil.getTime()).toBeGreaterThan(span.liveFrom.getTime())
          const next = sorted[i + 1]
          if (next) expect(span.liveUntil?.getTime() ?? Infinity).toBeLessThanOrEqual(next.liveFrom.getTime())
        }
      }),
    )
  })

  test('never changes what readers saw before', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        const { spans, seen } = run(todo)
        const lastAt = new Map(seen.map(({ t, revision }) => [t.getTime(), revision]))
        for (const [t, revision] of lastAt) expect(liveAt(spans, new Date(t))[0]?.revisionId ?? null).toBe(revision)
      }),
    )
  })

  test('lists an article by its first live instant for ever', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        const { spans, now } = run(todo)
        const begun = spans.filter((span) => span.liveFrom <= now)
        expect(new Set(begun.map((span) => span.listedAt.getTime())).size).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('publishes now in place of a plan', () => {
    const planned = applied([], schedule([], { revisionId: 'a', at: at(10), zone: 'UTC', now: at(0) }), 'plan')
    const spans = applied(planned, publishNow(planned, { revisionId: 'b', now: at(5) }), 'now')
    expect(spans).toEqual([{ id: 'now', revisionId: 'b', liveFrom: at(5), liveUntil: null, listedAt: at(5), zone: null, anew: false }])
  })

  test('keeps what is live until the planned text takes over, and goes on when the plan is cancelled', () => {
    const live = applied([], publishNow([], { revisionId: 'a', now: at(0) }), 'live')
    const planned = applied(live, schedule(live, { revisionId: 'b', at: at(10), zone: 'UTC', now: at(1) }), 'plan')
    expect(liveAt(planned, at(9))[0]?.revisionId).toBe('a')
    expect(liveAt(planned, at(10))[0]?.revisionId).toBe('b')
    expect(applied(planned, cancelPlan(planned, { planId: 'plan', now: at(2) }), 'x')).toEqual(live)
  })

  test('moves the planned text, not the newer one', () => {
    const planned = applied([], schedule([], { revisionId: 'a', at: at(10), zone: 'UTC', now: at(0) }), 'plan')
    const moved = applied(planned, movePlan(planned, { planId: 'plan', at: at(20), zone: 'UTC', now: at(1) }), 'moved')
    expect(moved).toMatchObject([{ revisionId: 'a', liveFrom: at(20), listedAt: at(20) }])
  })

  test.each([
    ['a time that has passed', () => schedule([], { revisionId: 'a', at: at(0), zone: 'UTC', now: at(0) }), 'timePassed'],
    ['a time beyond ten years', () => schedule([], { revisionId: 'a', at: new Date('2036-11-23T06:00:00.001Z'), zone: 'UTC', now: at(0) }), 'tooFarAhead'],
    ['a move without a plan', () => movePlan([], { planId: 'plan', at: at(1), zone: 'UTC', now: at(0) }), 'notPlanned'],
    ['a cancel without a plan', () => cancelPlan([], { planId: 'plan', now: at(0) }), 'notPlanned'],
    ['an unpublish of what is not live', () => unpublish([], at(0)), 'notLive'],
  ])('refuses %s', (_name, act, message) => {
    expect(act).toThrow(expect.objectContaining({ code: 'INVALID', message }))
  })
})

test('ten years ahead is the most that is planned', () => {
  const planned = schedule([], { revisionId: 'a', at: new Date('2036-11-23T06:00:00Z'), zone: 'UTC', now: at(0) })
  expect(planned.add).toMatchObject([{ liveFrom: new Date('2036-11-23T06:00:00Z') }])
})

test('a change touches the article by id and by slug, its lists, the front page and the feed', () => {
  const tags = affectedCacheTags('a1', [
    { slug: 'old', sectionId: 's1', tagIds: ['t1'], bylineIds: ['b1'] },
    { slug: 'new', sectionId: 's2', tagIds: ['t1', 't2'], bylineIds: ['b1'] },
  ])
  expect(new Set(tags)).toEqual(new Set(['article:a1', 'front', 'feed', 'slug:old', 'slug:new', 'tag:s1', 'tag:s2', 'tag:t1', 'tag:t2', 'byline:b1']))
  expect(tags.length).toBe(new Set(tags).size)
})
