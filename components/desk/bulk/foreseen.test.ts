import { expect, test } from 'vitest'
import { foreseen } from './foreseen'

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 27, hour))
const fine = { headline: 'H', section: { id: 's', name: 'S' }, state: 'draft' as const, changedSinceLive: false, plannedAt: null, embargoUntil: null, may: { publish: true } }

test('what the list can tell beforehand', () => {
  expect(foreseen(fine, null)).toBeNull()
  expect(foreseen({ ...fine, may: { publish: false } }, null)).toBe('forbidden')
  expect(foreseen({ ...fine, headline: ' ' }, null)).toBe('headlineRequired')
  expect(foreseen({ ...fine, section: null }, at(9))).toBe('sectionRequired')
  expect(foreseen({ ...fine, state: 'live' }, null)).toBe('publishedAlready')
  expect(foreseen({ ...fine, state: 'live', changedSinceLive: true }, null)).toBeNull()
})

test('an embargo stops what would begin before its end', () => {
  const embargoed = { ...fine, embargoUntil: at(8) }
  expect([null, at(7), at(8), at(9)].map((time) => foreseen(embargoed, time))).toEqual(['embargo', 'embargo', null, null])
})
