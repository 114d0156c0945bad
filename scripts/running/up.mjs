// From an installed clone to a running newsroom, and back to nothing at a signal, whatever stage it has reached.
import { switchToBuild, ensureBuilt, ensureGenerated } from './builds.mjs'
import { Refusal, ROOT } from './config.mjs'
import { claim, demoUsers, ensureDemo, ensureSecret, firstAdminLink } from './data-dir.mjs'
import { THRIFT } from './install.mjs'
import { keepRunning } from './kept-process.mjs'
import { prepareDatabase } from './prepare-database.mjs'
import { isStopping, step, stopCommands } from './steps.mjs'

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP']
const LOOPBACK = '127.0.0.1'

/** Starts everything that the role asks for, and resolves when all is stopped, with the exit code. */
export function up(config) {
  const cleanups = [] // run last to first: the app, the worker, Postgres
  return new Promise((done) => {
    let started = null
    let ending = null
    const end = (code) => (ending ??= wind(started, cleanups).then(() => done(code)))
    const endInPeace = () => {
      if (ending) return // npm and the terminal both pass the same Ctrl-C on
      console.log('Stopping ...')
      void end(0)
    }
    for (const signal of SIGNALS) process.on(signal, endInPeace)
    process.on('uncaughtException', (error) => {
      console.error(error)
      void end(1)
    })
    started = start(config, cleanups).catch((error) => {
      if (isStopping()) return
      console.error(error instanceof Refusal ? error.message : (error.output ?? error))
      setImmediate(() => void end(1))
    })
  }).then((code) => {
    if (code === 0) console.log('Stopped.')
    process.exit(code)
  })
}

async function wind(started, cleanups) {
  await stopCommands()
  await started
  for (const cleanup of cleanups.reverse()) await cleanup().catch((error) => console.error(error))
}

async function start(config, cleanups) {
  const begun = performance.now()
  setEnvironment(config)
  await checkMail()
  const guard = (work) => (isStopping() ? Promise.reject(new Error('stopping')) : work())
  if (!config.databaseUrl) cleanups.push(claim(config.dataDir))
  process.env.AUTH_SECRET = config.authSecret ?? ensureSecret(config.dataDir)
  await guard(() => ensureGenerated())
  const database = await guard(() => prepareDatabase(config, cleanups))
  process.env.DATABASE_URL = database.url
  if (config.role !== 'worker') await guard(() => ensurePages())
  if (database.embedded && config.demo) await guard(() => ensureDemo(config, database))
  const host = chooseHost(config, await database.readState())
  if (config.role !== 'web') await guard(async () => cleanups.push(keepRunning({ name: 'The worker', script: 'server/worker.ts' })))
  if (config.role !== 'worker') await guard(() => serve(config, host, cleanups))
  await announce(config, database, (performance.now() - begun) / 1000)
}

function setEnvironment(config) {
  process.env.NODE_ENV ||= 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.PORT = String(config.port)
  process.env.SITE_URL = config.siteUrl
  process.env.NEXTAUTH_URL = config.siteUrl
  process.env.SPALT_DATA_DIR = config.dataDir
}

async function checkMail() {
  await import('../ts-hooks.mjs')
  const { mailEnv } = await import('../../lib/platform/env.ts')
  try {
    mailEnv()
  } catch (error) {
    throw new Refusal(error.issues.map(({ message }) => message).join('\n'))
  }
}

async function ensurePages() {
  if (process.env.NODE_ENV === 'development') return
  process.env.SPALT_DIST_DIR = await ensureBuilt()
  switchToBuild(process.env.SPALT_DIST_DIR)
}

// Demo accounts are known to whoever reads this screen: nobody else may reach them.
function chooseHost(config, { isDemo }) {
  if (!isDemo) return config.host
  if (config.host && config.host !== LOOPBACK) console.log(`HOST=${config.host} is not used: a newsroom with demo accounts is open to this machine only.`)
  return LOOPBACK
}

async function serve(config, host, cleanups) {
  await import('../ts-hooks.mjs')
  const { serve: listen } = await import('../../server/index.ts')
  const isShared = config.webProcesses > 1
  cleanups.push(await step('Starting the server', () => listen({ port: config.port, host, dir: ROOT, isShared })))
  for (let n = 2; n <= config.webProcesses; n++) cleanups.push(keepRunning({ name: `Web process ${n}`, script: 'server/web.ts', args: host ? [host] : [], flags: THRIFT.flags }))
}

async function announce(config, database, seconds) {
  const lines = ['', `Spalt is ready (${seconds.toFixed(1)} s).`, '']
  if (config.role === 'worker') lines.push('  The worker runs; nothing is served here.')
  else for (const [name, path] of [['Reader', '/'], ['Desk', '/desk'], ['Admin', '/admin/users']]) lines.push(`  ${name.padEnd(8)}${config.siteUrl}${path}`)
  if (database.embedded) lines.push(...demoUsers(config.dataDir))
  lines.push(...(await firstAdminLink(await database.readState())))
  console.log([...lines, '', 'Ctrl-C stops it.'].join('\n'))
}
