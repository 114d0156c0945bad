import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureAssets, ensureBuilt, ensureGenerated, prismaEnv } from '../running/builds.mjs'
import { Refusal, ROOT } from '../running/config.mjs'
import { withModulesOnPath } from '../running/install.mjs'
import { removeData } from '../running/postgres-home.mjs'
import { startTestServer } from '../test-server.mjs'
import { findChromium } from './chromium.mjs'
import { ofCommand, ofPlaywright, ofVitest } from './tally.mjs'

const STAGES = { lint, types, unit: (dir, filter) => vitest('unit', dir, filter), database: (dir, filter) => vitest('database', dir, filter), servers, e2e }
const NICKNAMES = { integration: ['database'], vitest: ['unit', 'database'], static: ['lint', 'types'] }
/** What mostly waits, beside what mostly counts; then the browser's part. */
const ALL = [[['servers'], ['lint', 'types', 'unit', 'database']], [['e2e']]]
const running = new Set()

/**
 * Runs the stages named (all without a name); words that name none narrow the tests, e.g. `e2e mosul`.
 * @returns {Promise<number>} exit code; the last line says `N passed, N failed` over all of them
 */
export async function runStages(words) {
  const named = words.flatMap((word) => NICKNAMES[word] ?? (STAGES[word] ? [word] : []))
  const filter = words.filter((word) => !STAGES[word] && !NICKNAMES[word])
  const dir = mkdtempSync(join(tmpdir(), 'spalt-test-'))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.forEach((child) => child.kill('SIGTERM')))
  const total = { passed: 0, failed: 0 }
  try {
    await ensureGenerated()
    await ensureAssets()
    for (const beside of named.length > 0 ? named.map((name) => [[name]]) : ALL) await Promise.all(beside.map((names) => inTurn(names, total, dir, filter)))
  } finally {
    removeData(join(dir, 'postgres'))
    rmSync(dir, { recursive: true, force: true })
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

async function inTurn(names, total, dir, filter) {
  for (const name of names) add(total, await runStage(name, dir, filter))
}

async function runStage(name, dir, filter) {
  const begun = performance.now()
  console.log(`\n== ${name}`)
  const counts = await STAGES[name](dir, filter).catch((error) => {
    console.error(error instanceof Refusal ? error.message : (error.output ?? error))
    return { passed: 0, failed: 1 }
  })
  console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed (${Math.round((performance.now() - begun) / 1000)} s)`)
  return counts
}

function add(total, { passed, failed }) {
  total.passed += passed
  total.failed += failed
}

async function lint() {
  return ofCommand(await run('eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/']))
}

async function types() {
  return ofCommand(await run('tsc', ['--noEmit']))
}

async function vitest(project, dir, filter = [], more = {}) {
  const outputFile = join(dir, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`, '--passWithNoTests', ...filter]
  const code = await run('vitest', args, { ...prismaEnv(), NODE_ENV: 'test', SPALT_TEST_POSTGRES: join(dir, 'postgres'), ...more })
  return ofVitest(read(outputFile), code)
}

/** Two processes on one database, as they would stand on two machines. */
async function servers(dir, filter) {
  const SPALT_DIST_DIR = await ensureBuilt()
  const [own, other] = [mkdtempSync(join(dir, 'first-')), mkdtempSync(join(dir, 'second-'))]
  const first = await startTestServer({ dir: own, env: { SPALT_WEB_PROCESSES: '2' } })
  try {
    const { DATABASE_URL, AUTH_SECRET, SITE_URL } = first.env
    const second = await startTestServer({ dir: other, env: { DATABASE_URL, AUTH_SECRET, SITE_URL, SPALT_DIST_DIR } })
    try {
      return await vitest('servers', dir, filter, { ...first.env, FIRST_URL: first.env.BASE_URL, FIRST_PID: String(first.pid), SECOND_URL: second.env.BASE_URL, NODE_ENV: 'test' })
    } finally {
      await second.stop()
    }
  } finally {
    await first.stop()
  }
}

async function e2e(dir, filter) {
  const chromium = await findChromium()
  const SPALT_DIST_DIR = await ensureBuilt()
  const server = await startTestServer({ dir })
  const outputFile = join(dir, 'e2e.json')
  try {
    const env = { ...withModulesOnPath(), ...server.env, SPALT_DIST_DIR, SPALT_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: outputFile }
    const code = await run('playwright', ['test', '--reporter=list,json', ...filter], env)
    const counts = ofPlaywright(read(outputFile), code)
    if (counts.failed > 0) console.log(`The server's log ended:\n${readFileSync(server.log, 'utf8').split('\n').slice(-40).join('\n')}`)
    return counts
  } finally {
    await server.stop()
  }
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

function run(file, args, env = withModulesOnPath()) {
  const child = spawn(file, args, { cwd: ROOT, env, stdio: 'inherit' })
  running.add(child)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  }).finally(() => running.delete(child))
}
