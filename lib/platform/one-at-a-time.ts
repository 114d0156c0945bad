import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma's adapter with one difference: the connection of a transaction is asked one thing at a time. Prisma reads several relations of
 * a row at once, and so may a query that is given a transaction; pg's own queue for that is about to go. The pool is not held up.
 */
export class PrismaPgOneAtATime extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    const start: SqlDriverAdapter['startTransaction'] = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const transaction: Transaction = await start(level)
      const { queryRaw, executeRaw } = transaction
      const inTurn = takeTurns()
      return Object.assign(transaction, {
        queryRaw: (query: Parameters<typeof queryRaw>[0]) => inTurn(() => queryRaw.call(transaction, query)),
        executeRaw: (query: Parameters<typeof executeRaw>[0]) => inTurn(() => executeRaw.call(transaction, query)),
      })
    }
    return adapter
  }
}

/** Begins each work when the one before it has ended, however it ended. */
export function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn
    return turn
  }
}
