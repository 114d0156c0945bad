'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import * as queries from './queries'
import { changeIdSchema, mergeTargetsSchema } from './schema'

export const mergeTargets = defineAction(mergeTargetsSchema, (actor, input) => commands.mergeTargets({ actor, ...input }))

export const undoChange = defineAction(changeIdSchema, (actor, input) => commands.undoChange({ actor, ...input }))

/** Targets by words or a part of their address, the last used first. */
export const searchTargets = defineAction(z.strictObject({ query: z.string().max(200, 'tooLong') }), async (actor, { query }) => {
  const { rows } = await queries.findDeskTargets(actor, { show: 'all', sort: 'used', q: query, limit: 10 })
  return rows.map(({ id, kind, title, url, state, articles }) => ({ id, kind, title, url, state, articles }))
})
