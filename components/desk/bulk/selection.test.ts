import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toggled } from './selection'

const IDS = ['a', 'b', 'c', 'd', 'e']

test('one row is chosen and let go by itself', () => {
  expect(toggled(IDS, new Set(['d']), { id: 'b', from: null })).toEqual(['b', 'd'])
  expect(toggled(IDS, new Set(['b', 'd']), { id: 'b', from: null })).toEqual(['d'])
})

test('a range goes both ways, chooses or lets go, and begins at no row that has left', () => {
  expect(toggled(IDS, new Set(['b']), { id: 'd', from: 'b' })).toEqual(['b', 'c', 'd'])
  expect(toggled(IDS, new Set(['d']), { id: 'b', from: 'd' })).toEqual(['b', 'c', 'd'])
  expect(toggled(IDS, new Set(IDS), { id: 'd', from: 'b' })).toEqual(['a', 'e'])
  expect(toggled(IDS, new Set(), { id: 'd', from: 'gone' })).toEqual(['d'])
  expect(toggled(IDS, new Set(['a']), { id: 'gone', from: 'a' })).toEqual(['a'])
})

test('rows outside the range stay as they were, and all within are as the one clicked', () => {
  fc.assert(fc.property(fc.subarray(IDS), fc.constantFrom(...IDS), fc.option(fc.constantFrom(...IDS)), (chosen, id, from) => {
    const after = toggled(IDS, new Set(chosen), { id, from })
    const [low, high] = [IDS.indexOf(id), IDS.indexOf(from ?? id)].sort() as [number, number]
    for (const [i, each] of IDS.entries()) expect(after.includes(each)).toBe(i >= low && i <= high ? !chosen.includes(id) : chosen.includes(each))
  }))
})
