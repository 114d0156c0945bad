// What a search's text is made of, and marked text that no text can forge.

/** Set by Postgres around what fits. They stand in no text: Unicode keeps them for private use, and they are taken from it first. */
export const MARKS = { start: '\ue000', end: '\ue001' } as const

export type MarkedRun = { text: string; isHit: boolean }

/** Marked text in runs, to be rendered as text: nothing in it is ever markup. */
export function markedRuns(marked: string): MarkedRun[] {
  return marked.split(MARKS.start).flatMap((part, i) => {
    if (i === 0) return part ? [{ text: part, isHit: false }] : []
    const [hit = '', ...after] = part.split(MARKS.end)
    return [{ text: hit, isHit: true }, { text: after.join(''), isHit: false }].filter(({ text }) => text)
  })
}

const MOST_WORDS = 8
/** Shorter beginnings are those of half the language. */
export const SHORTEST_PART = 3

/** The words of what is asked, in lower case, each once; at most 8. */
export const wordsAsked = (query: string): string[] => [...new Set(query.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS)

/** How many letters may be wrong in a word. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** The query with other words in place of some, the rest as it was. */
export function corrected(query: string, words: ReadonlyMap<string, string>): string {
  return query.replace(/[\p{L}\p{N}]+/gu, (word) => words.get(word.toLocaleLowerCase('sv')) ?? word)
}

/** For each word of a query, all that it may stand for, as Postgres reads it: all of the words, each in one of its forms. */
export const anyOfEach = (forms: readonly (readonly string[])[]): string => forms.map((any) => `(${any.map((word) => `'${word}'`).join(' | ')})`).join(' & ')
