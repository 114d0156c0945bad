// Tags are followed by id: a rename or a merge changes tag rows alone, never an article or a revision (promise 2).
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { normalizeName, slugOfName } from './model'
import { can, type TagVerb } from './policy'
import { findMergeEffect, findTagUse, type TagUse } from './queries'
import type { TagKind } from './schema'

export { recomputeTagNames } from './key-commands'

type Named = { id: string; name: string }
const LOCK = 'tags'
const ATTEMPTS = 50

/** Makes a tag, or answers the one that has the name already (a merged name: the one it became). */
export async function createTag({ actor, name, kind, now: given }: { actor: Actor; name: string; kind: TagKind; now?: Date }): Promise<Named> {
  if (!can(actor, 'create', kind)) throw forbidden()
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const normalizedName = normalizeName(name)
    const existing = await tx.tag.findFirst({ where: { kind, normalizedName }, orderBy: { mergedIntoId: { sort: 'asc', nulls: 'first' } }, select: { id: true, name: true, mergedInto: { select: { id: true, name: true } } } })
    if (existing) return existing.mergedInto ?? { id: existing.id, name: existing.name }
    const slug = await freeSlug(tx, kind, name)
    const tag = await tx.tag.create({ data: { kind, name, normalizedName, slug, createdAt: now }, select: { id: true, name: true } })
    await tx.tagAddress.create({ data: { kind, slug, tagId: tag.id }, select: { slug: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'tag.create', subject: { kind: 'tag', id: tag.id }, details: { name, kind }, now })
    await notifyCacheTags(tx, [`tag-slug:${kind}:${slug}`, ...(kind === 'section' ? ['site'] : [])])
    return tag
  })
}

/** Gives a tag another name and the address that goes with it; the old address leads on. CONFLICT when the name is taken. */
export async function renameTag({ actor, tagId, name, now: given }: { actor: Actor; tagId: string; name: string; now?: Date }): Promise<Named> {
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const tag = await load(tx, actor, tagId, 'rename')
    const normalizedName = normalizeName(name)
    const taken = await tx.tag.findFirst({ where: { kind: tag.kind, normalizedName, mergedIntoId: null, NOT: { id: tagId } }, select: { id: true } })
    if (taken) throw conflict('tagTaken', { fields: { name: 'tagTaken' } })
    const slug = slugOfName(name) === slugOfName(tag.name) ? tag.slug : await freeSlug(tx, tag.kind, name, tagId)
    await tx.tagAddress.createMany({ data: [{ kind: tag.kind, slug, tagId }], skipDuplicates: true })
    await tx.tag.update({ where: { id: tagId }, data: { name, normalizedName, slug }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'tag.rename', subject: { kind: 'tag', id: tagId }, details: { was: tag.name, name }, now })
    await notifyCacheTags(tx, [...namesOf(tagId), `tag-slug:${tag.kind}:${slug}`])
    return { id: tagId, name }
  })
}

/** Makes one tag lead to another: its articles, names and addresses become the other's. Answers what it touched, as shown before. */
export async function mergeTags({ actor, fromId, intoId, now: given }: { actor: Actor; fromId: string; intoId: string; now?: Date }): Promise<TagUse & { both: number }> {
  if (fromId === intoId) throw invalid('mergeSelf')
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const [from, into] = [await load(tx, actor, fromId, 'merge'), await load(tx, actor, intoId, 'merge')]
    if (from.kind !== into.kind) throw invalid('mergeKinds')
    const effect = await findMergeEffect(fromId, intoId, tx)
    // Chains are flattened, so that readers follow one step.
    await tx.tag.updateMany({ where: { OR: [{ id: fromId }, { mergedIntoId: fromId }] }, data: { mergedIntoId: intoId } })
    await recordAudit(tx, { actorId: actor.userId, action: 'tag.merge', subject: { kind: 'tag', id: intoId }, details: { from: from.name, into: into.name, ...effect }, now })
    await notifyCacheTags(tx, [...namesOf(fromId), ...namesOf(intoId)])
    return effect
  })
}

/** Deletes a tag that no article and no revision has; otherwise CONFLICT with the counts of what has it. */
export async function deleteTag({ actor, tagId, now: given }: { actor: Actor; tagId: string; now?: Date }): Promise<void> {
  await transact({ now: given, lock: LOCK }, async (tx, now) => {
    const tag = await load(tx, actor, tagId, 'delete')
    const use = await findTagUse(tagId, tx)
    const merged = await tx.tag.count({ where: { mergedIntoId: tagId } })
    if (use.drafts + use.revisions + merged > 0) throw conflict('tagInUse', { params: { drafts: use.drafts, live: use.live }, data: use })
    await tx.tagAddress.deleteMany({ where: { tagId } })
    await tx.tag.delete({ where: { id: tagId }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'tag.delete', subject: { kind: 'tag', id: tagId }, details: { name: tag.name }, now })
    await notifyCacheTags(tx, namesOf(tagId))
  })
}

/** Lists of the tag, and pages that only say its name: a publish overtakes the lists alone. */
const namesOf = (tagId: string): string[] => [`tag:${tagId}`, `tag-name:${tagId}`]

async function load(tx: Tx, actor: Actor, tagId: string, verb: TagVerb) {
  const tag = await tx.tag.findFirst({ where: { id: tagId, mergedIntoId: null }, select: { kind: true, name: true, slug: true } })
  if (!tag) throw notFound()
  if (!can(actor, verb, tag.kind)) throw forbidden()
  return tag
}

/** The name's slug, or with `-2`, `-3` ... ; an address that the tag itself had before is free for it. */
async function freeSlug(tx: Tx, kind: TagKind, name: string, tagId?: string): Promise<string> {
  const base = slugOfName(name)
  const candidates = Array.from({ length: ATTEMPTS }, (_, i) => (i === 0 ? base : `${base}-${i + 1}`))
  const taken = await tx.tagAddress.findMany({ where: { kind, slug: { in: candidates }, ...(tagId && { NOT: { tagId } }) }, select: { slug: true }, take: ATTEMPTS })
  const free = candidates.find((slug) => !taken.some((address) => address.slug === slug))
  if (!free) throw conflict('tagTaken', { fields: { name: 'tagTaken' } })
  return free
}
