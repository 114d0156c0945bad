import type * as Dictionary from 'dictionary-sv'

/** `flags` are those of the form itself: what it may be in a compound. */
type Affix = { flag: string; strip: string; add: string; fits: RegExp; flags: string }
type Lexicon = {
  stems: ReadonlyMap<string, string>
  /** stems with a capital, in lower case: names and abbreviations */
  names: ReadonlySet<string>
  suffixes: ReadonlyMap<string, readonly Affix[]>
  prefixes: readonly Affix[]
  longest: number
}

// Hunspell's flags in the Swedish list; the English one has no compounds.
const [FIRST, MIDDLE, LAST, ONLY_IN_COMPOUNDS, FORBIDDEN, NEEDS_AFFIX] = ['X', 'U', 'Y', 'Z', '%', '¤']
const SHORTEST_PART = 3
const MOST_PARTS = 4
/** Longer ones are no words, and would be taken apart for nothing. */
const LONGEST_WORD = 60

let loading: Promise<(word: string) => boolean> | null = null

/**
 * Whether Swedish or English knows a word (lower case; names do not count, Swedish compounds do). Loaded at the first call
 * and kept: Hunspell's word lists read by their own rules for affixes and compounds, without expanding them.
 */
export function loadDictionary(): Promise<(word: string) => boolean> {
  return (loading ??= load())
}

async function load(): Promise<(word: string) => boolean> {
  const [sv, en] = await Promise.all([import('dictionary-sv'), import('dictionary-en')])
  const lexicons = [sv, en].map(({ default: files }: typeof Dictionary) => read(files))
  return (word) => word.length <= LONGEST_WORD && (lexicons.some((lexicon) => isForm(lexicon, word)) || (isCompound(lexicons[0]!, word) && !isNearName(lexicons[0]!, word)))
}

function read({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }): Lexicon {
  const affixes = linesOf(aff).flatMap((line) => affixOf(line) ?? [])
  const suffixes = Map.groupBy(affixes.filter(({ kind }) => kind === 'SFX'), ({ add }) => add)
  const longest = Math.max(0, ...[...suffixes.keys()].map((add) => add.length))
  return { ...stemsOf(dic), suffixes, prefixes: affixes.filter(({ kind }) => kind === 'PFX'), longest }
}

const linesOf = (file: Uint8Array): string[] => new TextDecoder().decode(file).split('\n')

function stemsOf(dic: Uint8Array): Pick<Lexicon, 'stems' | 'names'> {
  const stems = new Map<string, string>()
  const names = new Set<string>()
  for (const line of linesOf(dic)) {
    const [word, flags] = entryOf(line)
    if (!word || flags.includes(FORBIDDEN)) continue
    const lower = word.toLowerCase()
    if (word === lower) stems.set(word, (stems.get(word) ?? '') + flags)
    else names.add(lower)
  }
  return { stems, names }
}

/** `word/flags<tab>more`. Cut by hand: there are 200,000 lines, and a command line waits. */
function entryOf(line: string): [word: string, flags: string] {
  const tab = line.search(/\s/)
  const entry = tab < 0 ? line : line.slice(0, tab)
  const slash = entry.indexOf('/')
  return slash < 0 ? [entry, ''] : [entry.slice(0, slash), entry.slice(slash + 1)]
}

/** `SFX flag strip add[/flags] condition`; the line that heads a group has no condition. */
function affixOf(line: string): (Affix & { kind: string }) | null {
  const [, kind, flag, strip, added, flags = '', condition] = /^(SFX|PFX)\s+(\S+)\s+(\S+)\s+([^\s/]+)(?:\/(\S+))?\s+(\S+)/.exec(line) ?? []
  if (!kind || !flag || !strip || !added || !condition) return null
  // Titles are compared without apostrophes.
  const bare = (text: string): string => (text === '0' ? '' : text.replace(/'/g, ''))
  return { kind, flag, strip: bare(strip), add: bare(added), flags, fits: new RegExp(kind === 'SFX' ? `${condition}$` : `^${condition}`, 'u') }
}

/** What a spelling is a form of: the stem's flags, and those that the form itself has (null for the stem). */
type Form = { stem: string; own: string | null }

function formsOf({ stems, suffixes, longest }: Lexicon, word: string): Form[] {
  const forms: Form[] = []
  const itself = stems.get(word)
  if (itself !== undefined) forms.push({ stem: itself, own: null })
  for (let cut = Math.max(0, word.length - longest); cut <= word.length; cut += 1) {
    for (const { flag, strip, fits, flags } of suffixes.get(word.slice(cut)) ?? []) {
      const stem = word.slice(0, cut) + strip
      const found = stems.get(stem)
      if (found?.includes(flag) && fits.test(stem)) forms.push({ stem: found, own: flags })
    }
  }
  return forms
}

const standsAlone = ({ stem, own }: Form): boolean => !(own ?? stem).includes(ONLY_IN_COMPOUNDS) && !(own === null && stem.includes(NEEDS_AFFIX))

/** A stem or a form of one, with a prefix or without. */
function isForm(lexicon: Lexicon, word: string): boolean {
  if (formsOf(lexicon, word).some(standsAlone)) return true
  return lexicon.prefixes.some(({ flag, strip, add, fits }) => {
    if (!add || !word.startsWith(add)) return false
    const rest = strip + word.slice(add.length)
    return fits.test(rest) && formsOf(lexicon, rest).some((form) => form.stem.includes(flag) && standsAlone(form))
  })
}

/** A name, or its genitive. */
const isName = ({ names }: Lexicon, word: string): boolean => names.has(word) || (word.endsWith('s') && names.has(word.slice(0, -1)))

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzåäöéü']

/** A letter away from a name: Björkland could be a compound, and is a Björklund. */
function isNearName(lexicon: Lexicon, word: string): boolean {
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    const less = after.slice(1)
    if (isName(lexicon, before + less) || LETTERS.some((letter) => isName(lexicon, before + letter + after) || isName(lexicon, before + letter + less))) return true
  }
  return false
}

function isCompound(lexicon: Lexicon, word: string): boolean {
  return someCut(word, (first, rest) => mayStand(lexicon, first, FIRST) && isRest(lexicon, rest, MOST_PARTS - 1))
}

function isRest(lexicon: Lexicon, word: string, parts: number): boolean {
  if (formsOf(lexicon, word).some((form) => form.stem.includes(LAST) && standsAlone(form))) return true
  return parts > 1 && someCut(word, (middle, rest) => mayStand(lexicon, middle, MIDDLE) && isRest(lexicon, rest, parts - 1))
}

/** Every way to cut in two; of three equal letters at the seam one is written away (natt + tåg: nattåg). */
function someCut(word: string, fits: (first: string, rest: string) => boolean): boolean {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART + 1; cut += 1) {
    const first = word.slice(0, cut)
    if (cut <= word.length - SHORTEST_PART && fits(first, word.slice(cut))) return true
    if (first[cut - 1] === first[cut - 2] && fits(first, word.slice(cut - 1))) return true
  }
  return false
}

const mayStand = (lexicon: Lexicon, part: string, place: string): boolean => formsOf(lexicon, part).some(({ stem, own }) => (own ?? stem).includes(place))
