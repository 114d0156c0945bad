import type pg from 'pg'
import { randomFrom } from '../random'
import type { CorpusArticle, makeCorpus } from './corpus'
import { insertArticles, makeHouse, publishArticles } from './load'

const ASKED = 600
const FIVE = 5
type Hits = { asked: number; hits: number }

/** Loads the corpus, asks for suggestions at each article's time, and prints hit@5 beside the baseline's. */
export async function judge(client: pg.Client, { articles, tags }: ReturnType<typeof makeCorpus>): Promise<void> {
  const house = await makeHouse(client, tags)
  for (let from = 0; from < articles.length; from += 400) await insertArticles(client, articles.slice(from, from + 400), house)
  await publishArticles(client)
  await client.query('VACUUM ANALYZE')
  const { findSuggestions, writingOf, getDeskArticle } = await import('@/lib/articles/queries')
  const actor = { userId: house.user, email: '', name: '', role: 'editor', locale: 'sv' } as const
  // not the first ones: of those nothing could be linked
  const asked = randomFrom(1).shuffle(articles.slice(200).filter(({ linked }) => linked.length > 0)).slice(0, ASKED)
  const [spalt, baseline]: [Hits, Hits] = [{ asked: 0, hits: 0 }, { asked: 0, hits: 0 }]
  const times: number[] = []
  let sameStory = 0
  for (const article of asked) {
    const stored = await getDeskArticle(actor, article.id)
    const timeline = [{ id: article.id, revisionId: article.id, version: 2, headline: '', madeAt: '', phase: 'plan' as const, anew: false, liveFrom: new Date(article.at.getTime() + 1).toISOString(), liveUntil: null, listedAt: article.at.toISOString(), zone: null, lacksCorrection: false }]
    const begun = performance.now()
    const offered = await findSuggestions(actor, { id: article.id, state: 'scheduled', timeline }, writingOf(stored), article.at)
    times.push(performance.now() - begun)
    count(spalt, article, offered.map(({ articleId }) => articleId))
    sameStory += offered.filter(({ articleId }) => articles.find(({ id }) => id === articleId)!.story === article.story).length / Math.max(1, offered.length)
    count(baseline, article, await newestWithSharedTag(client, article))
  }
  print(articles, { spalt, baseline, times, sameStory: sameStory / asked.length })
}

function count(hits: Hits, { linked }: CorpusArticle, offered: readonly string[]): void {
  hits.asked += 1
  if (offered.slice(0, FIVE).some((id) => linked.includes(id))) hits.hits += 1
}

async function newestWithSharedTag(client: pg.Client, { id, at }: CorpusArticle): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id FROM article a WHERE a.id <> $1 AND a.created_at < $2 AND EXISTS (SELECT FROM article_tag x JOIN article_tag mine ON mine.tag_id = x.tag_id AND mine.article_id = $1 WHERE x.article_id = a.id)
     ORDER BY a.created_at DESC LIMIT ${FIVE}`, [id, at])
  return rows.map((row) => row.id)
}

export function percentile(times: readonly number[], at: number): string {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * at)]!.toFixed(1)
}

type Result = { spalt: Hits; baseline: Hits; times: number[]; sameStory: number }
function print(articles: readonly CorpusArticle[], { spalt, baseline, times, sameStory }: Result): void {
  const share = ({ asked, hits }: Hits): number => hits / asked
  const row = (name: string, cells: readonly string[]): string => name.padEnd(52) + cells.map((cell) => cell.padStart(10)).join('')
  console.log(row(`${articles.length} articles, ${new Set(articles.map(({ story }) => story)).size} stories, ${spalt.asked} of them asked`, ['hit@5']))
  console.log(row('  suggestions', [share(spalt).toFixed(3)]))
  console.log(row('  baseline: newest with a shared tag', [share(baseline).toFixed(3)]))
  console.log(row('  ratio (wanted: 1.3, and 0.8 above)', [(share(spalt) / share(baseline)).toFixed(2)]))
  console.log(row('  of the five, on the same story', [sameStory.toFixed(2)]))
  console.log(row('  ms for each question: p50, p95', [percentile(times, 0.5), percentile(times, 0.95)]))
}
