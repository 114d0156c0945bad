// Are the articles that an editor linked among the five that are offered? `npm run bench -- suggestions`, and with a number
// (`-- suggestions 200000`) what a question costs in an archive of that size.
//
// The newsroom is generated (bench/suggestions/corpus.ts): 2,400 articles in 300 days on forty stories, five to each of eight beats.
// - The five stories of a beat run at the same time and have the same tags; eight places are shared across beats, and so are people.
// - Half of all nouns are anybody's, by Zipf's law from 2,500; a fifth are the beat's; one in seven is the story's own (each article uses
//   six of its ten), one in nine its turn's (a story has six turns, each with nine words, three of them the story's), one in
//   fourteen a neighbouring story's. All are inflected at random. A third of people and places in a text are a neighbour's.
// - What the editor linked is one or two of the last three articles on the same turn, at times the turn's or the story's first, and in
//   one article of twelve a neighbouring story's. The text does not contain it; nothing else is known of it.
// Asked at the article's own time, of its draft without links: a hit when at least one that the editor linked is among the five.
// Words' frequencies are those of the whole corpus, later articles included, as the column's statistics have them.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { removeData } from '@/scripts/running/postgres-home.mjs'
import { startPostgres } from '@/scripts/running/postgres.mjs'
import { migrate } from '@/scripts/running/prepare-database.mjs'
import { makeCorpus } from './suggestions/corpus'
import { measureLarge } from './suggestions/measure'
import { judge } from './suggestions/quality'

const SEED = 2026
const many = Number(process.argv[3] ?? 0)
const dataDir = mkdtempSync(join(tmpdir(), 'spalt-bench-'))
const postgres = await startPostgres({ dataDir, durable: false })
try {
  process.env.DATABASE_URL = postgres.url
  process.env.LOG_LEVEL = 'silent'
  await migrate(postgres.url)
  const client = new pg.Client(postgres.url)
  await client.connect()
  if (many > 0) await measureLarge(client, many)
  else await judge(client, makeCorpus(SEED))
  await client.end()
  await (await import('@/lib/platform/db')).db.$disconnect()
} finally {
  await postgres.stop()
  removeData(dataDir)
}
