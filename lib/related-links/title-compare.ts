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
  const pair = onlyDifference(a.words, b.words)
  if (!pair) return false
  const [x, y] = pair
  if (!maySlip(x, y) || !isOneEdit(x, y)) return false
  const [knownX, knownY] = [knowsWord(x), knowsWord(y)]
  if (knownX && knownY) return false
  return !isName(a, x, knownX || knownY) && !isName(b, y, knownX || knownY)
}

/** The one place at which two titles of equally many words differ. */
function onlyDifference(a: readonly string[], b: readonly string[]): readonly [string, string] | null {
  if (a.length !== b.length || a.length < 2) return null
  const different = a.flatMap((word, i) => (word === b[i] ? [] : [[word, b[i]!] as const]))
  return different.length === 1 ? different[0]! : null
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
  const start = sharedStart([...x], [...y])
  const end = Math.min(sharedStart([...x].reverse(), [...y].reverse()), x.length - start, y.length - start)
  const [midX, midY] = [x.slice(start, x.length - end), y.slice(start, y.length - end)]
  if (midX.length <= 1 && midY.length <= 1) return true
  return midX.length === 2 && midX === [...midY].reverse().join('')
}

function sharedStart(x: readonly string[], y: readonly string[]): number {
  const at = x.findIndex((letter, i) => letter !== y[i])
  return at < 0 ? x.length : at
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
