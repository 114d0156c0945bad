// A build is never changed: it is made in .next, then moved to .next-<hash of its sources>. So `npm test` may build what was
// just edited beside a running `npm start`, which goes on serving the build that it began with.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './config.mjs'
import { withModulesOnPath } from './install.mjs'
import { commandLine } from './postgres-process.mjs'
import { hashSources } from './sources.mjs'
import { command, step } from './steps.mjs'

const WORKSHOP = join(ROOT, '.next')
const CACHE = join(ROOT, 'node_modules/.cache/spalt')
const LOCK = join(CACHE, 'building')
/** What stays in the workshop: the next build's cache, and the route types that tsconfig.json names. */
const STAYS = new Set(['cache', 'types'])
const BUILDS = /^\.next-[0-9a-f]{16}$/

/** Generates Prisma's client when the schema has changed. */
export async function ensureGenerated(out) {
  const wanted = hashSources(ROOT, ['prisma/schema.prisma', 'package-lock.json'])
  if (existsSync(join(ROOT, 'prisma/generated/client.ts')) && readStamp('generated') === wanted) return
  await step('Generating the database client', () => command('prisma', ['generate'], { cwd: ROOT, env: prismaEnv() }), out)
  writeStamp('generated', wanted)
}

/** Makes the readers' fonts and what else scripts/assets.mjs makes, when that script or a package has changed. */
export async function ensureAssets(out) {
  const wanted = hashSources(ROOT, ['scripts/assets.mjs', 'components/reader/clicks.js', 'components/reader/embeds.js', 'components/reader/search.js', 'public/favicon.svg', 'package-lock.json'])
  if (!existsSync(join(ROOT, 'scripts/assets.mjs'))) return
  if (existsSync(join(ROOT, 'public/assets')) && readStamp('assets') === wanted) return
  await step('Making the fonts', () => command('node', ['scripts/assets.mjs'], { cwd: ROOT, env: withModulesOnPath(), label: 'scripts/assets.mjs' }), out)
  writeStamp('assets', wanted)
}

/**
 * Builds the pages unless these very sources were built before.
 * @returns {Promise<string>} the build's folder below the clone, for SPALT_DIST_DIR
 */
export async function ensureBuilt(out) {
  const name = `.next-${hashSources()}`
  if (existsSync(join(ROOT, name))) return name
  await ensureAssets(out)
  await step('Building the pages (about half a minute)', () => withLock(() => build(name)), out)
  return name
}

/** Marks a build as served by this process, and removes those that nobody serves. */
export function switchToBuild(name) {
  writeFileSync(join(ROOT, name, `used-by-${process.pid}`), '')
  for (const other of readdirSync(ROOT).filter((entry) => BUILDS.test(entry) && entry !== name)) {
    if (!isUsed(join(ROOT, other))) rmSync(join(ROOT, other), { recursive: true, force: true })
  }
}

/** The environment for Prisma's command line: its engine is a script of ours, so that nothing has to be downloaded. */
export function prismaEnv(databaseUrl = process.env.DATABASE_URL || 'postgresql://none.invalid/none') {
  return { ...withModulesOnPath(), DATABASE_URL: databaseUrl, PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, 'scripts/schema-engine.mjs') }
}

async function build(name) {
  if (existsSync(join(ROOT, name))) return // another process has built it while we waited
  const env = { ...withModulesOnPath(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', SPALT_DIST_DIR: '.next' }
  await command('next', ['build'], { cwd: ROOT, env, label: 'next build' })
  const work = join(ROOT, `${name}.new`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  for (const entry of readdirSync(WORKSHOP)) if (!STAYS.has(entry)) renameSync(join(WORKSHOP, entry), join(work, entry))
  renameSync(work, join(ROOT, name))
}

async function withLock(work) {
  mkdirSync(CACHE, { recursive: true })
  while (!takeLock()) await sleep(500)
  try {
    return await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = readStamp('building')
    if (holder && !isOurs(Number(holder))) rmSync(LOCK, { force: true })
    return false
  }
}

function isUsed(dir) {
  const pids = readdirSync(dir).filter((entry) => entry.startsWith('used-by-')).map((entry) => Number(entry.slice('used-by-'.length)))
  return pids.some(isOurs)
}

const isOurs = (pid) => /scripts\/\w+[-\w]*\.mjs/.test(commandLine(pid))

function readStamp(name) {
  const file = join(CACHE, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function writeStamp(name, value) {
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(join(CACHE, `${name}.new`), value)
  renameSync(join(CACHE, `${name}.new`), join(CACHE, name))
}
