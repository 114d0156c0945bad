import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dropped, type EditSlot, previewOf, stepped } from './slot-edits'

const slot = (key: string, more: Partial<EditSlot> = {}): EditSlot => ({
  key, id: null, articleId: `article-${key}`, headline: '', pinnedTo: null, from: null, until: null, article: { headline: key, state: 'live', section: null, plannedAt: null }, ...more,
})
const list = (length: number) => Array.from({ length }, (_, i) => slot(String(i)))
const keys = (slots: readonly EditSlot[]) => slots.map(({ key }) => key).join('')

describe('moving slots', () => {
  test('a step up or down swaps neighbours, and stops at the ends', () => {
    expect([keys(stepped(list(3), '1', -1)), keys(stepped(list(3), '1', 1)), keys(stepped(list(3), '0', -1)), keys(stepped(list(3), '2', 1))]).toEqual(['102', '021', '012', '012'])
  })

  test('a drop loses and doubles nothing, keeps the order of what is moved and of what is not, and puts it beside its target', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }).chain((length) => fc.record({ length: fc.constant(length), taken: fc.uniqueArray(fc.nat(length - 1)), target: fc.nat(length - 1), side: fc.constantFrom('before' as const, 'after' as const) })), ({ length, taken, target, side }) => {
      const moved = new Set(taken.map(String))
      const all = dropped(list(length), moved, String(target), side)
      expect([...keys(all)].sort().join('')).toBe(keys(list(length)))
      expect(keys(all.filter(({ key }) => moved.has(key)))).toBe([...moved].sort().join(''))
      expect(keys(all.filter(({ key }) => !moved.has(key)))).toBe(keys(list(length).filter(({ key }) => !moved.has(key))))
      if (moved.size === 0 || moved.has(String(target))) return
      const [at, first] = [all.findIndex(({ key }) => key === String(target)), all.findIndex(({ key }) => moved.has(key))]
      expect(side === 'before' ? first + moved.size : first - 1).toBe(at)
    }))
  })
})

test('the preview has live slots in their time by the headline that readers get, and what fills in', () => {
  const now = '2026-11-27T07:30:00.000Z'
  const slots = [
    slot('a', { headline: 'Annan' }), slot('b', { until: now }), slot('c', { from: '2026-11-27T07:30:00.001Z' }), slot('d', { article: { headline: 'd', state: 'scheduled', section: null, plannedAt: null } }), slot('e', { article: null }),
  ]
  const shown = previewOf(slots, [{ id: 'article-b', headline: 'b', section: null }, { id: 'article-a', headline: 'a', section: null }], now, 9)
  expect(shown.map(({ headline, isPlaced }) => [headline, isPlaced])).toEqual([['Annan', true], ['b', false]])
})
