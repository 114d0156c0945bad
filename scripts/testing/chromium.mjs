import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Refusal, ROOT } from '../running/config.mjs'
import { withModulesOnPath } from '../running/install.mjs'
import { command, step } from '../running/steps.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const PATIENCE = 30_000
/** package manager -> how it installs Chromium */
const MANAGERS = {
  'apt-get': [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']],
  dnf: [['install', '--assumeyes', 'chromium']],
  pacman: [['-Sy', '--noconfirm', 'chromium']],
  apk: [['add', 'chromium']],
}

/** The path of a Chromium that runs: the machine's own, Playwright's, else one that is installed now. */
export async function findChromium() {
  const given = process.env.SPALT_CHROMIUM
  if (given) {
    if (runs(given)) return given
    throw new Refusal(`SPALT_CHROMIUM is "${given}", which does not run: set it to the path of a Chromium, or leave it out.`)
  }
  for (const find of [onMachine, playwrights, downloaded, byPackageManager]) {
    const path = await find()
    if (path && runs(path)) return path
  }
  throw new Refusal('There is no Chromium, and neither Playwright nor the package manager could install one: install Chromium or Chrome, or set SPALT_CHROMIUM to its path.')
}

function onMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC].find((path) => existsSync(path) && runs(path))
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function downloaded() {
  const args = ['install', ...(isRoot() ? ['--with-deps'] : []), 'chromium']
  return (await attempt("Downloading Playwright's Chromium", 'playwright', args)) ? playwrights() : undefined
}

async function byPackageManager() {
  const manager = Object.keys(MANAGERS).find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  if (!manager) return undefined
  for (const args of MANAGERS[manager]) {
    const [file, ...rest] = isRoot() ? [manager, ...args] : ['sudo', '-n', manager, ...args]
    await attempt(`Installing Chromium (${manager} ${args[0]})`, file, rest)
  }
  return onMachine()
}

async function attempt(what, file, args) {
  try {
    await step(what, () => command(file, args, { cwd: ROOT, env: { ...withModulesOnPath(), DEBIAN_FRONTEND: 'noninteractive' } }))
    return true
  } catch {
    return false
  }
}

const isRoot = () => process.getuid?.() === 0

// A missing library or a package that only points elsewhere shows here, not in the middle of the tests.
function runs(path) {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: PATIENCE }).status === 0
}
