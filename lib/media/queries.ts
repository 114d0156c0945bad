import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import { Prisma } from '@/prisma/generated/client'
import type { ImageFile, ImageView } from './model'

export { cutJpeg, readCopy } from './files'

/** A page of images; `next` names the last one when there are more. */
export type ImagePage = { images: ImageView[]; next: string | null }

const PAGE = 40
const FILE = Prisma.sql`i.id, i.width, i.height, i.focus_x AS "focusX", i.focus_y AS "focusY"`
const VIEW = Prisma.sql`${FILE}, i.version, i.name, i.alt, i.caption, i.credit, i.bytes, to_json(i.created_at) #>> '{}' AS "createdAt", u.name AS "createdBy", i.created_by_id AS "createdById",
  (SELECT count(DISTINCT x.article_id)::int FROM image_use x JOIN article a ON a.id = x.article_id WHERE x.image_id = i.id AND a.trashed_at IS NULL) AS uses`

/** The newest images first, 40 at a time; with words, those whose words, credit or file name have all of them, the last one perhaps unfinished. */
export async function findImages({ query, before }: { query: string; before: string | null }): Promise<ImagePage> {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? []
  const asked = words.map((word, i) => (i === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(' & ')
  const matching = words.length > 0 ? Prisma.sql`i.words @@ to_tsquery('swedish', ${asked})` : Prisma.sql`true`
  const older = before ? Prisma.sql`(i.created_at, i.id) < (SELECT created_at, id FROM image WHERE id = ${before}::uuid)` : Prisma.sql`true`
  const rows = await db.$queryRaw<ImageView[]>`
    SELECT ${VIEW} FROM (SELECT * FROM image i WHERE ${matching} AND ${older} ORDER BY i.created_at DESC, i.id DESC LIMIT ${PAGE + 1}) i JOIN "user" u ON u.id = i.created_by_id
    ORDER BY i.created_at DESC, i.id DESC`
  return { images: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : null }
}

/** One image. NOT_FOUND. */
export async function getImage(imageId: string, reads: Reads = db): Promise<ImageView> {
  const [row] = await reads.$queryRaw<ImageView[]>`SELECT ${VIEW} FROM image i JOIN "user" u ON u.id = i.created_by_id WHERE i.id = ${imageId}::uuid`
  if (!row) throw notFound()
  return row
}

/** The files by id; what is not there is left out. */
export async function findImageFiles(ids: readonly string[], reads: Reads = db): Promise<Map<string, ImageFile>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.$queryRaw<ImageFile[]>`SELECT ${FILE} FROM image i WHERE i.id = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Images that a draft or any text of the article shows or showed: what must be told when readers lose it. */
export async function findImagesOf(articleId: string, reads: Reads): Promise<string[]> {
  return (await reads.imageUse.findMany({ where: { articleId }, distinct: ['imageId'], select: { imageId: true }, take: 1_000 })).map(({ imageId }) => imageId)
}

/**
 * Whether readers may have an image now: a text that shows it is live, of an article that is not killed. `expiresInMs`: until
 * a planned text with it begins, or one that is live ends.
 */
export async function findPublicImage(imageId: string, reads: Reads = db): Promise<{ isPublic: boolean; expiresInMs: number | null }> {
  const [row] = await reads.$queryRaw<{ isPublic: boolean | null; ms: number | null }[]>`
    WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
    SELECT bool_or(p.live_from <= now AND (p.live_until IS NULL OR now < p.live_until)) AS "isPublic",
      (extract(epoch FROM least(min(p.live_from) FILTER (WHERE p.live_from > now), min(p.live_until) FILTER (WHERE p.live_until > now)) - min(now)) * 1000)::float8 AS ms
    FROM clock, image_use x JOIN publication p ON p.revision_id = x.revision_id JOIN article a ON a.id = x.article_id
    WHERE x.image_id = ${imageId}::uuid AND a.killed_at IS NULL AND a.trashed_at IS NULL`
  return { isPublic: row?.isPublic ?? false, expiresInMs: row?.ms == null ? null : Math.ceil(row.ms) }
}
