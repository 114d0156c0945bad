// What a correction may have forgotten: words that it took from the headline and that still speak for the article elsewhere.
import { type Elsewhere, ELSEWHERE, type Lines } from './correction'

/** In which texts elsewhere words still stand that went from headline and standfirst, as they were written there; endings do not count. */
export function leftBehind(before: Pick<Lines, 'headline' | 'standfirst'>, after: Lines): { name: Elsewhere; words: string[] }[] {
  const now = tokensIn(`${after.headline} ${after.standfirst}`)
  const gone = tokensIn(`${before.headline} ${before.standfirst}`).filter((word) => saysSomething(word) && !stands(word, now))
  const distinct = [...new Map(gone.map((word) => [keyOf(word), word])).values()]
  return ELSEWHERE.flatMap((name) => {
    const words = distinct.filter((word) => stands(word, tokensIn(after[name])))
    return words.length > 0 ? [{ name, words }] : []
  })
}

/** Words with what joins their parts: "2–1", "3,5", "EU-mötet". */
const TOKEN = /[\p{L}\p{N}]+(?:[-–,.:'’][\p{L}\p{N}]+)*/gu
const tokensIn = (text: string): string[] => text.normalize('NFC').match(TOKEN) ?? []
const keyOf = (word: string): string => word.toLocaleLowerCase('sv')

/** A short word is only itself; of a longer one there are other forms. */
const SHORT = 4
const stands = (word: string, among: readonly string[]): boolean =>
  among.some((each) => keyOf(each) === keyOf(word) || (word.length >= SHORT && keyOf(each).startsWith(keyOf(word))))

/** A number, a name, or a word that is not there for grammar alone. */
const saysSomething = (word: string): boolean => /[\p{N}\p{Lu}]/u.test(word) ? !GRAMMAR.has(keyOf(word)) : word.length >= SHORT && !GRAMMAR.has(word)
const GRAMMAR = new Set(
  `att av de dem den det du efter ej eller en enligt ett för från före genom han har hon hos hur i in inom inför inte kan man med medan mellan men mot när nu
  nya och om på redan sedan ska skulle som till under upp ur ut utan vad vid vill åt är även över alla allt blev blir denna deras dessa detta eftersom
  fick finns flera hans hennes ingen inga innan kommer kunde måste också sina sitt trots varit vars vilken`.split(/\s+/),
)
