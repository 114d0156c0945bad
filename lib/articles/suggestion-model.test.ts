import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, diversify, isAboutTheSame, scoreCandidates, tellingWords, withHeadline, type WordStatistics } from './suggestion-model'
import { countsIn, wordsAsWritten } from './suggestion-words'

const frequencies = new Map([['säg', 0.5], ['kommun', 0.2], ['bro', 0.01], ['pylon', 0.001]])
const statistics: WordStatistics = { articles: 10_000, frequencyOf: (word) => frequencies.get(word) ?? 0.0005, isKnown: (word) => frequencies.has(word), isEveryday: (word) => word === 'säg' }
const counts = (...words: string[]) => new Map(words.map((word) => [word, 1]))
const candidate = (id: string, words: string[], more: Partial<Candidate> = {}): Candidate => ({ id, words: counts(...words), headlineWords: [], tagIds: new Set(), ageDays: 10, ...more })
const own = { words: counts('säg', 'kommun', 'bro', 'pylon'), headlineWords: ['bro'], names: new Set(['bro']), tags: [{ id: 'rare', name: 'Bron', weight: 6 }, { id: 'common', name: 'Nyheter', weight: 1 }] }
const ids = (list: readonly { candidate: Candidate }[]) => list.map((each) => each.candidate.id)

const anyCandidate = fc.record({
  id: fc.uuid(), words: fc.dictionary(fc.constantFrom('säg', 'kommun', 'bro', 'pylon', 'x', 'y'), fc.integer({ min: 1, max: 9 })).map((words) => new Map(Object.entries(words))),
  headlineWords: fc.subarray(['bro', 'pylon', 'x']), tagIds: fc.subarray(['rare', 'common', 'other']).map((tags) => new Set(tags)), ageDays: fc.double({ min: -10, max: 3_000, noNaN: true }),
})

describe('telling words', () => {
  test('are rare ones before frequent ones, and never those of every second article', () => {
    expect(tellingWords(own.words, statistics)).toEqual(['pylon', 'bro'])
  })

  test('stay within the rows that may be read, and are never more than 48', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.double({ min: 0.0001, max: 1, noNaN: true })), { selector: ([word]) => word, minLength: 1, maxLength: 60 }), (words) => {
      const known = new Map(words)
      const any: WordStatistics = { articles: 200_000, frequencyOf: (word) => known.get(word)!, isKnown: () => true, isEveryday: () => false }
      const chosen = tellingWords(counts(...known.keys()), any)
      const rows = chosen.reduce((sum, word) => sum + known.get(word)! * 200_000, 0)
      expect(chosen.length).toBeGreaterThan(0)
      expect(chosen.length).toBeLessThanOrEqual(48)
      // the rarest alone, where all are frequent
      if (chosen.length > 1) expect(rows).toBeLessThanOrEqual(1_800)
    }))
  })
})

