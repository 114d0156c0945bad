// What readers are told about a change. A note stands beside the timeline: every text is shown with it while its words hold.
import type { DeskArticle } from '@/lib/articles/queries'
import { conflict, invalid } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/db'
import { apply, change, loadFor, lockedSpans, NOTHING, type Target } from './change-commands'
import { correctLive, type LiveText } from './live-commands'
import { correctNow, liveSpan } from './model'
import type { NoteKind } from './schema'

type Words = { kind: NoteKind; text: string }

/**
 * Tells readers of a correction or an update, at once; with `live` they have other words from now on too. Nothing of it comes
 * from the draft, and every plan stays as it was and shows the note. INVALID when nothing is live, a correction says nothing,
 * or the words cannot be published; CONFLICT when the live words are others than those that `live` was made from.
 */
export async function correctArticle(input: Target & Words & { live?: LiveText | null }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('correct', tx, input, now)
    const { kind, text } = input
    refuseEmpty(kind, text)
    const spans = await lockedSpans(tx, input.articleId)
    const liveId = liveSpan(spans, now)?.revisionId
    if (!liveId) throw invalid('notLive')
    const { revisionId, changed } = input.live ? await correctLive(tx, { ...input, article, liveId, live: input.live, now }) : { revisionId: liveId, changed: [] }
    await insertNote(tx, { ...input, revisionId, now })
    await apply(tx, { ...input, article, change: correctNow(spans, revisionId, now), action: `article.${kind}`, details: { text, changed }, now })
  })
}

function refuseEmpty(kind: NoteKind, text: string): void {
  if (kind === 'correction' && !text) throw invalid('invalidInput', { fields: { text: 'required' } })
}

export async function insertNote(tx: Tx, { actor, articleId, revisionId, kind, text, at, now }: Target & Words & { revisionId: string; at?: Date; now: Date }): Promise<void> {
  await tx.note.create({ data: { articleId, revisionId, kind, text, at: at ?? now, since: now, createdById: actor.userId }, select: { id: true } })
}

type OneNote = Target & { noteId: string }

/** Says a note in other words from now on; when readers were told stays. CONFLICT when it was changed or withdrawn meanwhile. */
export async function rewordNote(input: OneNote & { text: string }): Promise<DeskArticle> {
  return changeNote(input, 'article.rewordNote', { text: input.text }, async (tx, note, now) => {
    refuseEmpty(note.kind, input.text)
    await insertNote(tx, { ...note, actor: input.actor, text: input.text, now })
  })
}

/** Takes a note from readers, as if it had not been made; the reason is kept in the audit log. CONFLICT as above. */
export const withdrawNote = (input: OneNote & { reason: string }): Promise<DeskArticle> =>
  changeNote(input, 'article.withdrawNote', { reason: input.reason }, async () => {})

type Held = Words & { articleId: string; revisionId: string; at: Date }
async function changeNote(input: OneNote, action: string, details: { text?: string; reason?: string }, follow: (tx: Tx, note: Held, now: Date) => Promise<void>): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('publish', tx, input, now)
    const { actor, articleId, noteId } = input
    const note = await tx.note.findFirst({ where: { id: noteId, articleId, until: null }, select: { articleId: true, revisionId: true, kind: true, text: true, at: true, since: true } })
    if (!note) throw conflict('noteGone')
    await tx.note.update({ where: { id: noteId }, data: { until: now < note.since ? note.since : now, endedById: actor.userId }, select: { id: true } })
    await follow(tx, note, now)
    // the words that went may be what must not be read
    await apply(tx, { ...input, article, change: NOTHING, action, details: { kind: note.kind, wording: note.text, ...details }, forget: true, now })
  })
}
