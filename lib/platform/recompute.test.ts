import { expect, test } from 'vitest'
import { countDifferent, recomputeAll, type Recomputing } from './recompute'

const batches: Record<string, Recomputing> = {
  '00000000-0000-0000-0000-000000000000': { last: 'b', seen: 2, changed: { key: 1 } }, b: { last: 'd', seen: 2, changed: {} }, d: { last: 'e', seen: 1, changed: { key: 1, words: 1 } },
}

test('a run goes on after each batch until there is none, adds up, and ends where a batch fails', async () => {
  const [asked, seen]: [string[], number[]] = [[], []]
  const step = async (after: string) => (asked.push(after), batches[after] ?? null)
  expect(await recomputeAll(step, (count) => seen.push(count))).toEqual({ seen: 5, changed: { key: 2, words: 1 } })
  expect({ asked: asked.slice(1), seen }).toEqual({ asked: ['b', 'd', 'e'], seen: [2, 4, 5] })
  await expect(recomputeAll(async (after) => (after === 'b' ? Promise.reject(new Error('gone')) : step(after)))).rejects.toThrow('gone')
})

test('differences are counted by name', () => {
  expect(countDifferent([{ was: { a: 1, b: [1] }, is: { a: 2, b: [1] } }, { was: { a: 1, b: [1] }, is: { a: 2, b: [2] } }])).toEqual({ a: 2, b: 1 })
})
