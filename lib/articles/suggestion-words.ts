const WORD = /\p{L}[\p{L}\p{N}]*/gu

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

/** What the text writes with a capital letter inside of sentences, and never without: names. */
export const namesIn = (text: string): string[] => [...formsOf(text).values()].flatMap(({ word, isName }) => (isName ? [word] : []))

/** A tsvector as Postgres writes it (`'bro':3,17 'pylon':4`): lexeme -> how often. */
export function countsIn(tsvector: string): Map<string, number> {
  const entries = tsvector.matchAll(/'((?:[^']|'')*)'(?::([^\s]+))?/g)
  return new Map([...entries].map(([, lexeme, positions]) => [lexeme!.replaceAll("''", "'").replaceAll('\\\\', '\\'), positions?.split(',').length ?? 1]))
}
