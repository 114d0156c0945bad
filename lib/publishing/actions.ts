'use server'

import type { DeskArticle } from '@/lib/articles/queries'
import { defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import { findReach } from './queries'
import { effectSchema, endSchema, killSchema, liftKillSchema, moveSchema, publishSchema, scheduleSchema, timelineSchema } from './schema'

const outcome = ({ version, draft, state, everLive, liveVersion, plannedVersion, timeline, endsAt, slugFrozen }: DeskArticle) => ({
  version, slug: draft.slug, state, everLive, liveVersion, plannedVersion, timeline, endsAt, slugFrozen,
})

export const publishNow = defineAction(publishSchema, async (actor, input) => outcome(await commands.publishArticle({ actor, ...input })))

export const schedulePublication = defineAction(scheduleSchema, async (actor, input) => outcome(await commands.scheduleArticle({ actor, ...input })))

export const movePlan = defineAction(moveSchema, async (actor, input) => outcome(await commands.movePlan({ actor, ...input })))

export const cancelPlan = defineAction(timelineSchema, async (actor, input) => outcome(await commands.cancelPlan({ actor, ...input })))

export const unpublishNow = defineAction(timelineSchema, async (actor, input) => outcome(await commands.unpublishArticle({ actor, ...input })))

export const unpublishAt = defineAction(endSchema, async (actor, input) => outcome(await commands.unpublishArticleAt({ actor, ...input })))

export const cancelEnd = defineAction(timelineSchema, async (actor, input) => outcome(await commands.cancelEnd({ actor, ...input })))

export const killArticle = defineAction(killSchema, async (actor, input) => outcome(await commands.killArticle({ actor, ...input })))

export const liftKill = defineAction(liftKillSchema, async (actor, input) => outcome(await commands.liftKill({ actor, ...input })))

export const findKillReach = defineAction(timelineSchema, (actor, { articleId }) => findReach(actor, articleId))

export const redoEffect = defineAction(effectSchema, (actor, { id }) => commands.redoEffect({ actor, id }))
