import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { removeData } from '../running/postgres-home.mjs'
import { startPostgres } from '../running/postgres.mjs'
import { migrate } from '../running/prepare-database.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** the test server's address, without a database */
    postgresUrl: string
  }
}

/** One Postgres for the whole run, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // `npm test` names the folder, so that it can clean up even when the run is killed.
  const dataDir = process.env.SPALT_TEST_POSTGRES ?? mkdtempSync(join(tmpdir(), 'spalt-test-'))
  const postgres = await startPostgres({ dataDir, durable: false })
  const postgresUrl = postgres.serverUrl.replace(/\/postgres$/, '')
  const admin = new pg.Client(postgres.serverUrl)
  await admin.connect()
  await admin.query('CREATE DATABASE template_spalt')
  await admin.end()
  await migrate(`${postgresUrl}/template_spalt`)
  project.provide('postgresUrl', postgresUrl)
  return async () => {
    await postgres.stop()
    removeData(dataDir)
  }
}
