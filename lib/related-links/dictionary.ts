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
  const stems = new Map<string, string>()
  for (const line of new TextDecoder().decode(dic).split('\n')) {
    const [word, flags = ''] = line.trim().split(/\s/, 1)[0]!.split('/')
    // A stem with a capital is a name or an abbreviation.
    if (word && word === word.toLocaleLowerCase('sv')) stems.set(word, (stems.get(word) ?? '') + flags)
  }
  const suffixes = new Map<string, Suffix[]>()
  for (const line of new TextDecoder().decode(aff).split('\n')) {
    const [kind, flag, strip, added, condition = '.'] = line.trim().split(/\s+/)
    if (kind !== 'SFX' || added === undefined || /^\d+$/.test(added)) continue
    const add = added.split('/')[0]!
    const suffix = { flag: flag!, strip: strip === '0' ? '' : strip!, add: add === '0' ? '' : add, fits: new RegExp(`${condition}$`, 'u') }
    suffixes.set(suffix.add, [...(suffixes.get(suffix.add) ?? []), suffix])
  }
  return { stems, suffixes, longest: Math.max(0, ...[...suffixes.keys()].map((add) => add.length)) }
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
