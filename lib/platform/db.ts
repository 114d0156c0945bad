import 'server-only'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { PrismaPgOneAtATime } from './one-at-a-time'

export type Tx = Prisma.TransactionClient
/** What a query needs: the pool, or the transaction that it takes part in. */
export type Reads = Pick<PrismaClient, keyof Tx & keyof PrismaClient> | Tx

const CONNECTIONS = 10

// On globalThis, because the server and Next each carry a copy of this file in one process.
const shared = globalThis as unknown as { spaltDb?: PrismaClient }

export const db: PrismaClient = (shared.spaltDb ??= new PrismaClient({
  adapter: new PrismaPgOneAtATime({ connectionString: process.env.DATABASE_URL, max: CONNECTIONS, connectionTimeoutMillis: 5_000 }),
}))

export type TransactOptions = {
  /** The instant of the change; only tests, demo content and import pass one. Otherwise the database's clock. */
  now?: Date
  /** What must not change meanwhile, e.g. `article:<id>`: taken before the clock is read, held until the end. */
  lock?: string
  /** longest run, ms */
  timeout?: number
}

/**
 * Runs one write in one transaction and gives it one `now` (UTC, whole milliseconds, from the database, read after the
 * lock was taken, so that changes of one thing are ordered as they are committed).
 */
export function transact<T>(options: TransactOptions, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
  const { lock, timeout = 15_000 } = options
  return db.$transaction(
    async (tx) => {
      if (lock) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
      return work(tx, options.now ?? (await databaseNow(tx)))
    },
    { timeout, maxWait: 10_000 },
  )
}

/** The database's clock, cut to whole milliseconds (never later than the true instant). */
export async function databaseNow(reads: Reads = db): Promise<Date> {
  const [row] = await reads.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
  return row!.now
}
