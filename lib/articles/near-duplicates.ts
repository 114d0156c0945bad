// When are two texts one story told twice? Counted on what the newsroom wrote: not on bylines, agencies or LÄS OCKSÅ.
import { splitReadAlsoLine } from '@/lib/related-links/model'
import { bandsOf, minHash, shinglesAt } from './min-hash'

/** A word as it is compared, where it stands in its line, and whether it is somebody's words. */
type Word = { word: string; start: number; end: number; isSaid: boolean }
/** A text as it is compared: all its words, and those that the newsroom found itself. */
export type Story = { words: readonly string[]; prose: readonly string[] }
export type StoryKind = 'same' | 'version' | 'extended'
export type Comparison = {
  kind: StoryKind | null
  jaccard: number
  /** shared shingles by those of the text that has fewer */
  containment: number
  /** whole percent of the first text's words that stand in passages which the second has too */
  share: number
}
/** A stretch of a line; `common` stands in the other text too. */
export type Passage = { text: string; common: boolean }

/** Words: under the first no signature, under the second shingles of three, under the third bands of both kinds. */
const FEWEST = 30
const SHORT = 100
const BOTH = 300
/**
 * Jaccard, Jaccard, containment. Measured by `npm run bench -- same-story`: of wire copy that a desk has extended, edited and
 * cut, 19 of 20 keep more than a third of the shorter text's shingles; two desks' own reports share a fifth at most.
 */
const SAME = 0.8
const VERSION = 0.5
const CONTAINED = 0.25

const AGENCY = '(?:TT|AFP|AP|Reuters|NTB|Ritzau|STT|DPA|dpa|SPA|ANSA|EFE|Xinhua|Bloomberg|Direkt|Siren|Omni)'
const AGENCIES = `${AGENCY}(?:\\s*[-/–,]\\s*${AGENCY})*`
/** Blanked where they stand, the text around them counts. */
const MARKS = [
  new RegExp(`\\(${AGENCIES}\\)`, 'gu'),
  new RegExp(`\\s/\\s?${AGENCIES}\\.?$`, 'gu'),
  /^(?:uppdatera[dt]|updated)(?:\s+(?:kl\.?|at))?\s*:?\s*\d{1,2}[.:]\d{2}\s*[:.–-]?(?=\s)/giu,
]
const CREDIT = /^(?:(?:Av|AV|By)\s+|(?:Text|Foto|Photo|Bild|Text och foto|Text och bild|Text & foto|Reporter|Red|Källa|Källor|Source|Sources)\s*[:/]\s*)\p{Lu}/u
const MONTHS = '(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zå]*'
const STAMP = new RegExp(`^(?:senast\\s+|last\\s+)?(?:uppdatera[dt]|publicera[dt]|updated|published)\\b(?:[\\s:,.]+(?:\\d[\\d.:-]*|kl|at|den|on|i|dag|går|idag|igår|today|${MONTHS}))+\\.?$`, 'iu')
const IN_PROGRESS = /^(?:texten|artikeln|nyheten)\s+(?:uppdateras|har\s+uppdaterats)\b/iu
const AGENCY_LINE = new RegExp(`^(?:[^.!?]{0,60}/)?\\(?${AGENCIES}\\)?\\.?$`, 'u')
const MOST_IN_A_CREDIT = 8

/** Lines that are no part of the story, whatever stands in them. */
function isBoilerplate(line: string): boolean {
  if (AGENCY_LINE.test(line) || splitReadAlsoLine(line) !== null) return true
  return (CREDIT.test(line) || STAMP.test(line) || IN_PROGRESS.test(line)) && line.split(/\s+/).length <= MOST_IN_A_CREDIT
}

const WORD = /\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|[\p{L}\p{N}\p{M}\u00ad\u200b]+/gu
/** What people said stands in everybody's report: lines that begin with a dash, and quotes of five words or more. */
const SAID_LINE = /^\s*[–—-]\s/u
const QUOTE = /[”“"»](?:[^\s”“"»«]+\s+){4,}[^”“"»«]*[”“"«»]/gu

