import { bareTitle, type TitleKeys, titleKeys } from './title-key'
import { maySlip } from './typing-error'

/** A title made ready to be compared with many. `bare` is as its writer cased it. */
export type PreparedTitle = { bare: string; keys: TitleKeys; words: readonly string[] }

/** `siteName` is what the title may end with. */
export function prepareTitle(title: string, siteName: string): PreparedTitle {
  const keys = titleKeys(title, siteName)
  return { bare: bareTitle(title, siteName), keys, words: wordsOf(keys.joined) }
}

/** Words, numbers with their signs, and question marks. */
const wordsOf = (key: string): string[] => key.match(/(?<![\p{L}\p{M}\d])[-+]?\d[\p{L}\p{M}\d]*(?:[.,:/-]+[\p{L}\p{M}\d]+)*%?|[\p{L}\p{M}\d]+(?:[.,:/&+-]+[\p{L}\p{M}\d]+)*|\?/gu) ?? []

const SHORTEST_FORM = 6

/** The words (lower case) that decide whether a difference is a typing error: those of six letters and more, each once. */
export function wordsInTitles(titles: readonly string[], siteName = ''): string[] {
  const words = titles.flatMap((title) => wordsOf(titleKeys(title, siteName).joined))
  return [...new Set(words.filter((word) => word.length >= SHORTEST_FORM))]
}

/** How two titles are alike, by the house's rule; null when they are not. Symmetric. */
export function compareTitles(a: PreparedTitle, b: PreparedTitle, knowsWord: (word: string) => boolean): 'same' | 'folded' | 'typo' | null {
  if (!a.keys.joined || !b.keys.joined) return null
  if (a.keys.joined === b.keys.joined || isSameText(a.keys.open, b.keys.open)) return 'same'
  if (isSameText(a.keys.folded, b.keys.folded)) return 'folded'
  return isTypo(a, b, knowsWord) ? 'typo' : null
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{M}]/u.test(char)
const isInWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{M}\d]/u.test(char)

/** Equal, where a hyphen inside a word may be nothing, a space, or (unspaced dashes) a mark between parts in the other. */
function isSameText(a: string, b: string): boolean {
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (a[i] === b[j]) [i, j] = [i + 1, j + 1]
    else {
      const step = stepAt(a, i, b, j) ?? stepAt(b, j, a, i)?.reverse()
      if (!step) return false
      ;[i, j] = [i + step[0]!, j + step[1]!]
    }
  }
  return true
}

/** How far to go on in both, from a hyphen in `a` that is none in `b`. */
function stepAt(a: string, i: number, b: string, j: number): number[] | null {
  if (a[i] !== '-' || !isInWord(a[i - 1]) || !isInWord(a[i + 1])) return null
  if (b.startsWith(': ', j)) return [1, 2]
  // between digits it is a score or a span: 2-1 is not 21
  if (!isLetter(a[i - 1]) && !isLetter(a[i + 1])) return null
  return b[j] === ' ' ? [1, 1] : [1, 0]
}

function isTypo(a: PreparedTitle, b: PreparedTitle, knowsWord: (word: string) => boolean): boolean {
  const pair = onlyDifference(a.words, b.words)
  if (!pair) return false
  const [x, y] = pair
  const [knowsX, knowsY] = [knowsWord(x), knowsWord(y)]
  if (!maySlip({ word: x, known: knowsX }, { word: y, known: knowsY })) return false
  return !isName(a, x, knowsX || knowsY) && !isName(b, y, knowsX || knowsY)
}

/** The one place at which two titles of equally many words differ. */
function onlyDifference(a: readonly string[], b: readonly string[]): readonly [string, string] | null {
  if (a.length !== b.length) return null
  const different = a.flatMap((word, i) => (word === b[i] ? [] : [[word, b[i]!] as const]))
  return different.length === 1 ? different[0]! : null
}

/** A word that stands with a capital inside a sentence; at the start, or where every word has one, when no form of it is a known word. */
function isName({ bare }: PreparedTitle, word: string, someFormKnown: boolean): boolean {
  const tokens = [...bare.matchAll(/[\p{L}\p{M}\d-]+/gu)]
  const token = tokens.find(([text]) => text.toLocaleLowerCase('sv').replaceAll('-', '') === word)
  if (!token || !/^\p{Lu}/u.test(token[0])) return false
  return isFirst(bare.slice(0, token.index)) || everyWordHasCapital(token[0], tokens.map(([text]) => text)) ? !someFormKnown : true
}

const isFirst = (before: string): boolean => /^[^\p{L}\d]*$|[:.!?|"'”“’»«›‹„][^\p{L}\d]*$|\s-\s[^\p{L}\d]*$/u.test(before.slice(-8))

function everyWordHasCapital(word: string, tokens: readonly string[]): boolean {
  const long = tokens.filter((token) => token.length >= 4)
  return long.every((token) => /^\p{Lu}/u.test(token)) && (word === word.toLocaleUpperCase('sv') || long.length >= 2)
}
