// A process of its own: it beats, and does at night what nobody waits for. What readers see never depends on it.
import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { startEffects } from '@/server/effects'
import { JOBS } from '@/server/jobs'
import { beat } from '@/lib/platform/health'
import { log } from '@/lib/platform/log'

const BEAT = 15_000
const PAUSE = 5_000
const PATIENCE = 5_000
const CONNECTIONS = 3

const ending = new AbortController()
let boss: PgBoss | null = null
let stopEffects: (() => Promise<void>) | null = null
let stopped: Promise<void> | null = null

process.on('SIGTERM', () => void stop())
// The process that started us is gone: nobody would ever stop us.
process.on('disconnect', () => void stop())
if (process.channel) {
  // Ctrl-C reaches the whole group; the one who started us ends us in its turn.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
} else process.on('SIGINT', () => void stop())
process.on('unhandledRejection', (error) => log.error({ err: error }, 'worker: unhandled'))

setInterval(() => void tryBeat(), BEAT)
await tryBeat()
await startJobs()

async function tryBeat(): Promise<void> {
  try {
    await beat()
  } catch (error) {
    log.warn({ reason: reason(error) }, 'worker: the database does not answer')
  }
}

/** Starts the jobs, again and again until the database is there. */
async function startJobs(): Promise<void> {
  while (!ending.signal.aborted) {
    const next = new PgBoss({ connectionString: process.env.DATABASE_URL, schema: 'jobs', application_name: 'spalt worker', max: CONNECTIONS })
    next.on('error', (error) => log.warn({ reason: reason(error) }, 'worker: jobs'))
    try {
      await next.start()
      for (const [name, job] of Object.entries(JOBS)) await register(next, name, job)
      stopEffects = await startEffects(next)
      boss = next
      return
    } catch (error) {
      log.warn({ reason: reason(error) }, 'worker: jobs cannot start yet')
      await next.stop({ graceful: false }).catch(() => {})
      await sleep(PAUSE, null, { signal: ending.signal }).catch(() => {})
    }
  }
}

async function register(to: PgBoss, name: string, { cron, often, run }: (typeof JOBS)[string]): Promise<void> {
  // Never two at once, in any process; of a job that comes often not even two waiting.
  await to.createQueue(name, often ? { policy: 'stately', retryLimit: 0 } : { policy: 'singleton', retryLimit: 3, retryDelay: 60, retryBackoff: true })
  await to.work(name, { pollingIntervalSeconds: often ? 10 : 30 }, async () => {
    await run()
    log[often ? 'debug' : 'info']({ job: name }, 'worker: done')
  })
  await to.schedule(name, cron, null, { tz: 'Europe/Stockholm' })
}

function stop(): Promise<void> {
  return (stopped ??= (async () => {
    ending.abort()
    await stopEffects?.()
    await boss?.stop({ graceful: true, timeout: PATIENCE }).catch(() => {})
    process.exit(0)
  })())
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return code ?? message ?? String(error)
}
