import pg from 'pg'
import { afterAll, expect, inject } from 'vitest'

// A worker runs one file at a time: each file begins with a fresh copy of the migrated database.
const url = inject('postgresUrl')
const name = `worker_${process.env.VITEST_POOL_ID}`
const admin = new pg.Client(`${url}/postgres`)
await admin.connect()
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
await admin.query(`CREATE DATABASE ${name} TEMPLATE template_spalt STRATEGY FILE_COPY`)
await admin.end()
process.env.DATABASE_URL = `${url}/${name}`

// A transaction that asks several things at once must not fill a queue that pg is about to lose.
process.traceDeprecation = true
const deprecated: string[] = []
process.on('warning', (warning) => {
  if (warning.name === 'DeprecationWarning') deprecated.push(warning.stack ?? warning.message)
})
afterAll(() => expect(deprecated).toEqual([]))
