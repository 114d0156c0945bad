// Images are files with words. A row is written after its files and taken away before them: no row is ever without files.
import { createHash, randomUUID } from 'node:crypto'
import { recordAudit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/auth/model'
import { db, type Tx, transact } from '@/lib/platform/db'
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { notifyCacheTags } from '@/lib/platform/notify'
import { embeddedWords } from './embedded-words'
import { inspect, isOlderThan, removeImage, shelves, writeImage } from './files'
import type { ImageView } from './model'
import { can } from './policy'
import { getImage } from './queries'
import { IMAGE_LIMITS } from './schema'

const A_DAY = 86_400_000
const FEW = 20
const IS_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Keeps a file as an image, with the words that it carries. `isKnown`: the same file was there already. INVALID with the field `file`: what stands against it. */
export async function uploadImage({ actor, data, name, now: given }: { actor: Actor; data: Buffer; name: string; now?: Date }): Promise<{ image: ImageView; isKnown: boolean }> {
  const hash = createHash('sha256').update(data).digest('hex')
  const known = await db.image.findUnique({ where: { hash }, select: { id: true } })
  if (known) return { image: await getImage(known.id), isKnown: true }
  if (data.length > IMAGE_LIMITS.fileBytes) throw refused('imageFileTooLarge')
  const found = await inspect(data)
  if (typeof found === 'string') throw refused(found)
  const id = randomUUID()
  const problem = await writeImage(id, data, found)
  if (problem) throw refused(problem)
  const isNew = await transact({ now: given, lock: `image:${hash}` }, async (tx, now) => {
    if (await tx.image.count({ where: { hash } })) return false
    const row = { id, hash, ...found, bytes: data.length, name: nameOf(name), ...embeddedWords(data), createdById: actor.userId, createdAt: now }
    await tx.image.create({ data: row, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'image.upload', subject: { kind: 'image', id }, details: { name: row.name }, now })
    return true
  })
  if (isNew) return { image: await getImage(id), isKnown: false }
  // Somebody else uploaded the same file meanwhile.
  await removeImage(id)
  return uploadImage({ actor, data, name, now: given })
}

const refused = (message: string) => invalid(message, { fields: { file: message }, params: { megabytes: IMAGE_LIMITS.fileBytes / 1024 / 1024, megapixels: IMAGE_LIMITS.pixels / 1e6, pixels: IMAGE_LIMITS.shortestSide, times: IMAGE_LIMITS.ratio } })

/** The file's own name without its folders, and without what no text should carry. */
const nameOf = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]+/gu, '').split(/[/\\]/).at(-1)!.trim().slice(0, IMAGE_LIMITS.name).toWellFormed()

type Edit = { actor: Actor; imageId: string; version: number; alt: string; caption: string; credit: string; focusX: number; focusY: number; now?: Date }

/**
 * Changes the words that an image gives to articles which take it from now on, and what must be seen of it, which holds
 * everywhere at once. NOT_FOUND, FORBIDDEN; CONFLICT when somebody changed it meanwhile.
 */
export async function editImage({ actor, imageId, version, now: given, ...fields }: Edit): Promise<ImageView> {
  await transact({ now: given, lock: `image:${imageId}` }, async (tx, now) => {
    const image = await loadFor('edit', tx, actor, imageId)
    if (image.version !== version) throw conflict('staleImage')
    await tx.image.update({ where: { id: imageId }, data: { ...fields, version: { increment: 1 } }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'image.edit', subject: { kind: 'image', id: imageId }, details: { name: image.name }, now })
    if (image.focusX !== fields.focusX || image.focusY !== fields.focusY) await notifyCacheTags(tx, [`image:${imageId}`])
  })
  return getImage(imageId)
}

/** Deletes an image that no draft and no published text ever showed. NOT_FOUND, FORBIDDEN; INVALID `imageUsed`. */
export async function deleteImage({ actor, imageId, now: given }: { actor: Actor; imageId: string; now?: Date }): Promise<void> {
  await transact({ now: given, lock: `image:${imageId}` }, async (tx, now) => {
    const image = await loadFor('delete', tx, actor, imageId)
    if (await tx.imageUse.count({ where: { imageId } })) throw invalid('imageUsed')
    await tx.image.delete({ where: { id: imageId }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'image.delete', subject: { kind: 'image', id: imageId }, details: { name: image.name }, now })
  })
  await removeImage(imageId)
}

async function loadFor(verb: 'edit' | 'delete', tx: Tx, actor: Actor, imageId: string) {
  const image = await tx.image.findUnique({ where: { id: imageId }, select: { version: true, name: true, createdById: true, focusX: true, focusY: true } })
  if (!image) throw notFound()
  if (!can(actor, verb, image)) throw forbidden()
  return image
}

/** Writes down which images a draft (`revisionId` null) or a revision shows. INVALID with the field `images`: one that is not there. */
export async function replaceImageUses(tx: Tx, { articleId, revisionId, imageIds }: { articleId: string; revisionId: string | null; imageIds: readonly string[] }): Promise<void> {
  const distinct = [...new Set(imageIds)].sort()
  // Held against deletion until this is committed.
  const there = distinct.length === 0 ? [] : await tx.$queryRaw<{ id: string }[]>`SELECT id FROM image WHERE id = ANY(${distinct}::uuid[]) ORDER BY id FOR KEY SHARE`
  if (there.length < distinct.length) throw invalid('imageGone', { fields: { images: 'imageGone' } })
  await tx.imageUse.deleteMany({ where: { articleId, revisionId } })
  if (distinct.length > 0) await tx.imageUse.createMany({ data: distinct.map((imageId) => ({ articleId, revisionId, imageId })) })
}

/**
 * Deletes files without a row that are older than a day: an upload that was never finished, a deletion that was interrupted.
 * Where most have no row, the folder is another database's: nothing is deleted, and the log says so. Answers how many.
 */
export async function sweepImages(): Promise<number> {
  const lost: string[] = []
  let all = 0
  for await (const names of shelves()) {
    const rows = new Set((await db.image.findMany({ where: { id: { in: names.filter((name) => IS_ID.test(name)) } }, select: { id: true }, take: names.length })).map(({ id }) => id))
    all += names.length
    for (const name of names) if (!rows.has(name) && (await isOlderThan(name, A_DAY))) lost.push(name)
  }
  if (lost.length > FEW && lost.length > all / 2) {
    log.error({ files: all, withoutImage: lost.length }, 'most files in MEDIA_DIR belong to no image of this database: nothing was deleted')
    return 0
  }
  for (const name of lost) await removeImage(name)
  return lost.length
}
