'use server'

import { z } from 'zod'
import { answerEach, defineAction } from '@/lib/auth/define-action'
import { errorText } from '@/lib/auth/error-text'
import { describeLinksSchema, LINK_LIMITS, previewChangeSchema, replaceTargetSchema, resolveTitleSchema, rulingSchema } from '@/lib/related-links/schema'
import * as commands from './commands'
import * as queries from './queries'
import { articleIdSchema, bulkHandOverSchema, bulkSchema, bulkTagSchema, revisionSchema, saveDraftSchema, suggestSchema, updateOfSchema } from './schema'

export const createArticle = defineAction(z.strictObject({}), (actor) => commands.createArticle({ actor }))

export const copyArticle = defineAction(articleIdSchema, (actor, { articleId }) => commands.copyArticle({ actor, articleId }))

export const trashArticle = defineAction(articleIdSchema, (actor, { articleId }) => commands.trashArticle({ actor, articleId }))

export const restoreArticle = defineAction(articleIdSchema, (actor, { articleId }) => commands.restoreArticle({ actor, articleId }))

const each = (articleIds: readonly string[]) => articleIds.map((articleId) => ({ articleId }))

export const trashArticles = defineAction(bulkSchema, (actor, { articleIds }) => answerEach(each(articleIds), (item) => commands.trashArticle({ actor, ...item })))

export const restoreArticles = defineAction(bulkSchema, (actor, { articleIds }) => answerEach(each(articleIds), (item) => commands.restoreArticle({ actor, ...item })))

export const tagArticles = defineAction(bulkTagSchema, (actor, { articleIds, tagId }) => answerEach(each(articleIds), (item) => commands.tagArticle({ actor, tagId, ...item })))

export const untagArticles = defineAction(bulkTagSchema, (actor, { articleIds, tagId }) => answerEach(each(articleIds), (item) => commands.untagArticle({ actor, tagId, ...item })))

export const handOverArticles = defineAction(bulkHandOverSchema, (actor, { articleIds, toId }) => answerEach(each(articleIds), (item) => commands.handOverArticle({ actor, toId, ...item })))

export const saveDraft = defineAction(saveDraftSchema, async (actor, input) => {
  const say = await errorText()
  const { version, draft, changedAt, targets, fields } = await commands.saveDraft({ actor, ...input })
  const said = Object.fromEntries(Object.entries(fields).map(([field, key]) => [field, say(key)]))
  return { version, slug: draft.slug, slugChosen: draft.slugChosen, changedAt: changedAt.toISOString(), targets, fields: said }
})

/** The stored draft and where the article stands now: for both texts of a conflict, and when a planned time has come. */
export const loadDraft = defineAction(articleIdSchema, async (actor, { articleId }) => {
  const article = await queries.getDeskArticle(actor, articleId)
  const { version, draft, changedBy, changedAt } = article
  return { version, draft, changedBy, changedAt: changedAt.toISOString(), facts: queries.standingOf(article) }
})

/** A text on the article's timeline, as readers have it, had it or will. */
export const loadRevision = defineAction(revisionSchema, (actor, input) => queries.getRevisionWords(actor, input))

export const describeLinks = defineAction(describeLinksSchema, async (actor, input) => {
  await queries.getDeskArticle(actor, input.articleId)
  const { links, knowledge, rulings } = await queries.describeLinks(actor, input)
  return { links: links.map((link) => ({ ...link, at: link.at?.toISOString() ?? null, until: link.until?.toISOString() ?? null })), knowledge, rulings }
})

export const ruleFinding = defineAction(rulingSchema, (actor, input) => commands.ruleFinding({ actor, ...input }))

/** The articles whose stored text is nearly this one's, and the one that it was said to be an update of. */
export const findSameStory = defineAction(articleIdSchema, async (actor, { articleId }) => {
  await queries.getDeskArticle(actor, articleId)
  const [found, updateOf] = await Promise.all([queries.findNearDuplicates(actor, articleId), queries.findUpdateOf(actor, articleId)])
  return { found: found.map((each) => ({ ...each, at: each.at.toISOString() })), updateOf }
})

export const setUpdateOf = defineAction(updateOfSchema, (actor, input) => commands.setUpdateOf({ actor, ...input }))

export const searchArticles = defineAction(z.strictObject({ query: z.string().max(200, 'tooLong') }), async (actor, { query }) => {
  const rows = await queries.searchArticles(actor, query)
  return rows.map((row) => ({ ...row, liveAt: row.liveAt?.toISOString() ?? null, plannedAt: row.plannedAt?.toISOString() ?? null }))
})

export const suggestLinks = defineAction(suggestSchema, async (actor, { articleId, ...writing }) => {
  const found = await queries.findSuggestions(actor, await queries.getDeskArticle(actor, articleId), writing)
  return found.map((suggestion) => ({ ...suggestion, at: suggestion.at.toISOString() }))
})

/** What a change on the links desk would mean, shown before it is made. */
export const previewChange = defineAction(previewChangeSchema, (actor, input) => queries.previewChange(actor, input))

export const replaceTarget = defineAction(replaceTargetSchema, (actor, input) => commands.replaceTarget({ actor, ...input }))

export const resolveTitle = defineAction(resolveTitleSchema, (actor, input) => commands.resolveTitle({ actor, ...input }))

export const suggestArticles = defineAction(z.strictObject({ title: z.string().max(LINK_LIMITS.title, 'tooLong') }), (actor, { title }) => queries.suggestArticles(actor, title))

/** What it means to other articles when readers can no longer open this one. */
export const findImpact = defineAction(articleIdSchema, async (actor, { articleId }) => {
  await queries.getDeskArticle(actor, articleId)
  return queries.findImpact(articleId)
})
