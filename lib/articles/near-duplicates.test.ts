import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf, minHash, shinglesAt } from './min-hash'
import { changedMuch, commonPassages, compareStories, storyBands, storyOf } from './near-duplicates'

/** The share of places where two sketches agree: an estimate of the Jaccard index, standard error at most 0.045. */
const estimateJaccard = (a: Uint32Array, b: Uint32Array): number => a.reduce((sum, value, i) => sum + (value === b[i] ? 1 : 0), 0) / a.length

const words = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `ord${from + i}`).join(' ')
const compare = (a: string, b: string) => compareStories(storyOf(a), storyOf(b))
const word = fc.constantFrom(...'han hon det en ett stad polis brand kväll sade natten elden huset 20 år och i på som att'.split(' '))
const text = fc.array(word, { maxLength: 160 }).map((list) => list.join(' '))

describe('the words of a story', () => {
  it.each([
    ['(TT)'], ['TT'], ['TT-AFP-Reuters'], ['(TT-AFP-Reuters)'], ['Anna Lind/TT'], ['Av Anna Lind'], ['Text: Anna Lind'], ['Foto: Per Ek/TT'], ['Uppdaterad 12.30'], ['Publicerad 2026-11-24 kl. 12:30'],
    ['Senast uppdaterad kl 12.30'], ['Texten uppdateras.'], ['LÄS OCKSÅ: Så gick det till'], ['Läs mer: Så gick det till'],
  ])('are not in the line %s', (line) => {
    expect(storyOf(`Elden kom.\n${line}\nHuset brann.`).words).toEqual(['elden', 'kom', 'huset', 'brann'])
  })

  it.each([
    ['Av de tio är två kvar', 'av de tio är två kvar'], ['Stockholm (TT-AFP). Elden kom.', 'stockholm elden kom'], ['Uppdaterad 12.30: Elden kom.', 'elden kom'], ['Det kostar 20 000 kronor.', 'det kostar 20000 kronor'],
    ['Det kostar 20.000 kronor.', 'det kostar 20000 kronor'], ['rädd\u00adnings\u00adtjänst A\u030Amål', 'räddningstjänst åmål'], ['Uppdaterad statistik från myndigheten visar att 20 procent fler än väntat har flyttat.', 'uppdaterad statistik från myndigheten visar att 20 procent fler än väntat har flyttat'],
    ['Text som skyddar', 'text som skyddar'], ['', ''],
  ])('are those of: %s', (line, expected) => {
    expect(storyOf(line).words.join(' ')).toBe(expected)
  })

  it('leave out of the verdict what people said, unless hardly anything else is left', () => {
    const told = words(0, 40)
    expect(storyOf(`${told}\n– Det var fullt utvecklat, säger hon.\nHan ropade ”nu ska vi alla gå hem” och ”kom”.`).prose.join(' ')).toBe(`${told} han ropade och kom`)
    expect(storyOf('Kort.\n– Det var fullt utvecklat.').prose).toHaveLength(5)
  })
})

describe('two texts', () => {
  it('that are identical are the same, whole', () => {
    fc.assert(fc.property(text.filter(Boolean), (a) => {
      expect(compare(a, a)).toEqual({ kind: 'same', jaccard: 1, containment: 1, share: 100 })
    }))
  })

  it('are compared the same way round and back, within 0 and 1', () => {
    fc.assert(fc.property(text, text, (a, b) => {
      const [there, back] = [compare(a, b), compare(b, a)]
      expect([there.kind, there.jaccard, there.containment]).toEqual([back.kind, back.jaccard, back.containment])
      expect(there.jaccard).toBeGreaterThanOrEqual(0)
      expect(there.containment).toBeGreaterThanOrEqual(there.jaccard)
      expect(there.containment).toBeLessThanOrEqual(1)
    }))
  })

  it('with nothing written have nothing in common', () => {
    expect(compare('', '')).toEqual({ kind: null, jaccard: 0, containment: 0, share: 0 })
    expect(compare('ord', '')).toMatchObject({ kind: null, share: 0 })
  })

  it.each([
    ['one word of 200 changed', `${words(0, 100)} annat ${words(101, 200)}`, 'same'],
    ['a third more', `${words(0, 200)} ${words(1_000, 1_070)}`, 'version'],
    ['four times as long', `${words(0, 200)} ${words(1_000, 1_600)}`, 'extended'],
    ['a short part of it', words(20, 60), 'extended'],
    ['a tenth of it in another text', `${words(1_000, 1_200)} ${words(0, 20)}`, null],
    ['another text', words(1_000, 1_200), null],
  ])('%s: %s', (_what, other, kind) => {
    expect(compare(words(0, 200), other).kind).toBe(kind)
  })

  it('say how much of the first stands in the second', () => {
    expect(compare(words(0, 200), `${words(0, 100)} ${words(1_000, 1_100)}`).share).toBe(50)
    expect(compare(words(0, 100), `${words(0, 100)} ${words(1_000, 1_100)}`).share).toBe(100)
  })
})

