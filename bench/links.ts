// What links and their lists cost in a big newsroom: `npm run bench -- links [--plans] [--write] [--refill] [--small] [--quick]`.
// Fails when a plan reads a big table from end to end; `--write` puts what it printed into docs/performance.md.
import { cpus } from 'node:os'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import type { Actor } from '@/lib/auth/model'
import { openNewsroom } from './big-newsroom'
import { Chance } from './newsroom/chance'
import { type Case, measure, plansAsText, type Result, tableOf, tooMuchRead } from './newsroom/measure'

const args = process.argv.slice(3)
const RUNS = args.includes('--quick') ? 40 : 200
const PAGE = 'docs/performance.md'
const [BEGIN, END] = ['<!-- links: begin -->', '<!-- links: end -->']

type Sample = { editor: Actor; writer: Actor; articles: { id: string; headline: string; slug: string }[]; urls: string[]; titles: string[]; targets: string[] }

const newsroom = await openNewsroom(args)
const client = new pg.Client({ connectionString: newsroom.url })
await client.connect()
try {
  const results: Result[] = []
  for (const each of await casesOf(await takeSample(client), new Chance(4))) {
    results.push(await measure(each, client))
    console.log(tableOf(results.slice(-1)).split('\n').at(-1))
  }
  report(results)
} finally {
  await (await import('@/lib/platform/db')).db.$disconnect()
  await client.end()
  await newsroom.stop()
}

async function takeSample(client: pg.Client): Promise<Sample> {
  const take = async <T extends object>(sql: string): Promise<T[]> => (await client.query<T>(sql)).rows
  const person = async (role: string): Promise<Actor> => {
    const [user] = await take<{ id: string; name: string }>(`SELECT u.id, u.name FROM "user" u WHERE u.role = '${role}' ORDER BY u.id LIMIT 1`)
    return { userId: user!.id, name: user!.name, role } as Actor
  }
  const share = newsroom.size.articles < 10_000 ? 50 : 0.5
  return {
    editor: await person('editor'), writer: await person('writer'),
    articles: await take(`SELECT id, headline, slug FROM article TABLESAMPLE BERNOULLI (${share}) REPEATABLE (1) WHERE trashed_at IS NULL AND headline <> '' LIMIT 600`),
    urls: (await take<{ url: string }>(`SELECT url FROM link_target TABLESAMPLE BERNOULLI (${share}) REPEATABLE (2) WHERE kind = 'url' AND use_count > 0 LIMIT 400`)).map(({ url }) => url),
    titles: (await take<{ title: string }>(`SELECT title FROM link_target TABLESAMPLE BERNOULLI (${share}) REPEATABLE (3) WHERE kind = 'title' AND use_count > 0 LIMIT 400`)).map(({ title }) => title),
    targets: [
      ...(await take<{ id: string }>('SELECT id FROM link_target ORDER BY use_count DESC LIMIT 40')),
      ...(await take<{ id: string }>(`SELECT id FROM link_target TABLESAMPLE BERNOULLI (${share}) REPEATABLE (4) WHERE use_count > 0 LIMIT 160`)),
    ].map(({ id }) => id),
  }
}

async function casesOf(sample: Sample, chance: Chance): Promise<Case[]> {
  const [checks, search, desk] = [await import('./newsroom/check-cases'), await import('./newsroom/search-cases'), await import('./newsroom/desk-cases')]
  return [...checks.casesOf(sample, chance, RUNS), ...checks.references(sample, client), ...search.casesOf(sample, chance, RUNS), ...search.references(sample, client), ...(await desk.casesOf(sample, chance, RUNS))]
}

function report(results: readonly Result[]): void {
  const [cpu] = cpus()
  const machine = `${newsroom.size.articles.toLocaleString('en')} articles and ${newsroom.size.targets.toLocaleString('en')} link targets; ${cpus().length} cores (${cpu?.model ?? 'unknown'}), the embedded Postgres with 64 MB of shared buffers, all in one machine.`
  const text = `${machine}\n\n${tableOf(results)}`
  console.log(`\n${text}`)
  const plans = plansAsText(results)
  if (args.includes('--plans')) console.log(`\n${plans}`)
  if (args.includes('--write')) write(`${text}\n\n### Plans\n\nOf every statement that these ask; \`Seq Scan\` stands only at small tables.\n\n${plans}`)
  // of a few pages there is nothing better than to read them
  const wrong = args.includes('--small') ? [] : tooMuchRead(results)
  for (const { sql, lines } of wrong) console.error(`\nReads a big table from end to end:\n${sql}\n${lines.join('\n')}`)
  if (wrong.length > 0) process.exitCode = 1
}

function write(text: string): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : `# Performance\n\n## Links at scale\n\n${BEGIN}\n${END}\n`
  const [before, rest = ''] = page.split(BEGIN)
  writeFileSync(PAGE, `${before}${BEGIN}\n${text}\n${END}${rest.split(END)[1] ?? '\n'}`)
}

export type { Sample }
