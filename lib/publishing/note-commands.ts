// What readers are told about a change. A note stands beside the timeline: every text from its instant on is shown with it.
import type { DeskArticle } from '@/lib/articles/queries'
import { bodySchema } from '@/lib/articles/schema'
import { invalid } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/db'
import { apply, change, insertRevision, loadFor, lockedSpans, type Target } from './change-commands'
import { correctNow, liveSpan } from './model'
import type { NoteKind } from './schema'

type Words = { kind: NoteKind; text: string }

/**
 * Tells readers of a correction or an update, at once: a revision made of the live one, never of the draft, goes live with
 * the note; every plan stays as it was, and shows the note too. INVALID when nothing is live or a correction says nothing.
 */
export async function correctArticle(input: Target & Words): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('correct', tx, input, now)
    if (input.kind === 'correction' && !input.text) throw invalid('invalidInput', { fields: { text: 'required' } })
    const spans = await lockedSpans(tx, input.articleId)
    const revisionId = await copyLive(tx, { ...input, now }, liveSpan(spans, now)?.revisionId)
    await insertNote(tx, { ...input, revisionId, now })
    await apply(tx, { ...input, article, change: correctNow(spans, revisionId, now), action: `article.${input.kind}`, details: { text: input.text }, now })
  })
}

export async function insertNote(tx: Tx, { actor, articleId, revisionId, kind, text, now }: Target & Words & { revisionId: string; now: Date }): Promise<void> {
  await tx.note.create({ data: { articleId, revisionId, kind, text, at: now, createdById: actor.userId }, select: { id: true } })
}

async function copyLive(tx: Tx, target: Target & { now: Date }, liveId: string | undefined): Promise<string> {
  if (!liveId) throw invalid('notLive')
  const { id: _id, articleId: _article, createdById: _by, createdAt: _at, body, tags, bylines, ...content } = await tx.revision.findUniqueOrThrow({
    where: { id: liveId },
    include: { tags: { orderBy: { position: 'asc' }, select: { tagId: true } }, bylines: { orderBy: { position: 'asc' }, select: { bylineId: true } } },
  })
  return insertRevision(tx, { ...content, body: bodySchema.parse(body), tagIds: tags.map(({ tagId }) => tagId), bylineIds: bylines.map(({ bylineId }) => bylineId) }, target)
}