describe('candidates', () => {
  const set = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 400 })
  const jaccardOf = (a: readonly number[], b: readonly number[]): number => new Set(a).intersection(new Set(b)).size / new Set([...a, ...b]).size

  it('are estimated within five standard errors of the true Jaccard', () => {
    fc.assert(fc.property(set, set, set, (common, a, b) => {
      const [left, right] = [[...common, ...a], [...common, ...b]]
      const jaccard = jaccardOf(left, right)
      expect(Math.abs(estimateJaccard(minHash(left), minHash(right)) - jaccard)).toBeLessThanOrEqual(5 * Math.sqrt((jaccard * (1 - jaccard)) / 128) + 0.02)
    }), { seed: 1, numRuns: 300 })
  })

  it('do not depend on the order of the set', () => {
    fc.assert(fc.property(set, (a) => {
      expect(minHash(a.toReversed())).toEqual(minHash(a))
    }))
  })

  it('of more than 0.8 always share a band, and of less than 0.01 hardly ever', () => {
    const shares = (a: readonly number[], b: readonly number[]): boolean => {
      const bands = new Set(bandsOf(minHash(a), 5))
      return bandsOf(minHash(b), 5).some((band) => bands.has(band))
    }
    const found = { near: 0, far: 0 }
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 220, maxLength: 220 }), (all) => {
      if (shares(all.slice(0, 200), all.slice(20))) found.near += 1
      if (shares(all.slice(0, 111), all.slice(109))) found.far += 1
    }), { seed: 1, numRuns: 200 })
    expect(found.near).toBe(200)
    expect(found.far).toBeLessThanOrEqual(6)
  })

  it('of a short text and its longer version share a band, and a text of a few words has none', () => {
    const bands = new Set(storyBands(storyOf(words(0, 95))))
    expect(storyBands(storyOf(words(0, 200))).some((band) => bands.has(band))).toBe(true)
    expect(storyBands(storyOf(words(0, 29)))).toEqual([])
  })

  it('fit a column of 32-bit integers', () => {
    for (const band of storyBands(storyOf(words(0, 200)))) expect(band).toBe(band | 0)
  })
})

describe('shingles', () => {
  it('begin at each word; a text shorter than one is one', () => {
    expect(shinglesAt([], 5)).toHaveLength(0)
    expect(shinglesAt(['a', 'b'], 5)).toHaveLength(1)
    expect(shinglesAt(['a', 'b', 'c', 'd', 'e', 'f'], 5)).toHaveLength(2)
    expect(shinglesAt(['a', 'b', 'c'], 3)[0]).not.toBe(shinglesAt(['b', 'a', 'c'], 3)[0])
  })
})

describe('common passages', () => {
  it('lose no character, and mark what both texts have wherever it stands', () => {
    const mine = `Nytt här.\n${words(0, 20)}, slut!\nLÄS OCKSÅ: En annan`
    const passages = commonPassages(mine, `${words(100, 150)} ${words(0, 20)}`)
    expect(passages.map((line) => line.map(({ text: part }) => part).join('')).join('\n')).toBe(mine)
    expect(passages).toEqual([[{ text: 'Nytt här.', common: false }], [{ text: words(0, 20), common: true }, { text: ', slut!', common: false }], [{ text: 'LÄS OCKSÅ: En annan', common: false }]])
  })

  it('lose no character of any text', () => {
    fc.assert(fc.property(fc.array(text).map((lines) => lines.join('.\n')), text, (a, b) => {
      expect(commonPassages(a, b).map((line) => line.map(({ text: part }) => part).join('')).join('\n')).toBe(a)
    }))
  })
})

it('a text has changed much from 20 words on, written or cut', () => {
  expect(changedMuch(words(0, 100), `${words(0, 100)} ${words(200, 219)}`)).toBe(false)
  expect(changedMuch(words(0, 100), `${words(0, 100)} ${words(200, 220)}`)).toBe(true)
  expect(changedMuch(words(0, 100), words(0, 80))).toBe(true)
  expect(changedMuch(words(0, 100), `${words(0, 90)} ${words(200, 210)}`)).toBe(true)
})
