import type * as Dictionary from 'dictionary-sv'

type Suffix = { flag: string; strip: string; add: string; fits: RegExp }
type Lexicon = { stems: Map<string, string>; suffixes: Map<string, Suffix[]>; longest: number }

let loading: Promise<(word: string) => boolean> | null = null

/**
 * Whether Swedish or English knows a word (lower case; names do not count, Swedish compounds do). Loaded at the first call
 * and kept: Hunspell's word lists read by their own rules for suffixes and compounds, without expanding them.
 */
export function loadDictionary(): Promise<(word: string) => boolean> {
  return (loading ??= load())
}

async function load(): Promise<(word: string) => boolean> {
  const [sv, en] = await Promise.all([import('dictionary-sv'), import('dictionary-en')])
  const lexicons = [sv, en].map(({ default: files }: typeof Dictionary) => read(files))
  return (word) => lexicons.some((lexicon) => knows(lexicon, word))
}

function read({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }): Lexicon {
  const suffixes = Map.groupBy(linesOf(aff).flatMap((line) => suffixOf(line) ?? []), (suffix) => suffix.add)
  return { stems: stemsOf(dic), suffixes, longest: Math.max(0, ...[...suffixes.keys()].map((add) => add.length)) }
}

const linesOf = (file: Uint8Array): string[] => new TextDecoder().decode(file).split('\n')

function stemsOf(dic: Uint8Array): Map<string, string> {
  const stems = new Map<string, string>()
  for (const line of linesOf(dic)) {
    const [word, flags = ''] = line.trim().split(/\s/, 1)[0]!.split('/')
    // A stem with a capital is a name or an abbreviation.
    if (word && word === word.toLocaleLowerCase('sv')) stems.set(word, (stems.get(word) ?? '') + flags)
  }
  return stems
}

/** `SFX flag strip add condition`; a line of four numbers and letters heads a group and is none. */
function suffixOf(line: string): Suffix | null {
  const [, flag, strip, added, condition = '.'] = /^SFX\s+(\S+)\s+(\S+)\s+([^\s/]+)\S*(?:\s+(\S+))?/.exec(line) ?? []
  if (!flag || !strip || !added || /^\d+$/.test(added.replace(/^0$/, ''))) return null
  const bare = (text: string): string => (text === '0' ? '' : text)
  return { flag, strip: bare(strip), add: bare(added), fits: new RegExp(`${condition}$`, 'u') }
}

/** The flags of the stems that the word is a form of; null when there is none. */
function flagsOf({ stems, suffixes, longest }: Lexicon, word: string): string | null {
  let found: string | null = stems.get(word) ?? null
  for (let cut = Math.max(0, word.length - longest); cut <= word.length; cut += 1) {
    for (const { flag, strip, fits } of suffixes.get(word.slice(cut)) ?? []) {
      const stem = word.slice(0, cut) + strip
      const flags = stems.get(stem)
      if (flags?.includes(flag) && fits.test(stem)) found = (found ?? '') + flags
    }
  }
  return found
}

const SHORTEST_PART = 3

/** A word, or two that make a compound, the first with its s or without. */
function knows(lexicon: Lexicon, word: string): boolean {
  if (flagsOf(lexicon, word) !== null) return true
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)]
    if (mayBegin(lexicon, first) && flagsOf(lexicon, last)?.includes('Y')) return true
  }
  return false
}

/** Hunspell's X: may be the first part of a compound. */
const mayBegin = (lexicon: Lexicon, part: string): boolean => Boolean(flagsOf(lexicon, part)?.includes('X')) || (part.endsWith('s') && Boolean(flagsOf(lexicon, part.slice(0, -1))?.includes('X')))