function wordsIn(line: string): Word[] {
  if (isBoilerplate(line.trim())) return []
  const plain = MARKS.reduce((text, mark) => text.replace(mark, (found) => ' '.repeat(found.length)), line)
  const quotes = SAID_LINE.test(line) ? [[0, line.length] as const] : [...line.matchAll(QUOTE)].map(({ 0: quote, index }) => [index, index + quote.length] as const)
  return [...plain.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const word = found.replace(/[ .\u00a0\u202f\u00ad\u200b]/g, '').normalize('NFC').toLowerCase()
    return word ? [{ word, start: index, end: index + found.length, isSaid: quotes.some(([from, to]) => from <= index && index < to) }] : []
  })
}

const wordsOfText = (text: string): Word[] => text.split('\n').flatMap(wordsIn)

/** A text as it is compared. Of an interview, where hardly anything else is left, what was said counts too. */
export function storyOf(text: string): Story {
  const words = wordsOfText(text)
  const prose = words.filter(({ isSaid }) => !isSaid)
  const of = (list: readonly Word[]): string[] => list.map(({ word }) => word)
  return { words: of(words), prose: of(prose.length < FEWEST ? words : prose) }
}

const widthOf = (words: number): number => (words < SHORT ? 3 : 5)

/** What a text is found by: texts that share a band may be alike; empty for one of less than 30 words. What was said counts here: it finds more, and the verdict is not asked yet. */
export function storyBands({ words }: Story): number[] {
  if (words.length < FEWEST) return []
  // A short text and its longer version meet in the bands of the short one's width.
  const widths = words.length < BOTH ? [3, 5] : [5]
  return widths.flatMap((width) => bandsOf(minHash(new Set(shinglesAt(words, width))), width))
}

/** How far two texts are the same, by shingles of the shorter one's width. */
export function compareStories(a: Story, b: Story): Comparison {
  const width = widthOf(Math.min(a.prose.length, b.prose.length))
  const [mine, other] = [new Set(shinglesAt(a.prose, width)), new Set(shinglesAt(b.prose, width))]
  const shared = mine.intersection(other).size
  const jaccard = shared === 0 ? 0 : shared / (mine.size + other.size - shared)
  const containment = shared === 0 ? 0 : shared / Math.min(mine.size, other.size)
  return { kind: kindOf(jaccard, containment), jaccard, containment, share: shareOf(a.words, b.words) }
}

function shareOf(words: readonly string[], otherWords: readonly string[]): number {
  const covered = coverOf(words, otherWords).filter(Boolean).length
  return covered === 0 ? 0 : Math.floor((100 * covered) / words.length)
}

function kindOf(jaccard: number, containment: number): StoryKind | null {
  if (jaccard >= SAME) return 'same'
  if (jaccard >= VERSION) return 'version'
  return containment >= CONTAINED ? 'extended' : null
}

/** For each word whether it stands in a shingle that the other text has. */
function coverOf(words: readonly string[], otherWords: readonly string[]): boolean[] {
  const width = widthOf(Math.min(words.length, otherWords.length))
  const other = new Set(shinglesAt(otherWords, width))
  const cover = words.map(() => false)
  shinglesAt(words, width).forEach((shingle, start) => {
    if (other.has(shingle)) cover.fill(true, start, start + width)
  })
  return cover
}

/** A text's lines in stretches: what the other text has too, wherever it stands there, and what it has not. */
export function commonPassages(text: string, otherText: string): Passage[][] {
  const lines = text.split('\n').map((line) => ({ line, words: wordsIn(line) }))
  const cover = coverOf(lines.flatMap(({ words }) => words.map(({ word }) => word)), wordsOfText(otherText).map(({ word }) => word))
  let first = 0
  return lines.map(({ line, words }) => passagesOf(line, words, cover.slice(first, (first += words.length))))
}

/** A run of common words is one passage, with what stands between them. */
function passagesOf(line: string, words: readonly Word[], marks: readonly boolean[]): Passage[] {
  const passages: Passage[] = []
  let done = 0
  const add = (until: number, common: boolean) => {
    if (until > done) passages.push({ text: line.slice(done, until), common })
    done = until
  }
  words.forEach(({ start, end }, i) => {
    if (marks[i] && !marks[i - 1]) add(start, false)
    if (marks[i] && !marks[i + 1]) add(end, true)
  })
  add(line.length, false)
  return passages
}

/** True when so much was written or cut that the question is worth asking again: 20 words. */
export function changedMuch(before: string, after: string): boolean {
  const counts = new Map<string, number>()
  for (const word of storyOf(before).words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of storyOf(after).words) counts.set(word, (counts.get(word) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0) >= MUCH
}
const MUCH = 20