describe('scores', () => {
  test('rare shared words, rare shared tags, the headline and newness each count', () => {
    const base = candidate('base', ['säg', 'kommun'])
    const better: Candidate[] = [
      candidate('words', ['säg', 'kommun', 'pylon']), candidate('tags', ['säg', 'kommun'], { tagIds: new Set(['rare']) }),
      candidate('headline', ['säg', 'kommun'], { headlineWords: ['bro'] }), candidate('new', ['säg', 'kommun'], { ageDays: 1 }),
    ]
    for (const each of better) expect(ids(scoreCandidates(own, [base, each], statistics))).toEqual([each.id, 'base'])
    const [rare, common] = [candidate('rare', ['säg'], { tagIds: new Set(['rare']) }), candidate('common', ['säg'], { tagIds: new Set(['common']) })]
    expect(ids(scoreCandidates(own, [common, rare], statistics))).toEqual(['rare', 'common'])
  })

  test('are between 0 and 1, ordered, and the same in any order of candidates', () => {
    fc.assert(fc.property(fc.uniqueArray(anyCandidate, { selector: ({ id }) => id, maxLength: 12 }), (candidates) => {
      const scored = scoreCandidates(own, candidates, statistics)
      const scores = scored.map(({ score }) => score)
      expect(scores.every((score) => score >= 0 && score <= 1.000_001)).toBe(true)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      expect(ids(scoreCandidates(own, [...candidates].reverse(), statistics))).toEqual(ids(scored))
    }))
  })

  test('tell what is about the same from what shares everyday words only', () => {
    const scored = scoreCandidates(own, [candidate('near', ['pylon', 'bro']), candidate('everyday', ['säg', 'x', 'y']), candidate('tagged', ['x'], { tagIds: new Set(['common']) })], statistics)
    expect(ids(scored.filter(isAboutTheSame))).toEqual(['near', 'tagged'])
  })

  test('say what is shared, the rarest word first', () => {
    const [best] = scoreCandidates(own, [candidate('a', ['kommun', 'pylon', 'bro'], { tagIds: new Set(['rare', 'other']) })], statistics)
    expect(best).toMatchObject({ sharedWords: ['pylon', 'bro'], sharedTags: [{ name: 'Bron' }] })
  })

  test('take for a reason what is rare, a name, in a headline, or what both are about, and never what everybody writes', () => {
    const young: WordStatistics = { ...statistics, articles: 19, frequencyOf: () => 2 / 19 }
    const mine = { words: new Map([['kommun', 2], ['bro', 1], ['pylon', 1], ['säg', 9], ['x', 2], ['y', 1]]), headlineWords: ['säg'], names: new Set(['y', 'säg']), tags: [] }
    const reasons = (headlineWords: string[] = [], using = young) => scoreCandidates(mine, [{ ...candidate('a', []), words: new Map([...mine.words, ['x', 1]]), headlineWords }], using)[0]!.sharedWords
    expect(reasons()).toEqual(['kommun', 'y'])
    expect(reasons(['bro', 'säg'])).toEqual(['kommun', 'bro', 'y'])
    expect(reasons([], statistics)).toEqual(expect.arrayContaining(['pylon']))
  })
})

describe('diversity', () => {
  test('takes another angle before the second of two that are alike', () => {
    const twins = ['a', 'b'].map((id) => candidate(id, ['bro', 'pylon', 'x'], { tagIds: new Set(['rare']) }))
    const other = candidate('c', ['bro', 'kommun', 'y'], { tagIds: new Set(['common']), ageDays: 5 })
    const scored = scoreCandidates(own, [...twins, other], statistics)
    expect(ids(scored).indexOf('c')).toBe(2)
    expect(ids(diversify(scored, 2))).toEqual([ids(scored)[0], 'c'])
  })

  test('begins with the best, takes no one twice and no more than asked; without it the order is the score', () => {
    fc.assert(fc.property(fc.uniqueArray(anyCandidate, { selector: ({ id }) => id, maxLength: 12 }), fc.integer({ min: 0, max: 6 }), (candidates, most) => {
      const scored = scoreCandidates(own, candidates, statistics)
      const chosen = ids(diversify(scored, most))
      expect(chosen).toHaveLength(Math.min(most, candidates.length))
      expect(new Set(chosen).size).toBe(chosen.length)
      expect(chosen.slice(0, 1)).toEqual(ids(scored).slice(0, Math.min(1, most)))
      expect(ids(diversify(scored, most, 1))).toEqual(ids(scored).slice(0, most))
    }))
  })
})

describe('words', () => {
  test('a headline makes its words heavier', () => {
    expect([...withHeadline(counts('bro', 'pylon'), ['bro'])]).toEqual([['bro', 3], ['pylon', 1]])
  })

  test('are shown as the text writes them, names first', () => {
    const text = 'Bron stängs. Pylonen rostar vid Norrhamn. Mosul nämns.\nOckså pylonen i Norrhamn.'
    expect(wordsAsWritten(['pylon', 'norrhamn'], text, 2)).toEqual(['Norrhamn', 'pylonen'])
    expect(wordsAsWritten(['mosul', 'saknas'], text, 2)).toEqual(['Mosul'])
    expect(wordsAsWritten(['pylon', 'norrhamn', 'bron'], text, 1)).toEqual(['Norrhamn'])
  })

  test('are read from a tsvector with quotes and without positions', () => {
    expect([...countsIn(`'bro':3,17A 'o''hara':2 'pylon' 'c:\\\\x':1`)]).toEqual([['bro', 2], ["o'hara", 1], ['pylon', 1], ['c:\\x', 1]])
  })
})
