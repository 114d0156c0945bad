import type pg from 'pg'
import { fillLarge } from './large'
import { percentile } from './quality'

const ASKED = 200

/** Fills a large archive and measures the question over 200 articles of it, with the plan of its main statement. */
export async function measureLarge(client: pg.Client, many: number): Promise<void> {
  console.log(`Filling ${many} articles`)
  await fillLarge(client, many, console.log)
  const { db } = await import('@/lib/platform/db')
  const { findSuggestions, writingOf, getDeskArticle } = await import('@/lib/articles/queries')
  const { rows: [user] } = await client.query<{ id: string }>('SELECT id FROM "user"')
  const actor = { userId: user!.id, email: '', name: '', role: 'editor', locale: 'sv' } as const
  const { rows } = await client.query<{ id: string }>('SELECT id FROM article ORDER BY md5(id::text) LIMIT $1', [ASKED + 20])
  const times: number[] = []
  const offered: number[] = []
  for (const { id } of rows) {
    const article = await getDeskArticle(actor, id)
    const begun = performance.now()
    const found = await findSuggestions(actor, article, writingOf(article))
    times.push(performance.now() - begun)
    offered.push(found.length)
  }
  const [measured, full] = [times.slice(20), offered.filter((n) => n === 5).length]
  console.log(`${many} articles, ${measured.length} asked after 20 to warm up: p50 ${percentile(measured, 0.5)} ms, p95 ${percentile(measured, 0.95)} ms (wanted: 150), most ${percentile(measured, 0.999)} ms; five offered in ${full} of ${offered.length}`)
  await printPlan(client, db, async () => {
    const article = await getDeskArticle(actor, rows.at(-1)!.id)
    await findSuggestions(actor, article, writingOf(article))
  })
}

type Client = { $queryRaw: (...args: never[]) => unknown }

/** The statement is taken as it was sent, and explained. */
async function printPlan(client: pg.Client, db: Client, ask: () => Promise<void>): Promise<void> {
  const sent: { text: string; values: unknown[] }[] = []
  const send = db.$queryRaw.bind(db)
  db.$queryRaw = ((parts: TemplateStringsArray, ...values: never[]) => {
    sent.push(statement(parts, values))
    return (send as (...args: unknown[]) => unknown)(parts, ...values)
  }) as Client['$queryRaw']
  await ask()
  db.$queryRaw = send as Client['$queryRaw']
  const { text, values } = sent.find((each) => each.text.includes('word_hit'))!
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, COSTS off, TIMING off, BUFFERS off) ${text}`, values)
  const lines = rows.map((row) => row['QUERY PLAN'])
  console.log(lines.filter((line) => /Scan|Execution/.test(line)).map((line) => line.replace(/^ +/, (space) => ' '.repeat(Math.floor(space.length / 4)))).join('\n'))
  console.log(lines.some((line) => /Seq Scan on (?:article|article_tag|publication|revision|article_signature)\b/.test(line)) ? 'A SEQUENTIAL SCAN over a large table' : 'no sequential scan over a large table')
}

type Fragment = { strings: readonly string[]; values: readonly unknown[] }
const isFragment = (value: unknown): value is Fragment => typeof value === 'object' && value !== null && 'strings' in value && 'values' in value

/** A tagged template with the fragments in it, as text with numbered values. */
function statement(parts: readonly string[], values: readonly unknown[]): { text: string; values: unknown[] } {
  const flat: unknown[] = []
  const write = (strings: readonly string[], given: readonly unknown[]): string =>
    strings.map((string, i) => (i === 0 ? string : `${isFragment(given[i - 1]) ? write((given[i - 1] as Fragment).strings, (given[i - 1] as Fragment).values) : `$${flat.push(given[i - 1])}`}${string}`)).join('')
  return { text: write(parts, values), values: flat }
}
