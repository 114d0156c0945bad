import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'
import { Turns } from './turns'

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
      const turns = new Turns(1)
      return Object.assign(transaction, {
        queryRaw: (query: Parameters<typeof queryRaw>[0]) => turns.take(() => queryRaw.call(transaction, query)),
        executeRaw: (query: Parameters<typeof executeRaw>[0]) => turns.take(() => executeRaw.call(transaction, query)),
      })
    }
    return adapter
  }
}
