// One change of a timeline: under the article's lock, with its audit row and the word to the caches in the same transaction.
import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { indexLinks } from '@/lib/articles/commands'
import { imagesOf } from '@/lib/articles/model'
import { type ArticleVerb, refusal } from '@/lib/articles/policy'
import { type DeskArticle, getDeskArticle } from '@/lib/articles/queries'
import type { Body } from '@/lib/articles/schema'
import { replaceImageUses } from '@/lib/media/commands'
import { findImagesOf } from '@/lib/media/queries'
import type { ImageUse } from '@/lib/media/schema'
import { type Tx, transact } from '@/lib/platform/db'
import { mailEnv } from '@/lib/platform/env'
import { notifyCacheTags } from '@/lib/platform/notify'
import { addEffects } from '@/lib/platform/outbox'
import { effectsOf, publishedTellings } from './effects'
import { affectedCacheTags, type Span, type TimelineChange } from './model'

export type Target = { actor: Actor; articleId: string; now?: Date }

export const NOTHING: TimelineChange = { remove: [], set: [], add: [] }

/** Runs work on an article under its lock, in one transaction with one instant; answers the article as it is then. */
export async function change(input: Target, work: (tx: Tx, now: Date) => Promise<void>): Promise<DeskArticle> {
  return transact({ now: input.now, lock: `article:${input.articleId}` }, async (tx, now) => {
    await work(tx, now)
    return getDeskArticle(input.actor, input.articleId, tx, now)
  })
}

/** The article, for a change that the actor may make. NOT_FOUND, FORBIDDEN; CONFLICT when it was killed meanwhile. */
export async function loadFor(verb: Exclude<ArticleVerb, 'read'>, tx: Tx, { actor, articleId }: Target, now: Date): Promise<DeskArticle> {
  const article = await getDeskArticle(actor, articleId, tx, now)
  if (!article.may[verb]) throw refusal(actor, article)
  return article
}

/** All rows of the timeline, the earliest first; for a transaction that holds the article's lock. */
export async function lockedSpans(tx: Tx, articleId: string): Promise<Span[]> {
  return tx.publication.findMany({
    where: { articleId }, orderBy: { liveFrom: 'asc' },
    select: { id: true, revisionId: true, liveFrom: true, liveUntil: true, listedAt: true, zone: true, anew: true },
  })
}

type Content = Omit<Prisma.RevisionUncheckedCreateInput, 'id' | 'articleId' | 'createdById' | 'createdAt' | 'body' | 'leadImage' | 'tags' | 'bylines'> & { body: Body; leadImage: ImageUse | null; tagIds: readonly string[]; bylineIds: readonly string[] }
/** Makes an immutable revision with the index of its links and images; answers its id. */
export async function insertRevision(tx: Tx, { tagIds, bylineIds, leadImage, ...content }: Content, { actor, articleId, now }: Target & { now: Date }): Promise<string> {
  const { id } = await tx.revision.create({
    data: {
      ...content, leadImage: leadImage ?? Prisma.DbNull, articleId, createdById: actor.userId, createdAt: now,
      tags: { create: tagIds.map((tagId, position) => ({ tagId, position })) },
      bylines: { create: bylineIds.map((bylineId, position) => ({ bylineId, position })) },
    },
    select: { id: true },
  })
  await indexLinks(tx, { articleId, revisionId: id, body: content.body, now })
  await replaceImageUses(tx, { articleId, revisionId: id, imageIds: imagesOf({ body: content.body, leadImage }) })
  return id
}

/** `forget`: what readers see of it is taken from them, at once */
type Applied = { actor: Actor; articleId: string; article: DeskArticle; change: TimelineChange; action: string; details?: Prisma.InputJsonObject; forget?: boolean; now: Date }

/** Writes a change of the timeline. The rows that go, go first, so that no two ever hold one instant on the way. */
export async function apply(tx: Tx, { actor, articleId, article, change: { remove, set, add }, action, details = {}, forget, now }: Applied): Promise<void> {
  await tx.publication.deleteMany({ where: { id: { in: remove.map((span) => span.id) } } })
  if (set.length > 0) {
    const [ids, ends, listed] = [set.map(({ span }) => span.id), set.map(({ liveUntil }) => liveUntil), set.map(({ listedAt }) => listedAt)]
    await tx.$executeRaw`
      UPDATE publication p SET live_until = n.live_until, listed_at = n.listed_at
      FROM unnest(${ids}::uuid[], ${ends}::timestamptz[], ${listed}::timestamptz[]) AS n(id, live_until, listed_at) WHERE p.id = n.id`
  }
  await tx.publication.createMany({ data: add.map(({ id, ...row }) => ({ ...row, ...(id && { id }), articleId, createdById: actor.userId, createdAt: now })) })
  await recordAudit(tx, { actorId: actor.userId, action, subject: { kind: 'article', id: articleId }, details: { headline: article.draft.headline, version: article.version, ...details }, now })
  const touched = [...remove, ...set.map(({ span }) => span), ...add].map((span) => span.revisionId)
  const named = await tx.revision.findMany({ where: { id: { in: touched } }, select: { slug: true, sectionId: true, tags: { select: { tagId: true } }, bylines: { select: { bylineId: true } } } })
  const revisions = named.map(({ tags, bylines, ...rest }) => ({ ...rest, tagIds: tags.map((t) => t.tagId), bylineIds: bylines.map((b) => b.bylineId) }))
  const isCorrected = (await tx.note.count({ where: { articleId, kind: 'correction' } })) > 0
  const images = (await findImagesOf(articleId, tx)).map((id) => `image:${id}`)
  await notifyCacheTags(tx, [...affectedCacheTags(articleId, revisions, isCorrected), ...images], { forget })
  await addEffects(tx, effectsOf(articleId, await beginsWithOutsideLinks(tx, add), now))
  if (mailEnv()) await addEffects(tx, publishedTellings(articleId, add.map(({ liveFrom }) => liveFrom), now))
}

async function beginsWithOutsideLinks(tx: Tx, add: TimelineChange['add']): Promise<Date[]> {
  if (add.length === 0) return []
  const rows = await tx.linkUse.findMany({ where: { revisionId: { in: add.map((span) => span.revisionId) }, target: { kind: 'url' } }, distinct: ['revisionId'], select: { revisionId: true }, take: add.length })
  return add.flatMap(({ revisionId, liveFrom }) => (rows.some((row) => row.revisionId === revisionId) ? [liveFrom] : []))
}
