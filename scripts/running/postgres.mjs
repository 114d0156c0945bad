// The Postgres from npm, as a process group of its own: Ctrl-C must not reach it before the app has let go of it, and after a
// kill -9 of ours it is found again and adopted. (The package's own class hooks the signals; only its programs are used.)
import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort, Refusal, tryListen } from './config.mjs'
import { postgresHome } from './postgres-home.mjs'
import { runningServer, stopServer } from './postgres-process.mjs'
import { command, isStopping } from './steps.mjs'

const DATABASE = 'spalt'
const MAX_LOG = 10_000_000
const PATIENCE = 300_000
const FLAGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'shared_buffers=64MB', 'jit=off']
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

/**
 * Starts the embedded Postgres of a data directory, or adopts the one that runs there.
 * @param {{ dataDir: string, durable?: boolean }} options durable: false is for tests, whose data nobody misses
 */
export async function startPostgres({ dataDir, durable = true }) {
  const place = postgresHome(dataDir)
  const dir = join(place.home, 'postgres')
  const settings = await readSettings(dataDir, place, dir)
  const fresh = !existsSync(join(dir, 'PG_VERSION'))
  if (fresh) await initialise(dir, place, settings.password, durable)
  const adopted = runningServer(dir)
  if (adopted) settings.port = adopted.port
  const pid = adopted?.pid ?? (await launch(dir, place, settings, durable))
  saveSettings(dataDir, settings)
  try {
    await ready(dir, place, settings, pid)
  } catch (error) {
    await stopServer(dir)
    throw error
  }
  return { url: urlOf(settings, DATABASE), serverUrl: urlOf(settings, 'postgres'), port: settings.port, fresh, adopted: Boolean(adopted), home: place, stop: () => stopServer(dir) }
}

/** The address of the database that runs for a data directory, or null. */
export function runningDatabaseUrl(dataDir) {
  const settings = loadSettings(dataDir)
  return settings?.dir && runningServer(settings.dir) ? urlOf(settings, DATABASE) : null
}

/** Empties the database: only for a first start that was stopped half-way through the demo content. */
export async function recreateDatabase(serverUrl) {
  await query(serverUrl, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
  await query(serverUrl, `CREATE DATABASE ${DATABASE}`)
}

function urlOf({ port, password }, database) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

const settingsFile = (dataDir) => join(dataDir, 'postgres.json')

function loadSettings(dataDir) {
  const file = settingsFile(dataDir)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function saveSettings(dataDir, settings) {
  const file = settingsFile(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify(settings)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

async function readSettings(dataDir, place, dir) {
  const known = loadSettings(dataDir)
  if (!known && existsSync(dir)) await setAside(dataDir, place, dir)
  const settings = { password: randomBytes(24).toString('base64url'), port: await findFreePort(), ...known, dir }
  if (!known) saveSettings(dataDir, settings)
  return settings
}

// Outside the clone, data without our settings is what an earlier clone in this folder left; inside, settings were lost.
async function setAside(dataDir, place, dir) {
  if (!place.outside) throw new Refusal(`${settingsFile(dataDir)} is missing, and with it the database's password: put it back, or move ${dir} away to begin anew.`)
  await stopServer(dir)
  const aside = `${dir}-${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`
  renameSync(dir, aside)
  console.log(`An earlier clone in this folder left a database: moved to ${aside}`)
}

async function initialise(dir, { bin, owner, home }, password, durable) {
  const work = `${dir}.new`
  const passwordFile = join(home, 'initdb-password')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner.uid !== undefined) for (const path of [work, passwordFile]) chownSync(path, owner.uid, owner.gid)
  try {
    const flags = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8', ...(durable ? [] : ['--no-sync'])]
    await command(join(bin, 'initdb'), ['-D', work, ...flags], { ...owner, cwd: '/', label: 'initdb' })
    renameSync(work, dir)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function launch(dir, { bin, owner, home }, settings, durable) {
  if (await tryListen(settings.port, '127.0.0.1')) settings.port = await findFreePort()
  const log = openLog(home)
  const flags = [...FLAGS, ...(durable ? [] : NOT_DURABLE)].flatMap((flag) => ['-c', flag])
  const child = spawn(join(bin, 'postgres'), ['-D', dir, '-p', String(settings.port), ...flags], { ...owner, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  await new Promise((done, fail) => child.once('spawn', done).once('error', fail))
  return child.pid
}

function openLog(home) {
  const file = logFile(home)
  if (existsSync(file) && statSync(file).size > MAX_LOG) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

const logFile = (home) => join(home, 'postgres.log')

async function ready(dir, { home }, settings, pid) {
  const end = Date.now() + PATIENCE
  while (Date.now() < end && !isStopping()) {
    try {
      const { rowCount } = await query(urlOf(settings, 'postgres'), `SELECT FROM pg_database WHERE datname = '${DATABASE}'`)
      if (!rowCount) await query(urlOf(settings, 'postgres'), `CREATE DATABASE ${DATABASE}`)
      return
    } catch (error) {
      if (error.code === '28P01') throw new Refusal(`The password in postgres.json is not the one of the database in ${dir}: put the right file back.`)
      if (!isAlive(pid) && !runningServer(dir)) break
      await sleep(25)
    }
  }
  throw new Refusal(`The embedded Postgres did not start: the last lines of ${logFile(home)} say why.`)
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
