import { expect, test } from 'vitest'
import { trigramSimilarity } from './trigrams'

test.each([
  // from Postgres's manual
  ['word', 'two words', 0.363636],
  ['word', 'words', 0.571429],
  ['Åre', 'Öre', 0.142857],
  ['Mosul, Mosul!', 'mosul', 1],
  ['', '', 0],
])('%j and %j', (a, b, expected) => {
  expect(trigramSimilarity(a, b)).toBeCloseTo(expected, 5)
})
