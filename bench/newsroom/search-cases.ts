import type pg from 'pg'
import { searchArticles } from '@/lib/articles/queries'
import type { Sample } from '../links'
import type { Chance } from './chance'
import type { Case } from './measure'

const TARGET = 50

/** The picker while one types: beginnings of headlines and of words inside of them, from the commonest to what nothing has. */
export function casesOf(sample: Sample, chance: Chance, runs: number): Case[] {
  const headline = (): string => chance.pick(sample.articles).headline
  const word = (least: number): string => chance.pick([...headline().matchAll(/\p{L}+/gu)].map(([each]) => each).filter((each) => each.length >= least).concat('ord'))
  const search = (name: string, query: () => string): Case => ({
    name: `picker: ${name}`, target: TARGET,
    runs: Array.from({ length: runs }, (_, i) => {
      const [asked, actor] = [query(), i % 2 ? sample.editor : sample.writer]
      return () => searchArticles(actor, asked)
    }),
  })
  const from = (letters: number) => () => (chance.is(0.5) ? headline() : word(letters)).slice(0, letters)
  return [
    ...[1, 2, 3, 5, 10].map((letters) => search(`${letters} ${letters === 1 ? 'letter' : 'letters'}`, from(letters))),
    search('a common word', () => chance.pick(['regeringen', 'polisen', 'kritik', 'norrköping', 'efter', 'experten', 'aik', 'so', 'här'])),
    search('two words of a headline, the second half typed', () => {
      const words = headline().split(' ')
      return `${words[0]} ${words.at(-1)!.slice(0, 4)}`
    }),
    search('two words that rarely meet', () => `${word(4)} ${word(4).slice(0, 3)}`),
    search('letters inside of words', () => word(8).slice(2, 7)),
    search('what nothing has', () => `zq${chance.below(1e6).toString(36)}`),
  ]
}

/** Every headline looked at. */
export function references(sample: Sample, client: pg.Client): Case[] {
  const runs = sample.articles.slice(0, 10).map(({ headline }) => () =>
    client.query(`SELECT id, headline FROM article WHERE headline || '' ILIKE $1 AND trashed_at IS NULL ORDER BY changed_at DESC LIMIT 10`, [`%${headline.slice(0, 5)}%`]),
  )
  return [{ name: 'comparison: ILIKE over every headline', target: null, runs }]
}
