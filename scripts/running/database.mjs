import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Refusal, ROOT } from './config.mjs'

const OUT_OF_REACH = 5_000

/** Connects, or refuses with one line that names the server, never the password. */
export async function connect(url) {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: OUT_OF_REACH })
    client.on('error', () => {}) // a server that goes away later is the next query's matter
    await client.connect()
    return client
  } catch (error) {
    throw new Refusal(`Cannot reach the database at ${serverOf(url)} (${reason(error)}): start it, or correct DATABASE_URL.`)
  }
}

function serverOf(url) {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL'
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

function reason(error) {
  return error.code ?? error.errors?.[0]?.code ?? (/timeout/.test(error.message) ? 'no answer in 5 s' : error.message)
}

/** Refuses a database whose encoding or locale would lose å, ä and ö. */
export async function checkLocale(client) {
  const { rows } = await client.query(`
    SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider::text AS provider, datcollate AS collate, datctype AS ctype
    FROM pg_database WHERE datname = current_database()`)
  const [database] = rows
  const problem = localeProblem(database)
  if (problem) throw new Refusal(problem)
  const { rows: words } = await client.query(`SELECT lower('ÅÄÖ') = 'åäö' AND length(to_tsvector('simple', 'Åre Öre')) = 2 AS ok`)
  if (!words[0].ok) throw new Refusal(localeCure(`sorts its words by the locale "${database.ctype}", which does not know å, ä and ö`))
}

/** Pure: why a database with this encoding and locale cannot be used, or null. */
function localeProblem({ encoding, provider, collate, ctype }) {
  if (encoding !== 'UTF8') return localeCure(`is encoded as ${encoding}, not UTF8`)
  const bare = [collate, ctype].find((name) => name === 'C' || name === 'POSIX')
  if (provider === 'c' && bare) return localeCure(`has the locale "${bare}", which does not know å, ä and ö`)
  return null
}

const localeCure = (problem) =>
  `The database ${problem}: create one with CREATE DATABASE spalt TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' (or sv_SE.UTF-8) and point DATABASE_URL at it.`

/** The names of the migrations in the clone, in order. */
export function migrationsOnDisk(root = ROOT) {
  const dir = join(root, 'prisma/migrations')
  if (!existsSync(dir)) return []
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map((entry) => entry.name).sort()
}

/** True when nothing is to migrate; refuses a database that is newer than the code. */
export async function isMigrated(client) {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`)
  if (!tables[0].present) return false
  const { rows } = await client.query('SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL')
  return compareMigrations(rows, migrationsOnDisk())
}

/**
 * Pure: true when the database has exactly the code's migrations, false when some are to run.
 * @param {{ name: string, finished: boolean }[]} inDatabase
 * @param {string[]} onDisk
 */
function compareMigrations(inDatabase, onDisk) {
  const newer = inDatabase.find(({ name, finished }) => finished && !onDisk.includes(name))
  if (newer) throw new Refusal(`The database is newer than this code (it has the migration ${newer.name}): start the newer version of Spalt, or restore a backup from before it.`)
  const finished = new Set(inDatabase.filter((row) => row.finished).map(({ name }) => name))
  return inDatabase.every((row) => row.finished) && onDisk.every((name) => finished.has(name))
}

/** What the start has to know of a migrated database. */
export async function readState(client) {
  const { rows } = await client.query('SELECT EXISTS (SELECT FROM "user") AS "hasUsers", COALESCE((SELECT bool_or(is_demo) FROM settings), false) AS "isDemo"')
  return rows[0]
}
