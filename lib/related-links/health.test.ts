import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterCheck, healthOf, type HealthRow, nextCheckAt, type Outcome, type Problem, UNCHECKED } from './health'

const HOUR = 3_600_000
const T0 = Date.parse('2026-11-24T06:00:00Z')
const URL_ = 'https://example.com/nyhet'
const FAILURES: readonly Problem[] = ['missing', 'no-host']
const UNSURE: readonly Problem[] = ['refused', 'server-error', 'timeout', 'tls', 'connection', 'dns', 'redirects', 'robots', 'unsafe']
const outcome = (problem: Problem | null, permanentTo: string | null = null): Outcome => ({ status: problem === 'missing' ? 404 : problem ? null : 200, problem, permanentTo })

type Check = { after: number; problem: Problem | null }
const checks = fc.array(fc.record({ after: fc.integer({ min: 0, max: 12 * HOUR }), problem: fc.constantFrom(null, ...FAILURES, ...FAILURES, ...UNSURE) }), { maxLength: 12 })
function run(list: readonly Check[]): { row: HealthRow; at: number }[] {
  let at = T0
  let row = UNCHECKED
  return list.map(({ after, problem }) => {
    at += after
    row = afterCheck(row, URL_, outcome(problem), new Date(at))
    return { row, at }
  })
}

describe('the state of an outside link', () => {
  test('is broken exactly when two failures since the last success lie four hours apart', () => {
    fc.assert(
      fc.property(checks, (list) => {
        for (const [i, { row }] of run(list).entries()) {
          const since = list.slice(0, i + 1).findLastIndex(({ problem }) => problem === null) + 1
          const failedAt = run(list).flatMap(({ at }, j) => (j >= since && j <= i && FAILURES.includes(list[j]!.problem!) ? [at] : []))
          const isBroken = failedAt.length > 1 && failedAt.at(-1)! - failedAt[0]! >= 4 * HOUR
          expect(healthOf(row)).toBe(isBroken ? 'broken' : list[i]!.problem === null ? 'healthy' : 'unknown')
        }
      }),
    )
  })

  test('the next look lies ahead, within eight days, and soon after a first failure', () => {
    fc.assert(
      fc.property(checks, fc.double({ min: 0, max: 1, noNaN: true }), (list, luck) => {
        for (const { row, at } of run(list)) {
          const hours = (nextCheckAt(row, new Date(at), luck).getTime() - at) / HOUR
          expect(hours).toBeGreaterThanOrEqual(5)
          expect(hours).toBeLessThanOrEqual(7.5 * 24)
          if (row.failures === 1 && FAILURES.includes(row.problem!)) expect(hours).toBe(5)
          if (healthOf(row) === 'unknown' && !FAILURES.includes(row.problem!)) expect(hours).toBe(24)
        }
      }),
    )
  })

  test('is unknown before the first check, and without a row', () => {
    expect([healthOf(UNCHECKED), healthOf(null)]).toEqual(['unknown', 'unknown'])
  })

  test.each(UNSURE)('%s never breaks a link, however often', (problem) => {
    expect(healthOf(run(Array.from({ length: 20 }, () => ({ after: 24 * HOUR, problem }))).at(-1)!.row)).toBe('unknown')
  })
})

test.each([
  ['https://example.com/ny', 'https://example.com/ny'],
  ['https://annan.se/nyhet', 'https://annan.se/nyhet'],
  ['http://www.example.com/nyhet/', null],
  ['https://example.com/nyhet?utm_source=x', null],
  ['https://example.com/', null],
  ['https://annan.se', null],
  [null, null],
])('a permanent redirect to %s offers %s', (to, offer) => {
  expect(afterCheck(UNCHECKED, URL_, outcome(null, to), new Date(T0)).redirectedTo).toBe(offer)
})

test('an offer stays while nothing is known, and goes with the next success or failure', () => {
  const offering = afterCheck(UNCHECKED, URL_, outcome(null, 'https://example.com/ny'), new Date(T0))
  const after = (problem: Problem | null) => afterCheck(offering, URL_, outcome(problem), new Date(T0 + HOUR)).redirectedTo
  expect([after('timeout'), after(null), after('missing')]).toEqual(['https://example.com/ny', null, null])
})
