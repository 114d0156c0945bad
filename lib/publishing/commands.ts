// The only writer of what readers see: promise 1 (a timeline), 2 (immutable revisions) and 8 (told in the transaction).
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { indexLinks, saveDraftIn, setKilled } from '@/lib/articles/commands'
import { missingForPublish } from '@/lib/articles/model'
import { checkPublish, type DeskArticle, getDeskArticle } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import { forbidden, invalid } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { affectedCacheTags, cancelEnd as cancelPlannedEnd, cancelPlan as cancelPlanned, movePlan as movePlanned, publishNow, schedule, type Span, takeDown, type TimelineChange, unpublish, unpublishAt } from './model'

export { redoEffect } from './effect-commands'

type Target = { actor: Actor; articleId: string; now?: Date }
type WithDraft = Target & { version: number; draft: DraftInput }

/** Saves the draft and makes it what readers see, at once. INVALID: what is missing, embargo, doubled links; CONFLICT: stale. Nothing new to publish is no error. */
export async function publishArticle(input: WithDraft): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await saveAndCheck(tx, input, now, now)
    const spans = await lockedSpans(tx, input.articleId)
    const unchanged = article.state === 'live' && article.liveVersion === article.version && article.plannedVersion === null
    if (unchanged) return
    refuseEmbargoed(article, now)
    const revisionId = await insertRevision(tx, input.actor, article, now)
    await apply(tx, { ...input, article, change: publishNow(spans, revisionId, now), action: 'article.publish', now })
  })
}

/** Saves the draft and plans it for an instant to come (`zone`: the IANA zone it was picked in). INVALID also when the time has passed. */
export async function scheduleArticle(input: WithDraft & { at: Date; zone: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await saveAndCheck(tx, input, now, input.at)
    const spans = await lockedSpans(tx, input.articleId)
    refuseEmbargoed(article, input.at)
    const revisionId = await insertRevision(tx, input.actor, article, now)
    const planned = schedule(spans, { revisionId, at: input.at, zone: input.zone, now })
    await apply(tx, { ...input, article, change: planned, action: 'article.schedule', details: { at: input.at.toISOString(), zone: input.zone }, now })
  })
}

/** Moves the plan to another time; what was planned is what goes out. */
export async function movePlan(input: Target & { at: Date; zone: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadForPublishing(tx, input, now)
    refuseEmbargoed(article, input.at)
    const moved = movePlanned(await lockedSpans(tx, input.articleId), { at: input.at, zone: input.zone, now })
    const was = article.timeline.find((row) => new Date(row.liveFrom) > now)?.liveFrom ?? null
    await apply(tx, { ...input, article, change: moved, action: 'article.reschedule', details: { was, at: input.at.toISOString(), zone: input.zone }, now })
  })
}

/** Takes the plan away; what is live stays. */
export async function cancelPlan(input: Target): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadForPublishing(tx, input, now)
    const was = article.timeline.find((row) => new Date(row.liveFrom) > now)?.liveFrom ?? null
    await apply(tx, { ...input, article, change: cancelPlanned(await lockedSpans(tx, input.articleId), now), action: 'article.unschedule', details: { was }, now })
  })
}

/** Takes the article from readers at once: its address answers 410. */
export async function unpublishArticle(input: Target): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadForPublishing(tx, input, now)
    await apply(tx, { ...input, article, change: unpublish(await lockedSpans(tx, input.articleId), now), action: 'article.unpublish', forget: true, now })
  })
}

/** Takes the article from readers at an instant to come, without anything having to run then. INVALID when nothing is live then. */
export async function unpublishArticleAt(input: Target & { at: Date }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadForPublishing(tx, input, now)
    const ended = unpublishAt(await lockedSpans(tx, input.articleId), input.at, now)
    await apply(tx, { ...input, article, change: ended, action: 'article.unpublishAt', details: { at: input.at.toISOString() }, now })
  })
}

/** Takes the next planned end away. */
export async function cancelEnd(input: Target): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadForPublishing(tx, input, now)
    await apply(tx, { ...input, article, change: cancelPlannedEnd(await lockedSpans(tx, input.articleId), now), action: 'article.cancelEnd', details: { was: article.endsAt }, now })
  })
}

/**
 * Takes the article from readers at once and for good: all its addresses answer 410, with the public line if there is one,
 * and nothing brings it back but `liftKill`. The reason is kept in the audit log alone.
 */
export async function killArticle(input: Target & { reason: string; publicLine: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('kill', tx, input, now)
    const { actor, articleId, reason, publicLine } = input
    await setKilled(tx, { articleId, kill: { byId: actor.userId, publicLine }, now })
    const ended = takeDown(await lockedSpans(tx, articleId), now)
    await apply(tx, { actor, articleId, article, change: ended, action: 'article.kill', details: { reason, publicLine }, forget: true, now })
  })
}

