const WORD = /\p{L}[\p{L}\p{N}]*/gu
const SHINGLE = 5
const NEARLY = 0.8
const MOST_WORDS = 4_000

/**
 * Lexemes as the text writes them: Swedish stems are beginnings of their words, so the shortest word that begins so. Names (capital
 * letters inside of sentences) come first: they say more. At most `most`.
 */
export function wordsAsWritten(lexemes: readonly string[], text: string, most: number): string[] {
  const forms = formsOf(text)
  const written = lexemes.flatMap((lexeme): { word: string; isName: boolean }[] => {
    const fitting = [...forms].filter(([word]) => word.startsWith(lexeme)).sort(([a], [b]) => a.length - b.length)[0]
    return fitting ? [fitting[1]] : []
  })
  return [...written.filter(({ isName }) => isName), ...written.filter(({ isName }) => !isName)].slice(0, most).map(({ word }) => word)
}

/** Word in lower case -> as it is written; with its capital letter only where no sentence has it without. */
function formsOf(text: string): Map<string, { word: string; isName: boolean }> {
  const forms = new Map<string, { word: string; isName: boolean }>()
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = word.toLocaleLowerCase('sv')
    const known = forms.get(key)
    const isName = word !== key && (known?.isName === true || !/(?:^|[.!?:\n”"»–-])\s*$/u.test(text.slice(Math.max(0, index - 3), index)))
    if (!known || known.word !== key) forms.set(key, { word, isName })
  }
  return forms
}

/** A tsvector as Postgres writes it (`'bro':3,17 'pylon':4`): lexeme -> how often. */
export function countsIn(tsvector: string): Map<string, number> {
  const entries = tsvector.matchAll(/'((?:[^']|'')*)'(?::([^\s]+))?/g)
  return new Map([...entries].map(([, lexeme, positions]) => [lexeme!.replaceAll("''", "'").replaceAll('\\\\', '\\'), positions?.split(',').length ?? 1]))
}

/** True when the shorter text's runs of five words stand, eight of ten, in the other: the same text, or one made longer. */
export function isNearlySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  if (few.size === 0) return false
  let shared = 0
  for (const shingle of few) if (many.has(shingle)) shared += 1
  return shared / few.size >= NEARLY
}

/** The runs of five words of a text, of its first 4,000 words. */
export function shinglesOf(text: string): Set<string> {
  const words = (text.toLocaleLowerCase('sv').match(WORD) ?? []).slice(0, MOST_WORDS)
  return new Set(words.slice(SHINGLE - 1).map((_, i) => words.slice(i, i + SHINGLE).join(' ')))
}
