import { type TitleKeys, titleKeys } from './title-key'

const SHORTEST_WORD = 7

/** A title made ready to be compared with many. */
export type PreparedTitle = { given: string; keys: TitleKeys; words: readonly string[] }

export function prepareTitle(title: string, siteName: string): PreparedTitle {
  const keys = titleKeys(title, siteName)
  return { given: title, keys, words: wordsOf(keys.joined) }
}

const wordsOf = (key: string): string[] => key.split(' ').map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d?]+$/gu, '')).filter(Boolean)

/** The words (lower case) that decide whether a difference is a typing error: those of six letters and more, each once. */
export function wordsInTitles(titles: readonly string[], siteName = ''): string[] {
  const words = titles.flatMap((title) => wordsOf(titleKeys(title, siteName).joined))
  return [...new Set(words.filter((word) => word.length >= SHORTEST_WORD - 1))]
}

/** How two titles are alike, by the house's rule; null when they are not. Symmetric. */
export function compareTitles(a: PreparedTitle, b: PreparedTitle, knowsWord: (word: string) => boolean): 'same' | 'folded' | 'typo' | null {
  if (!a.keys.joined || !b.keys.joined) return null
  if (meet([a.keys.joined, a.keys.spaced], [b.keys.joined, b.keys.spaced])) return 'same'
  if (meet(a.keys.folded, b.keys.folded)) return 'folded'
  return isTypo(a, b, knowsWord) ? 'typo' : null
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key))

function isTypo(a: PreparedTitle, b: PreparedTitle, knowsWord: (word: string) => boolean): boolean {
  if (a.words.length !== b.words.length || a.words.length < 2) return false
  const different = a.words.flatMap((word, i) => (word === b.words[i] ? [] : [i]))
  if (different.length !== 1) return false
  const i = different[0]!
  const [x, y] = [a.words[i]!, b.words[i]!]
  if (!maySlip(x, y) || !isOneEdit(x, y)) return false
  const [knownX, knownY] = [knowsWord(x), knowsWord(y)]
  if (knownX && knownY) return false
  return !isName(a, x, knownX || knownY) && !isName(b, y, knownX || knownY)
}

/** Long words of letters alone; a prefix that negates is no slip of the finger. */
function maySlip(x: string, y: string): boolean {
  if (Math.max(x.length, y.length) < SHORTEST_WORD || Math.min(x.length, y.length) < SHORTEST_WORD - 1) return false
  if (!/^\p{L}+$/u.test(x) || !/^\p{L}+$/u.test(y)) return false
  const [long, short] = x.length > y.length ? [x, y] : [y, x]
  return !(long !== short && /^[oai]/.test(long) && long.slice(1) === short)
}

/** One letter put in, left out or changed, or two neighbours swapped (optimal string alignment distance 1). */
export function isOneEdit(x: string, y: string): boolean {
  if (x === y) return false
  let start = 0
  while (start < x.length && start < y.length && x[start] === y[start]) start += 1
  let end = 0
  while (end < x.length - start && end < y.length - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end += 1
  const [midX, midY] = [x.slice(start, x.length - end), y.slice(start, y.length - end)]
  if (midX.length <= 1 && midY.length <= 1) return true
  return midX.length === 2 && midY.length === 2 && midX[0] === midY[1] && midX[1] === midY[0]
}

/** A word that stands with a capital inside a sentence; at the start, or where every word has one, when no form of it is a known word. */
function isName({ given, words }: PreparedTitle, word: string, someFormKnown: boolean): boolean {
  const tokens = given.normalize('NFC').match(/[\p{L}\d-]+/gu) ?? []
  const at = tokens.findIndex((token) => token.toLocaleLowerCase('sv').replaceAll('-', '') === word)
  if (at < 0 || !/^\p{Lu}/u.test(tokens[at]!)) return false
  const capitals = tokens.filter((token) => /^\p{Lu}/u.test(token)).length
  const shouting = capitals > words.length * 0.6
  const first = at === 0 || /(?:[:.!?»”"']|[-–—|])\s*[”"'’»“‘]*$/u.test(given.slice(0, indexOfToken(given, tokens[at]!)))
  return first || shouting ? !someFormKnown : true
}

const indexOfToken = (given: string, token: string): number => Math.max(0, given.normalize('NFC').indexOf(token))