/** A killed article becomes an unpublished one, which can be edited and published again. */
export async function liftKill(input: Target & { reason: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('liftKill', tx, input, now)
    await setKilled(tx, { articleId: input.articleId, kill: null, now })
    await apply(tx, { ...input, article, change: NOTHING, action: 'article.liftKill', details: { reason: input.reason }, now })
  })
}

const NOTHING: TimelineChange = { remove: [], end: [], add: null }

async function change(input: Target, work: (tx: Tx, now: Date) => Promise<void>): Promise<DeskArticle> {
  return transact({ now: input.now, lock: `article:${input.articleId}` }, async (tx, now) => {
    await work(tx, now)
    return getDeskArticle(input.actor, input.articleId, tx, now)
  })
}

const loadForPublishing = (tx: Tx, target: Target, now: Date): Promise<DeskArticle> => loadFor('publish', tx, target, now)

async function loadFor(verb: 'publish' | 'kill' | 'liftKill', tx: Tx, { actor, articleId }: Target, now: Date): Promise<DeskArticle> {
  const article = await getDeskArticle(actor, articleId, tx, now)
  if (!article.may[verb]) throw forbidden()
  return article
}

/** Save and publish travel together: what is published is what the editor sees. */
async function saveAndCheck(tx: Tx, input: WithDraft, now: Date, goesLive: Date): Promise<DeskArticle> {
  await loadForPublishing(tx, input, now)
  const { fields } = await saveDraftIn(tx, { ...input, now })
  const article = await getDeskArticle(input.actor, input.articleId, tx, now)
  const missing = { ...missingForPublish(article.draft), ...fields }
  if (Object.keys(missing).length > 0) throw invalid('invalidInput', { fields: missing })
  const items = await checkPublish({ articleId: article.id, body: article.draft.body, goesLive }, tx)
  const findings = items.flatMap((item) => (item.kind === 'finding' && item.blocking ? [item.finding] : []))
  if (findings.length > 0) throw invalid('duplicateLinks', { fields: { body: 'duplicateLinks' }, data: { findings } })
  return article
}

function refuseEmbargoed({ embargoUntil }: DeskArticle, from: Date): void {
  if (!embargoUntil || from >= embargoUntil) return
  throw invalid('embargo', { fields: { at: 'embargo' }, params: { until: embargoUntil.toISOString() }, data: { embargoUntil: embargoUntil.toISOString() } })
}

async function lockedSpans(tx: Tx, articleId: string): Promise<Span[]> {
  return tx.publication.findMany({
    where: { articleId }, orderBy: { liveFrom: 'asc' },
    select: { id: true, revisionId: true, liveFrom: true, liveUntil: true, listedAt: true, zone: true },
  })
}

/** Copies the draft into an immutable revision with the index of its links. */
async function insertRevision(tx: Tx, actor: Actor, { id: articleId, version, draft }: DeskArticle, now: Date): Promise<string> {
  const { tagIds, bylineIds, slugChosen: _slugChosen, slug, sectionId, ...content } = draft
  const { id } = await tx.revision.create({
    data: {
      ...content, slug: slug!, sectionId: sectionId!, articleId, version, createdById: actor.userId, createdAt: now,
      tags: { create: tagIds.map((tagId, position) => ({ tagId, position })) },
      bylines: { create: bylineIds.map((bylineId, position) => ({ bylineId, position })) },
    },
    select: { id: true },
  })
  await indexLinks(tx, { articleId, revisionId: id, body: draft.body, now })
  return id
}

/** `forget`: what readers see of it is taken from them, at once */
type Applied = { actor: Actor; articleId: string; article: DeskArticle; change: TimelineChange; action: string; details?: Prisma.InputJsonObject; forget?: boolean; now: Date }

async function apply(tx: Tx, { actor, articleId, article, change: { remove, end, add }, action, details = {}, forget, now }: Applied): Promise<void> {
  await tx.publication.deleteMany({ where: { id: { in: remove.map((span) => span.id) } } })
  for (const { span, until } of end) await tx.publication.update({ where: { id: span.id }, data: { liveUntil: until }, select: { id: true } }) // at most one
  if (add) await tx.publication.create({ data: { ...add, articleId, createdById: actor.userId, createdAt: now }, select: { id: true } })
  await recordAudit(tx, { actorId: actor.userId, action, subject: { kind: 'article', id: articleId }, details: { headline: article.draft.headline, version: article.version, ...details }, now })
  const touched = [...remove, ...end.map(({ span }) => span), ...(add ? [add] : [])].map((span) => span.revisionId)
  const named = await tx.revision.findMany({ where: { id: { in: touched } }, select: { slug: true, sectionId: true, tags: { select: { tagId: true } }, bylines: { select: { bylineId: true } } } })
  const revisions = named.map(({ tags, bylines, ...rest }) => ({ ...rest, tagIds: tags.map((t) => t.tagId), bylineIds: bylines.map((b) => b.bylineId) }))
  await notifyCacheTags(tx, affectedCacheTags(articleId, revisions), { forget })
}
