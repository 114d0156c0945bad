import { findSuggestions, getDeskArticle, writingOf } from '@/lib/articles/queries'
import { findDeskTargets, findTargetUses } from '@/lib/related-links/queries'
import { TARGET_FILTERS } from '@/lib/related-links/schema'
import type { Sample } from '../links'
import type { Chance } from './chance'
import type { Case } from './measure'

const TARGET = { desk: 100, uses: 20, suggestions: 150 }

/** The links desk with each of its filters and orders, where targets are used (the most used ones first), and what an article could link to. */
export async function casesOf(sample: Sample, chance: Chance, runs: number): Promise<Case[]> {
  const actorOf = (i: number) => (i % 2 ? sample.editor : sample.writer)
  const times = (count: number, run: (i: number) => Promise<unknown>) => Array.from({ length: count }, (_, i) => () => run(i))
  const desk = TARGET_FILTERS.flatMap((show) => (['used', 'articles'] as const).map((sort): Case => ({
    name: `links desk: ${show}, by ${sort}`, target: TARGET.desk,
    // a page, and the one after it
    runs: times(Math.ceil(runs / 8), async (i) => {
      const { next } = await findDeskTargets(actorOf(i), { show, sort })
      return i % 4 === 3 && next ? findDeskTargets(actorOf(i), { show, sort, before: next }) : null
    }),
  })))
  const words = sample.articles.flatMap(({ headline }) => headline.split(' ').filter((word) => word.length > 5))
  const articles = await Promise.all(chance.shuffle(sample.articles).slice(0, Math.ceil(runs / 2)).map(({ id }) => getDeskArticle(sample.editor, id)))
  return [
    ...desk,
    { name: 'links desk: a word', target: TARGET.desk, runs: times(Math.ceil(runs / 4), (i) => findDeskTargets(actorOf(i), { show: 'all', sort: 'used', q: words[i % words.length] })) },
    { name: 'where a target is used', target: TARGET.uses, runs: times(Math.min(runs, sample.targets.length), (i) => findTargetUses(actorOf(i), sample.targets[i]!)) },
    { name: 'suggestions', target: TARGET.suggestions, runs: times(articles.length, (i) => findSuggestions(sample.editor, articles[i]!, writingOf(articles[i]!))) },
  ]
}
