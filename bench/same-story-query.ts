// The question "whose text is nearly this one's?" among 200,000 articles in Postgres. `npm run bench -- same-story-query`, or with another number behind it
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { removeData } from '../scripts/running/postgres-home.mjs'
import { startPostgres } from '../scripts/running/postgres.mjs'
import { migrate } from '../scripts/running/prepare-database.mjs'
import { makePairs } from './same-story-pairs'

const ARTICLES = Number(process.argv[3] ?? 200_000)
const REAL = 300

type Query = { text: string; values: unknown[] }
const asked: Query[] = []
/** Keeps every statement that Prisma sends, so that the plan shown is that of the query which runs. */
function listen(): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const given = args[0] as Query
    if (typeof given === 'object' && given.text) asked.push({ text: given.text, values: given.values ?? (args[1] as unknown[]) })
    return query.apply(this, args)
  } as typeof pg.Client.prototype.query
}

/** Articles with a long text's 64 bands of chance; one in a hundred has a few that all of these share, as a standing paragraph gives. */
async function fillTables(client: pg.Client, userId: string): Promise<void> {
  await client.query('DROP INDEX IF EXISTS article_signature_bands_idx')
  await client.query('DROP INDEX IF EXISTS article_text_search')
  await client.query('DROP INDEX IF EXISTS article_headline_trgm')
  await client.query(
    `INSERT INTO article (id, headline, body, plain_text, created_by_id, created_at, changed_by_id, changed_at)
     SELECT gen_random_uuid(), 'Rubrik ' || i, '{"type":"doc","content":[]}', 'Rubrik ' || i || E'\\n' || repeat('ord ' || i || ' ', 150), $1, t, $1, t
     FROM generate_series(1, $2::int) i, LATERAL (SELECT now() - i * interval '365 days' / $2::int AS t) clock`, [userId, ARTICLES])
  await client.query(
    `INSERT INTO article_signature (article_id, words_hash, bands)
     SELECT a.id, a.headline, ARRAY(SELECT CASE WHEN b <= 6 AND hashtext(a.headline) % 100 = 0 THEN b ELSE (random() * 4294967295 - 2147483648)::bigint::int END FROM generate_series(1, 64) b WHERE a.id IS NOT NULL) FROM article a`)
  await client.query('CREATE INDEX article_signature_bands_idx ON article_signature USING gin (bands) WITH (fastupdate = off)')
}

async function measure(url: string): Promise<void> {
  process.env.DATABASE_URL = url
  listen()
  const [{ createArticle, saveDraft }, { findNearDuplicates }, { makeActor, draftWith, paragraph }, { db }] = await Promise.all([
    import('@/lib/articles/commands'), import('@/lib/articles/queries'), import('@/lib/articles/fixtures'), import('@/lib/platform/db'),
  ])
  const actor = await makeActor('editor')
  const client = new pg.Client(url)
  client.on('error', () => {}) // the server ends it when something here fails
  await client.connect()
  await fillTables(client, actor.userId)
  const ids: string[] = []
  const saves: number[] = []
  for (const { a, b } of makePairs(REAL, 2026)) {
    for (const text of [a, b]) {
      const { articleId } = await createArticle({ actor })
      const begun = performance.now()
      await saveDraft({ actor, articleId, version: 1, draft: draftWith({ blocks: text.split('\n').map(paragraph) }) })
      saves.push(performance.now() - begun)
      ids.push(articleId)
    }
  }
  // one in a hundred of the made articles shares bands with these
  await client.query(`UPDATE article_signature SET bands = bands || ARRAY[1, 2, 3, 4, 5, 6] WHERE article_id = ANY($1::uuid[])`, [ids.slice(0, 100)])
  await client.query('VACUUM ANALYZE article, article_signature, publication')
  for (const id of ids.slice(200, 300)) await findNearDuplicates(actor, id)
  for (const [name, some] of [['own words only', ids.slice(300)], ['a paragraph that 2,000 articles share', ids.slice(0, 100)]] as const) {
    const times: number[] = []
    for (const id of some) {
      const begun = performance.now()
      await findNearDuplicates(actor, id)
      times.push(performance.now() - begun)
    }
    times.sort((x, y) => x - y)
    const at = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(1)
    console.log(`${name.padEnd(44)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (${times.length} questions)`)
  }
  saves.sort((x, y) => x - y)
  console.log(`${'a save with a new text'.padEnd(44)} p50 ${saves[Math.floor(saves.length / 2)]!.toFixed(1)} ms, p95 ${saves[Math.floor(saves.length * 0.95)]!.toFixed(1)} ms`)
  const last = asked.findLast(({ text }) => text.includes('@> ARRAY'))!
  const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF, SUMMARY OFF) ${last.text}`, last.values)
  console.log(`\n${plan.rows.map((row) => row['QUERY PLAN'].replace(/'\{[-\d,]{60,}\}'/g, "'{...}'")).join('\n')}`)
  await client.end()
  await db.$disconnect()
}

const dataDir = mkdtempSync(join(tmpdir(), 'spalt-bench-'))
const postgres = await startPostgres({ dataDir, durable: false })
try {
  await migrate(postgres.url)
  await measure(postgres.url).catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
} finally {
  await postgres.stop()
  removeData(dataDir)
}
