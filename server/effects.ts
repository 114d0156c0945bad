// Side effects of what readers see: out of the box, into the queue, done, at least once. News never depends on it (promise 1).
import { setTimeout as sleep } from 'node:timers/promises'
import { fromPrisma, type Job, type JobResult, type PgBoss } from 'pg-boss'
import { transact } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { type Effect, isDone, settleEffect, takeDue } from '@/lib/platform/outbox'

/** Mail has a queue of its own: a mail server that hangs holds up nothing else. */
const QUEUES = ['effects', 'mail'] as const
const queueOf = ({ kind }: Effect): (typeof QUEUES)[number] => (kind === 'mail' ? 'mail' : 'effects')
/** ms between two looks into the box */
const LOOK = 1_000
const AT_ONCE = 100
/** Tried again after about 5, 10, 20 ... seconds, ten minutes apart at most, for about a day. */
const RETRIES = { retryLimit: 150, retryDelay: 5, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 60 }

/** Ten at once in each queue, without a pause while there are more: a thousand articles that go live together are not late for it. */
const PACE = { pollingIntervalSeconds: 0.5, batchSize: 5, localConcurrency: 2, burstWhenBatchFull: true, perJobResults: true } as const

type Handler = (payload: unknown, key: string) => Promise<unknown>

/** Every kind of effect; code is loaded when it is needed. */
const HANDLERS: Record<string, Handler> = {
  purge: async (payload, key) => (await import('@/server/purge')).purge(payload, key),
  tell: async (payload, key) => (await import('@/lib/publishing/commands')).tellPeople(payload, key),
  mail: async (payload, key) => (await import('@/server/mail')).mail(payload, key),
  links: async (payload) => (await import('@/lib/related-links/commands')).hurryTargets(payload),
}

/** Begins to empty the box; answers how to end. */
export async function startEffects(boss: PgBoss): Promise<() => Promise<void>> {
  for (const queue of QUEUES) {
    await boss.createQueue(queue, RETRIES)
    await boss.work(queue, PACE, (jobs: Job<Effect>[]) => Promise.all(jobs.map(resultOf)))
  }
  const ending = new AbortController()
  const loop = (async () => {
    while (!ending.signal.aborted) {
      const taken = await handOver(boss).catch((error: unknown) => {
        log.warn({ err: error }, 'worker: the outbox cannot be read')
        return 0
      })
      if (taken < AT_ONCE) await sleep(LOOK, null, { signal: ending.signal }).catch(() => {})
    }
  })()
  return async () => {
    ending.abort()
    await loop
  }
}

/** Out of the box and into the queue in one transaction, so that nothing falls between. */
function handOver(boss: PgBoss): Promise<number> {
  return transact({}, async (tx) => {
    const due = await takeDue(tx, AT_ONCE)
    for (const queue of QUEUES) {
      const jobs = due.filter((effect) => queueOf(effect) === queue).map((data) => ({ data, ...RETRIES }))
      if (jobs.length > 0) await boss.insert(queue, jobs, { db: fromPrisma(tx) })
    }
    return due.length
  })
}

async function resultOf({ id, data }: Job<Effect>): Promise<JobResult> {
  try {
    await perform(data)
    return { id, status: 'completed' }
  } catch (error) {
    return { id, status: 'failed', output: { message: (error as Error).message } }
  }
}

async function perform({ id, kind, key, payload }: Effect): Promise<void> {
  if (await isDone(id)) return
  try {
    const handler = HANDLERS[kind]
    if (!handler) throw new Error(`nobody does "${kind}"`)
    await handler(payload, key)
    await settleEffect(id, null)
  } catch (error) {
    await settleEffect(id, (error as Error).message)
    throw error
  }
}
