// What lies in the data directory (.data, or SPALT_DATA_DIR) beside Postgres itself.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from './prepare-database.mjs'
import { Refusal, ROOT } from './config.mjs'
import { recreateDatabase } from './postgres.mjs'
import { commandLine } from './postgres-process.mjs'
import { command, step } from './steps.mjs'

/** Takes the data directory for this process; two servers on one would stop each other's database. */
export function claim(dataDir) {
  const file = join(dataDir, 'running.pid')
  const pid = runningPid(dataDir)
  if (pid) throw new Refusal(`Spalt already runs from this folder (process ${pid}): stop that one, or give this one its own data with SPALT_DATA_DIR.`)
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  writeFileSync(file, String(process.pid))
  return async () => rmSync(file, { force: true })
}

/** The process that serves from this data directory, or null. */
export function runningPid(dataDir) {
  const file = join(dataDir, 'running.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return pid && pid !== process.pid && commandLine(pid).includes('scripts/start.mjs') ? pid : null
}

/** The secret that signs sessions: made once, kept here. */
export function ensureSecret(dataDir) {
  const file = join(dataDir, 'auth-secret')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Loads the demo newsroom into an embedded database that is new. */
export async function ensureDemo({ dataDir }, database) {
  if (!existsSync(join(ROOT, 'scripts/cli/demo.ts'))) return
  const loading = join(dataDir, 'demo-loading')
  if (existsSync(loading)) {
    // Stopped half-way on an earlier start, before anybody could write anything: begin again.
    await recreateDatabase(database.embedded.serverUrl)
    await migrate(database.url)
  } else if ((await database.readState()).hasUsers) return
  writeFileSync(loading, '')
  await step('Loading the demo newsroom', () => command(process.execPath, ['scripts/spalt.mjs', 'demo', 'load'], { cwd: ROOT, label: 'demo load' }))
  rmSync(loading)
}

/** The demo sign-ins as lines for the screen; none when there is no demo. */
export function demoUsers(dataDir) {
  const file = join(dataDir, 'demo-users.json')
  if (!existsSync(file)) return []
  const users = JSON.parse(readFileSync(file, 'utf8'))
  const width = Math.max(...users.map(({ email }) => email.length)) + 2
  return ['', '  Demo sign-ins (this machine only)', ...users.map(({ role, email, password }) => `  ${role.padEnd(8)}${email.padEnd(width)}${password}`)]
}

/** While nobody can sign in: the one-time link for the first admin, as lines for the screen. */
export async function firstAdminLink({ hasUsers }) {
  if (hasUsers) return []
  const link = await command(process.execPath, ['scripts/spalt.mjs', 'first-admin'], { cwd: ROOT, label: 'first-admin' })
  return link.trim() ? ['', '  There is no user yet. Make the first admin (this link works once):', `  ${link.trim()}`] : []
}
