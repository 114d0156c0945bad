'use server'

import { type DeskArticle, standingOf } from '@/lib/articles/queries'
import { answerEach, defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import { findReach } from './queries'
import { publishStored, scheduleStored, unscheduleStored } from './stored-commands'
import { bulkPublishSchema, bulkScheduleSchema, bulkUnscheduleSchema, cancelEndSchema, correctSchema, effectSchema, embargoSchema, endSchema, killSchema, liftEmbargoSchema, liftKillSchema, moveSchema, planSchema, publishSchema, rewordNoteSchema, scheduleSchema, timelineSchema, withdrawNoteSchema } from './schema'

const outcome = (article: DeskArticle) => ({ version: article.version, slug: article.draft.slug, ...standingOf(article) })

export const publishNow = defineAction(publishSchema, async (actor, input) => outcome(await commands.publishArticle({ actor, ...input })))

export const schedulePublication = defineAction(scheduleSchema, async (actor, input) => outcome(await commands.scheduleArticle({ actor, ...input })))

export const publishArticles = defineAction(bulkPublishSchema, (actor, { items }) => answerEach(items, (item) => publishStored({ actor, ...item })))

export const scheduleArticles = defineAction(bulkScheduleSchema, (actor, { items, ...plan }) => answerEach(items, (item) => scheduleStored({ actor, ...item, ...plan })))

export const unscheduleArticles = defineAction(bulkUnscheduleSchema, (actor, { items, at }) => answerEach(items, (item) => unscheduleStored({ actor, ...item, at })))

export const movePlan = defineAction(moveSchema, async (actor, input) => outcome(await commands.movePlan({ actor, ...input })))

export const cancelPlan = defineAction(planSchema, async (actor, input) => outcome(await commands.cancelPlan({ actor, ...input })))

export const unpublishNow = defineAction(timelineSchema, async (actor, input) => outcome(await commands.unpublishArticle({ actor, ...input })))

export const unpublishAt = defineAction(endSchema, async (actor, input) => outcome(await commands.unpublishArticleAt({ actor, ...input })))

export const cancelEnd = defineAction(cancelEndSchema, async (actor, input) => outcome(await commands.cancelEnd({ actor, ...input })))

export const setEmbargo = defineAction(embargoSchema, async (actor, input) => outcome(await commands.setEmbargo({ actor, ...input })))

export const liftEmbargo = defineAction(liftEmbargoSchema, async (actor, input) => outcome(await commands.liftEmbargo({ actor, ...input })))

export const correctArticle = defineAction(correctSchema, async (actor, input) => outcome(await commands.correctArticle({ actor, ...input })))

export const rewordNote = defineAction(rewordNoteSchema, async (actor, input) => outcome(await commands.rewordNote({ actor, ...input })))

export const withdrawNote = defineAction(withdrawNoteSchema, async (actor, input) => outcome(await commands.withdrawNote({ actor, ...input })))

export const killArticle = defineAction(killSchema, async (actor, input) => outcome(await commands.killArticle({ actor, ...input })))

export const liftKill = defineAction(liftKillSchema, async (actor, input) => outcome(await commands.liftKill({ actor, ...input })))

export const findKillReach = defineAction(timelineSchema, (actor, { articleId }) => findReach(actor, articleId))

export const redoEffect = defineAction(effectSchema, (actor, { id }) => commands.redoEffect({ actor, id }))
