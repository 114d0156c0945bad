import { readConfig } from '../running/config.mjs'
import { ensureSecret, runningPid } from '../running/data-dir.mjs'
import { ensureGenerated } from '../running/builds.mjs'
import { runningDatabaseUrl, startPostgres } from '../running/postgres.mjs'
import { migrate } from '../running/prepare-database.mjs'

/** Runs work with DATABASE_URL set: as given, else the running embedded database, else that one started for the while. */
export async function withDatabase(work) {
  const config = readConfig(process.env)
  process.env.SITE_URL ??= config.siteUrl
  process.env.SPALT_DATA_DIR = config.dataDir
  await ensureGenerated(process.stderr)
  process.env.AUTH_SECRET = config.authSecret ?? ensureSecret(config.dataDir)
  if (config.databaseUrl) return finish(work)
  process.env.DATABASE_URL = runningDatabaseUrl(config.dataDir) ?? ''
  if (process.env.DATABASE_URL) return finish(work)
  return withOwnServer(config, work)
}

async function withOwnServer({ dataDir }, work) {
  const postgres = await startPostgres({ dataDir })
  // A server that has started meanwhile uses this database too: it is then the one who stops it.
  const stop = () => (runningPid(dataDir) ? Promise.resolve() : postgres.stop())
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.once(signal, () => void stop().then(() => process.exit(code)))
  try {
    process.env.DATABASE_URL = postgres.url
    await migrate(postgres.url)
    return await finish(work)
  } finally {
    await stop()
  }
}

// Prisma's pool would hold the process, and Postgres' stop, until it times out.
async function finish(work) {
  try {
    return await work()
  } finally {
    await globalThis.spaltDb?.$disconnect()
  }
}
