// Plain Node 20 without a dependency: this runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { Refusal, ROOT } from './config.mjs'
import { command, step } from './steps.mjs'

const PINNED_MAJOR = 24
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.spalt-installed')
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP']

/** Installs what package-lock.json names, unless it is there already. */
export async function ensureInstalled(out = process.stdout) {
  const wanted = stampOf(readFileSync(join(ROOT, 'package-lock.json')))
  if (read(STAMP) === wanted) return
  if (!installedByHand()) {
    // The build needs no dev dependency, the tests do; NODE_ENV=production would leave them out.
    const [file, ...args] = [...npm(), 'ci', '--include=dev', '--no-audit', '--no-fund']
    await step('Installing packages (npm ci; about a minute)', () => command(file, args, { cwd: ROOT, label: 'npm ci' }), out)
  }
  if (!existsSync(join(MODULES, '.bin/node'))) {
    throw new Refusal('The pinned Node is missing from node_modules: allow install scripts (npm config delete ignore-scripts), remove node_modules, and start again.')
  }
  writeFileSync(`${STAMP}.new`, wanted)
  renameSync(`${STAMP}.new`, STAMP)
}

/** The environment in which node_modules' programs, the pinned Node among them, come first. */
export function withModulesOnPath(env = process.env) {
  return { ...env, PATH: [join(MODULES, '.bin'), env.PATH].filter(Boolean).join(delimiter) }
}

/** True in the pinned Node (or a newer one). */
export function isPinned(version = process.versions.node) {
  return Number(version.split('.')[0]) >= PINNED_MAJOR
}

/**
 * How the server's process keeps small (docs/performance.md): V8 would hold 128 MB for young objects, and glibc a heap for each thread that packs
 * pages, both for good after a flood of new pages.
 */
export const THRIFT = { flags: ['--max-semi-space-size=16'], env: { MALLOC_ARENA_MAX: '2' } }

/** True when this process was started with THRIFT. */
export const isThrifty = () => THRIFT.flags.every((flag) => process.execArgv.includes(flag))

/** Runs a script in the pinned Node with our arguments, input, output and signals, and ends as it ends. */
export function handOver(script, { flags = [], env = {} } = {}) {
  const node = join(MODULES, '.bin/node')
  const child = spawn(node, [...flags, join(ROOT, script), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...env, ...withModulesOnPath() } })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  return new Promise((done) => {
    child.on('exit', (code) => done(code ?? 1))
  })
}

function npm() {
  const cli = process.env.npm_execpath
  return cli && basename(cli) === 'npm-cli.js' ? [process.execPath, cli] : ['npm']
}

/** True when a plain `npm ci` has put every package of the lock in place. */
function installedByHand() {
  const hidden = read(join(MODULES, '.package-lock.json'))
  if (!hidden) return false
  const installed = JSON.parse(hidden).packages
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) => path === '' || optional || devOptional || installed[path]?.version === version,
  )
}

function stampOf(lock) {
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
