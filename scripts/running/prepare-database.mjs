import { prismaEnv } from './builds.mjs'
import { ROOT } from './config.mjs'
import { checkLocale, connect, isMigrated, readState } from './database.mjs'
import { command, step } from './steps.mjs'

/**
 * A database that answers, speaks Swedish and has the code's tables: DATABASE_URL's, else the embedded one.
 * @param {(() => Promise<void>)[]} cleanups gets the embedded server's end
 */
export async function prepareDatabase(config, cleanups) {
  const postgres = config.databaseUrl ? null : await embedded(config)
  if (postgres) cleanups.push(postgres.stop)
  const url = config.databaseUrl ?? postgres.url
  await migrate(url)
  return { url, embedded: postgres, readState: () => withClient(url, readState) }
}

/** Brings the tables up to the code; costs nothing when they are. */
export async function migrate(url) {
  const done = await withClient(url, async (client) => {
    await checkLocale(client)
    return isMigrated(client)
  })
  if (!done) await step('Preparing the tables', () => command('prisma', ['migrate', 'deploy'], { cwd: ROOT, env: prismaEnv(url) }))
}

async function embedded({ dataDir, durable }) {
  const { startPostgres } = await import('./postgres.mjs')
  const postgres = await step('Starting the database', () => startPostgres({ dataDir, durable }))
  if (postgres.home.outside) console.log(`The user postgres cannot enter ${dataDir}: its data is in ${postgres.home.home}`)
  return postgres
}

async function withClient(url, work) {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
