// The links desk changes what targets lead to, never a body: pointers, their counts, a row of history and the NOTIFY go together.
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { lockTargets, recountUses } from './count-commands'
import { markTitles, markTwins } from './marker-commands'
import { can } from './policy'
import { type ChangeEffect, findChangeEffect, findTargetViews, type TargetView } from './queries'
import { type ChangeKind, previousSchema } from './schema'

/** One change of pointers at a time, so that none is worked out from another's half. */
export const LINK_CHANGES = 'link-changes'
export type Changed = { changeId: string; effect: ChangeEffect }
const GONE = new Set<string>(['trashed', 'killed'])

/** Makes all that names `from` lead to `into`. Errors as `leadTarget`. */
export async function mergeTargets({ actor, fromId, intoId, now: given }: { actor: Actor; fromId: string; intoId: string; now?: Date }): Promise<Changed> {
  return transact({ now: given, lock: LINK_CHANGES }, (tx, now) => leadTarget(tx, { actor, fromId, intoId, kind: 'merge', now }))
}

type Lead = { actor: Actor; fromId: string; intoId: string; kind: ChangeKind; now: Date }

/**
 * Leads a target, and those merged into it, to another, inside a transaction that holds LINK_CHANGES. FORBIDDEN for writers;
 * NOT_FOUND; CONFLICT when it leads elsewhere already; INVALID into itself, into a title, into an article that is thrown away.
 */
export async function leadTarget(tx: Tx, { actor, fromId, intoId, kind, now }: Lead): Promise<Changed> {
  if (!can(actor, 'change')) throw forbidden()
  const views = new Map((await findTargetViews([fromId, intoId], { reads: tx, at: now })).map((view) => [view.targetId, view]))
  const [from, into] = [views.get(fromId), views.get(intoId)]
  if (!from || !into) throw notFound()
  refuse(from, into, kind)
  const survivorId = into.survivorId!
  const rows = await tx.linkTarget.findMany({ where: { OR: [{ id: fromId }, { mergedIntoId: fromId }] }, select: { id: true, mergedIntoId: true } })
  const moved = rows.map((row) => row.id)
  await lockTargets(tx, [...moved, survivorId])
  const { rows: _rows, ...effect } = await findChangeEffect({ fromId, intoId: survivorId, articleId: into.articleId }, { reads: tx, at: now })
  await tx.$executeRaw`UPDATE link_target SET merged_into_id = ${survivorId}::uuid WHERE id = ANY(${moved}::uuid[])`
  await tx.$executeRaw`
    UPDATE link_target s SET last_used_at = greatest(s.last_used_at, f.last_used_at) FROM link_target f WHERE s.id = ${survivorId}::uuid AND f.id = ${fromId}::uuid`
  await settle(tx, { moved, survivors: [fromId, survivorId] })
  const { id } = await tx.linkChange.create({ data: { at: now, actorId: actor.userId, kind, fromId, intoId: survivorId, previous: rows, effect }, select: { id: true } })
  const details = { from: nameOf(from), into: nameOf(into), drafts: effect.drafts, live: effect.live }
  await recordAudit(tx, { actorId: actor.userId, action: `link.${kind}`, subject: { kind: 'link', id: fromId }, details, now })
  return { changeId: id, effect: { ...effect, rows: [] } }
}

function refuse(from: TargetView, into: TargetView, kind: ChangeKind): void {
  if (from.survivorId !== from.targetId) throw conflict('linkMerged')
  if (into.survivorId === from.targetId) throw invalid('linkIntoItself')
  if (into.kind === 'title') throw invalid('linkIntoTitle')
  if (GONE.has(into.state)) throw invalid('linkIntoGone')
  if (kind === 'resolve' && from.kind !== 'title') throw invalid('linkNotTitle')
}

const nameOf = (view: TargetView): string => view.title || view.url || ''

/** Takes a change back: pointers as they were before it. CONFLICT when it was undone, or the same targets were changed since. */
export async function undoChange({ actor, changeId, now: given }: { actor: Actor; changeId: string; now?: Date }): Promise<void> {
  if (!can(actor, 'change')) throw forbidden()
  await transact({ now: given, lock: LINK_CHANGES }, async (tx, now) => {
    const change = await tx.linkChange.findUnique({ where: { id: changeId }, select: { fromId: true, intoId: true, previous: true, undoneAt: true } })
    if (!change) throw notFound()
    if (change.undoneAt) throw conflict('changeUndone')
    const previous = previousSchema.parse(change.previous)
    const moved = previous.map((row) => row.id)
    // Those that lead elsewhere now, or were led here by a later change, are that one's to undo.
    const untouched = await tx.linkTarget.count({ where: { id: { in: moved }, mergedIntoId: change.intoId } })
    if (untouched < moved.length) throw conflict('changedSince')
    await lockTargets(tx, moved)
    await tx.$executeRaw`
      UPDATE link_target t SET merged_into_id = p.lead FROM unnest(${moved}::uuid[], ${previous.map((row) => row.mergedIntoId)}::uuid[]) AS p(id, lead) WHERE t.id = p.id`
    await settle(tx, { moved, survivors: [change.fromId, change.intoId] })
    await tx.linkChange.update({ where: { id: changeId }, data: { undoneAt: now, undoneById: actor.userId }, select: { id: true } })
    const views = await findTargetViews([change.fromId, change.intoId], { reads: tx, at: now })
    const [from, into] = [change.fromId, change.intoId].map((id) => views.find(({ targetId }) => targetId === id))
    await recordAudit(tx, { actorId: actor.userId, action: 'link.undo', subject: { kind: 'link', id: change.fromId }, details: { from: nameOf(from!), into: nameOf(into!) }, now })
  })
}

/** What follows from other pointers: counts, markers, and every page that names one of the moved. */
async function settle(tx: Tx, { moved, survivors }: { moved: readonly string[]; survivors: readonly string[] }): Promise<void> {
  await recountUses(tx, survivors)
  await markTwins(tx, [...moved, ...survivors])
  await markTitles(tx, survivors)
  await notifyCacheTags(tx, moved.map((id) => `target:${id}`))
}
