import { db } from '@/lib/platform/db'
import type { Manners } from './link-check'

/** The database's clock in the worker, a test's own in tests. */
export type Clock = { now: () => Promise<Date>; sleep: (ms: number) => Promise<void> }

const PAUSE_MS = 10_000
const ROBOTS_KEPT_MS = 24 * 3_600_000
const REQUESTS_AT_ONCE = 4

/** The manners of one run: hosts are shared by all processes through their rows, requests at once are this run's. */
export function makeManners(clock: Clock): Manners {
  const inSlot = slots(REQUESTS_AT_ONCE)
  return {
    async inTurn(host, request) {
      for (;;) {
        // The turn is taken within the slot, so that nothing comes between it and the request.
        const turn: { answer: Awaited<ReturnType<typeof request>> } | { wait: number } = await inSlot(async () => {
          const wait = await takeTurn(host, await clock.now())
          return wait === null ? { answer: await request() } : { wait }
        })
        if ('answer' in turn) return turn.answer
        await clock.sleep(turn.wait)
      }
    },
    findRobots: async (host) => findRobots(host, await clock.now()),
    keepRobots: async (host, robots) => keepRobots(host, robots, await clock.now()),
  }
}

/** Takes the host's turn; otherwise the milliseconds until there may be one. */
async function takeTurn(host: string, now: Date): Promise<number | null> {
  const next = new Date(now.getTime() + PAUSE_MS)
  const taken = await db.$executeRaw`
    INSERT INTO link_host (host, next_request_at) VALUES (${host}, ${next})
    ON CONFLICT (host) DO UPDATE SET next_request_at = EXCLUDED.next_request_at WHERE link_host.next_request_at <= ${now}`
  if (taken > 0) return null
  const row = await db.linkHost.findUnique({ where: { host }, select: { nextRequestAt: true } })
  return Math.max(1, (row?.nextRequestAt.getTime() ?? 0) - now.getTime())
}

async function findRobots(host: string, now: Date): Promise<string | null> {
  const row = await db.linkHost.findFirst({ where: { host, robotsUntil: { gt: now } }, select: { robots: true } })
  return row?.robots ?? null
}

async function keepRobots(host: string, robots: string, now: Date): Promise<void> {
  await db.linkHost.updateMany({ where: { host }, data: { robots, robotsUntil: new Date(now.getTime() + ROBOTS_KEPT_MS) } })
}

/** Forgets hosts that nobody has asked for two days. */
export async function deleteOldHosts(now: Date): Promise<void> {
  await db.linkHost.deleteMany({ where: { nextRequestAt: { lt: new Date(now.getTime() - 2 * ROBOTS_KEPT_MS) } } })
}

/** At most so many pieces of work at once; the others wait in order. */
function slots(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = count
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((done) => waiting.push(done))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
