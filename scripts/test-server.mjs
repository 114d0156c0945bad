// A newsroom for tests and measurements: the production build with its own Postgres and data, on free ports of this machine.
import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort, ROOT } from './running/config.mjs'
import { THRIFT, withModulesOnPath } from './running/install.mjs'
import { removeData } from './running/postgres-home.mjs'
import { runningDatabaseUrl } from './running/postgres.mjs'

const PATIENCE = 120_000
/** What a developer's environment or .env must not change in a test. */
const UNSET = { DATABASE_URL: '', HOST: '', SITE_ALIASES: '', TRUST_PROXY: '', SPALT_DEMO: '', SPALT_WEB_PROCESSES: '', MAIL_URL: '' }

/**
 * Starts it, without a worker unless `role` says so.
 * @param {{ dir: string, role?: string, env?: Record<string, string> }} options dir: an empty folder for its data
 * @returns what a test needs in its environment, its log, its process id, and the function that stops it
 */
export async function startTestServer({ dir, role = 'web', env = {} }) {
  const port = await findFreePort()
  const dataDir = join(dir, 'data')
  mkdirSync(dataDir, { recursive: true })
  const BASE_URL = `http://127.0.0.1:${port}`
  const settings = { ...UNSET, NODE_ENV: 'production', PORT: String(port), SITE_URL: BASE_URL, AUTH_SECRET: randomBytes(32).toString('base64url'), SPALT_DATA_DIR: dataDir, SPALT_ROLE: role, SPALT_DURABLE: 'no', ...env }
  const log = join(dir, 'server.log')
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, [...THRIFT.flags, join(ROOT, 'scripts/start.mjs')], { cwd: ROOT, env: { ...THRIFT.env, ...withModulesOnPath(), ...settings }, detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  const exited = new Promise((done) => child.once('exit', done))
  const stop = async () => {
    child.kill('SIGTERM')
    const code = await exited
    removeData(dataDir)
    return code
  }
  try {
    await answers(`${BASE_URL}/api/health`, child, log)
  } catch (error) {
    await stop()
    throw error
  }
  return { env: { ...settings, BASE_URL, DATABASE_URL: runningDatabaseUrl(dataDir) }, log, pid: child.pid, stop }
}

async function answers(url, child, log) {
  const end = Date.now() + PATIENCE
  while (Date.now() < end && child.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`The test server did not start:\n${readFileSync(log, 'utf8')}`)
}
