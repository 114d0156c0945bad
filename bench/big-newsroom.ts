// Makes and fills a newsroom of 200,000 articles and 1,000,000 link targets, and keeps it. `--refill` makes it anew, `--small` a hundredth of it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig, ROOT } from '../scripts/running/config.mjs'
import { removeData } from '../scripts/running/postgres-home.mjs'
import { startPostgres } from '../scripts/running/postgres.mjs'
import { migrationsOnDisk } from '../scripts/running/database.mjs'
import { migrate } from '../scripts/running/prepare-database.mjs'
import { ensureGenerated } from '../scripts/running/builds.mjs'
import type { Size } from './newsroom/fill'

/** Grows when the rows change that the filling makes. Migrations run on the filled data, as in life. */
const VERSION = 2
const FULL: Size = { articles: 200_000, targets: 1_000_000 }
const SMALL: Size = { articles: 2_000, targets: 10_000 }

export type Newsroom = { url: string; size: Size; stop: () => Promise<void> }

/** The big newsroom, running and migrated; sets DATABASE_URL, so that the project's own queries ask it. */
export async function openNewsroom(args: readonly string[]): Promise<Newsroom> {
  await ensureGenerated()
  const isSmall = args.includes('--small')
  const dataDir = join(readConfig(process.env).dataDir, `bench-${isSmall ? 'small' : 'big'}-${VERSION}`)
  const filled = join(dataDir, 'filled')
  if (args.includes('--refill') || !existsSync(filled)) await forget(dataDir)
  mkdirSync(dataDir, { recursive: true })
  const size = isSmall ? SMALL : FULL
  const postgres = await startPostgres({ dataDir, durable: false })
  try {
    await migrate(postgres.url)
    process.env.DATABASE_URL = postgres.url
    const migrations = migrationsOnDisk().join('\n')
    if (!existsSync(filled)) await fill(postgres.url, size)
    if (!existsSync(filled) || readFileSync(filled, 'utf8') !== migrations) await settle(postgres.url)
    writeFileSync(filled, migrations)
    return { url: postgres.url, size, stop: postgres.stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** After the filling and after a migration: addresses of tags, and what nobody else does here, where nothing runs in the background. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('INSERT INTO tag_address (kind, slug, tag_id) SELECT kind, slug, id FROM tag ON CONFLICT DO NOTHING')
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** Removes it, the server that a killed run left included. */
async function forget(dataDir: string): Promise<void> {
  if (existsSync(dataDir)) await (await startPostgres({ dataDir, durable: false })).stop()
  removeData(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}

async function fill(url: string, size: Size): Promise<void> {
  const { fillNewsroom } = await import('./newsroom/fill')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const begun = performance.now()
  const say = (text: string): void => console.log(`${String(Math.round((performance.now() - begun) / 1000)).padStart(5)} s  ${text}`)
  try {
    console.log(`Filling a newsroom of ${size.articles} articles and ${size.targets} link targets; it is kept for the next run.`)
    await fillNewsroom(client, size, say)
    say('filled')
  } finally {
    await client.end()
  }
}

if (process.argv[2] === 'big-newsroom') {
  process.chdir(ROOT)
  const { size, stop } = await openNewsroom(process.argv)
  await stop()
  console.log(`${size.articles} articles, ${size.targets} link targets: ready.`)
}
