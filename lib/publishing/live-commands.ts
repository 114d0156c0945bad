// Other words for what is live, at once: a revision made of the live one, never of the draft.
import { isDeepStrictEqual } from 'node:util'
import { saveDraftIn, storeLinks } from '@/lib/articles/commands'
import { draftInputOf, follows, type Lines, linesIn, sameWords, takeInLines } from '@/lib/articles/model'
import { checkPublish, type DeskArticle } from '@/lib/articles/queries'
import { type Body, bodySchema, type DraftBody } from '@/lib/articles/schema'
import { imageUseSchema } from '@/lib/media/schema'
import { conflict, invalid } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/db'
import { insertRevision, type Target } from './change-commands'

/** Words for readers, and the live revision that they were made from. */
export type LiveText = Lines & { revisionId: string; body: DraftBody }
type Given = Target & { article: DeskArticle; liveId: string; live: LiveText; now: Date }
type Stored = Lines & { body: Body }

/** Answers the revision that readers shall have, and what of it is new. A draft that said the same as readers had follows, in what speaks for it elsewhere line by line; any other is left alone. */
export async function correctLive(tx: Tx, { live, liveId, ...input }: Given): Promise<{ revisionId: string; changed: string[] }> {
  const { article, actor, now } = input
  const { id: _id, articleId: _article, createdById: _by, createdAt: _at, tagIds, bylineIds, ...before } = await loadRevision(tx, liveId)
  await refuseStale(tx, { article, live, before })
  if (!live.headline.trim()) throw invalid('invalidInput', { fields: { headline: 'headlineRequired' } })
  const { body } = await storeLinks(tx, actor, { given: live.body, before: before.body, now })
  const after: Stored = { ...linesIn(live), body }
  const changed = (Object.keys(after) as (keyof Stored)[]).filter((name) => !isDeepStrictEqual(plain(after[name]), plain(before[name])))
  if (changed.length === 0) return { revisionId: liveId, changed }
  await refuseDoubled(tx, article.id, body, now)
  const followed = follows(article.draft, before) ? await follow(tx, input, { ...takeInLines(article.draft, before, after), body }) : null
  const version = followed !== null && article.version === before.version ? followed : before.version
  const revisionId = await insertRevision(tx, { ...before, ...after, tagIds, bylineIds, version, correctsId: before.correctsId ?? liveId }, input)
  return { revisionId, changed }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

async function follow(tx: Tx, { article, actor, now }: Omit<Given, 'live' | 'liveId'>, words: Stored): Promise<number> {
  const { version } = await saveDraftIn(tx, { actor, articleId: article.id, version: article.version, draft: draftInputOf({ ...article.draft, ...words }), now })
  return version
}

async function loadRevision(tx: Tx, id: string) {
  const { body, leadImage, tags, bylines, ...content } = await tx.revision.findUniqueOrThrow({
    where: { id },
    include: { tags: { orderBy: { position: 'asc' }, select: { tagId: true } }, bylines: { orderBy: { position: 'asc' }, select: { bylineId: true } } },
  })
  return { ...content, leadImage: imageUseSchema.nullable().parse(leadImage), body: bodySchema.parse(body), tagIds: tags.map(({ tagId }) => tagId), bylineIds: bylines.map(({ bylineId }) => bylineId) }
}

/** Somebody else's correction, or a plan that went out, is not overwritten unseen. */
async function refuseStale(tx: Tx, { article, live, before }: { article: DeskArticle; live: LiveText; before: Stored }): Promise<void> {
  const base = await tx.revision.findFirst({ where: { id: live.revisionId, articleId: article.id } })
  if (!base || !sameWords({ ...base, body: bodySchema.parse(base.body) }, before)) throw conflict('liveChanged')
}

/** The one verdict on doubled LÄS OCKSÅ, for a body that goes live at an instant. */
export async function refuseDoubled(tx: Tx, articleId: string, body: Body, goesLive: Date): Promise<void> {
  const items = await checkPublish({ articleId, body, goesLive }, tx)
  const findings = items.flatMap((item) => (item.kind === 'finding' && item.blocking ? [item.finding] : []))
  if (findings.length > 0) throw invalid('duplicateLinks', { fields: { body: 'duplicateLinks' }, data: { findings } })
}
