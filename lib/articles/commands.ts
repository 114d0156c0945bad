// The working draft has one way in: promise 3 (nothing accepted is lost) and promise 4 (bodies are the truth about links).
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { forbidden, notFound } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { recordRuling } from '@/lib/related-links/commands'
import { type Finding } from '@/lib/related-links/model'
import { findBylineOf } from '@/lib/users/queries'
import { type Saved, saveDraftIn } from './draft-commands'
import { draftInputOf, parseArticleText, resolvedTitles } from './model'
import { can } from './policy'
import { checkLinks, describeLinks, findNearDuplicates, getArticleFacts, getDeskArticle, type NearDuplicate } from './queries'
import { type DraftBody, type DraftInput, EMPTY_BODY, LIMITS } from './schema'

export { auditLinkIndex, rebuildLinkIndex, repairLinkIndex } from './index-commands'
export { recomputeArticleKeys } from './key-commands'
export { replaceTarget, resolveTitle } from './target-commands'
export { indexLinks, saveDraftIn, type Saved, storeLinks } from './draft-commands'
export { setUpdateOf, signUnsigned } from './story-commands'
export { handOverArticle, tagArticle, untagArticle } from './desk-commands'
export { deleteOldTrash, restoreArticle, trashArticle } from './trash-commands'

const lockOf = (articleId: string): string => `article:${articleId}`

/** Makes an empty draft under the actor's own byline; answers its id. */
export async function createArticle({ actor, now: given }: { actor: Actor; now?: Date }): Promise<{ articleId: string }> {
  return transact({ now: given }, async (tx, now) => ({ articleId: await insertArticle(tx, actor, now) }))
}

async function insertArticle(tx: Tx, actor: Actor, now: Date): Promise<string> {
  const byline = await findBylineOf(actor.userId, tx)
  const row = await tx.article.create({
    data: {
      body: EMPTY_BODY, createdById: actor.userId, createdAt: now, changedById: actor.userId, changedAt: now,
      bylines: { create: byline ? [{ bylineId: byline.id, position: 0 }] : [] },
    },
    select: { id: true },
  })
  return row.id
}

/** Saves the editor's draft. Errors as `saveDraftIn`. What only a publish demands is not asked for. */
export async function saveDraft({ now: given, ...input }: { actor: Actor; articleId: string; version: number; draft: DraftInput; now?: Date }): Promise<Saved & { changedAt: Date }> {
  return transact({ now: given, lock: lockOf(input.articleId) }, async (tx, now) => ({ ...(await saveDraftIn(tx, { ...input, now })), changedAt: now }))
}

/** Makes a new draft of an article's draft: its text and links, not its address, times or rulings. */
export async function copyArticle({ actor, articleId, now: given }: { actor: Actor; articleId: string; now?: Date }): Promise<{ articleId: string }> {
  return transact({ now: given }, async (tx, now) => {
    const { draft, may } = await getDeskArticle(actor, articleId, tx, now)
    if (!may.copy) throw forbidden()
    const copy = await insertArticle(tx, actor, now)
    const given: DraftInput = { ...draftInputOf(draft), slug: null, slugChosen: false }
    await saveDraftIn(tx, { actor, articleId: copy, version: 1, draft: given, now })
    return { articleId: copy }
  })
}

type Kill = { byId: string; publicLine: string }
/** Marks an article as killed, or takes the mark away (null); inside the transaction that changes its timeline. */
export async function setKilled(tx: Tx, { articleId, kill, now }: { articleId: string; kill: Kill | null; now: Date }): Promise<void> {
  const data = kill ? { killedAt: now, killedById: kill.byId, killLine: kill.publicLine } : { killedAt: null, killedById: null, killLine: '' }
  await tx.article.update({ where: { id: articleId }, data, select: { id: true } })
}

/** Sets an article's embargo, or takes it away (null); inside the transaction that brings its plans in line. */
export async function setEmbargo(tx: Tx, { articleId, until }: { articleId: string; until: Date | null }): Promise<void> {
  await tx.article.update({ where: { id: articleId }, data: { embargoUntil: until }, select: { id: true } })
}

/** Stores an editor's word on a finding: keep (audited), dismiss, or null to take it back. */
export async function ruleFinding(
  { actor, articleId, now: given, ...ruling }: { actor: Actor; articleId: string; keyA: string; keyB: string; ruling: 'keep' | 'dismiss' | null; now?: Date },
): Promise<void> {
  await transact({ now: given, lock: lockOf(articleId) }, async (tx, now) => {
    const facts = await getArticleFacts(articleId, now, tx)
    if (!can(actor, 'read', facts)) throw notFound()
    if (!can(actor, 'rule', facts)) throw forbidden()
    await recordRuling(tx, { articleId, ...ruling, byId: actor.userId, now })
    await notifyCacheTags(tx, [`article:${articleId}`])
    if (ruling.ruling === 'dismiss') return
    const details = { keyA: ruling.keyA, keyB: ruling.keyB }
    await recordAudit(tx, { actorId: actor.userId, action: ruling.ruling ? 'link.keep' : 'link.unkeep', subject: { kind: 'article', id: articleId }, details, now })
  })
}

export type Imported = {
  articleId: string
  dateline: string | null
  hasStandfirst: boolean
  counts: { paragraphs: number; subheadings: number; readAlso: number }
  findings: Finding[]
  /** articles whose text is nearly the same */
  nearDuplicates: NearDuplicate[]
}

/**
 * Makes a draft of raw text: date line, standfirst, subheadings and LÄS OCKSÅ lines are recognised, and a title that is
 * exactly one article's becomes a link to it. The findings are those of the verdict, as everywhere.
 */
export async function importArticle({ actor, headline, text, now: given }: { actor: Actor; headline: string; text: string; now?: Date }): Promise<Imported> {
  const parsed = parseArticleText(text)
  return transact({ now: given }, async (tx, now) => {
    const articleId = await insertArticle(tx, actor, now)
    const { draft } = await getDeskArticle(actor, articleId, tx, now)
    const blocks = parsed.blocks
    const links = blocks.flatMap((block) => (block.type === 'readAlso' && block.attrs.link ? [block.attrs.link] : []))
    const { links: views } = await describeLinks(actor, { articleId, links }, tx)
    const body: DraftBody = { type: 'doc', content: resolvedTitles(blocks, links, views) }
    const saved = await saveDraftIn(tx, { actor, articleId, version: 1, draft: { ...draft, headline: headline.slice(0, LIMITS.headline), standfirst: parsed.standfirst ?? '', dateline: parsed.dateline, body }, now })
    const findings = await checkLinks(articleId, saved.draft.body, tx)
    await recordAudit(tx, { actorId: actor.userId, action: 'article.import', subject: { kind: 'article', id: articleId }, details: { headline }, now })
    const nearDuplicates = await findNearDuplicates(actor, articleId, tx, now)
    return { articleId, dateline: parsed.dateline, hasStandfirst: parsed.standfirst !== null, counts: parsed.counts, findings, nearDuplicates }
  })
}
