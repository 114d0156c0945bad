import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { normalizeName } from './model'
import type { TagKind } from './schema'

export type TagRow = { id: string; name: string; slug: string; kind: TagKind; drafts: number; live: number; merged: string[] }
const SUGGESTIONS = 8
const MOST = 500

/** Tags whose name begins with the query, then those that contain it; a merged tag's name leads to the one it became. At most 8. */
export async function searchTags(query: string, kind: TagKind): Promise<{ id: string; name: string }[]> {
  const key = normalizeName(query)
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT coalesce(into_tag.id, t.id) AS id, coalesce(into_tag.name, t.name) AS name
    FROM tag t LEFT JOIN tag into_tag ON into_tag.id = t.merged_into_id
    WHERE t.kind = ${kind}::"TagKind" AND position(${key} IN t.normalized_name) > 0
    GROUP BY coalesce(into_tag.id, t.id), coalesce(into_tag.name, t.name)
    ORDER BY bool_or(starts_with(t.normalized_name, ${key})) DESC, coalesce(into_tag.name, t.name) COLLATE "sv-x-icu" LIMIT ${SUGGESTIONS}`
}

/** The sections, in Swedish order. */
export async function findSections(reads: Reads = db): Promise<{ id: string; name: string; slug: string }[]> {
  return reads.$queryRaw<{ id: string; name: string; slug: string }[]>`
    SELECT id, name, slug FROM tag WHERE kind = 'section' AND merged_into_id IS NULL ORDER BY name COLLATE "sv-x-icu" LIMIT ${MOST}`
}

/** Tags of a kind with the articles that have them (drafts and live now, merged names counted in), in Swedish order; at most 500. */
export async function findTags(kind: TagKind, query = ''): Promise<TagRow[]> {
  return db.$queryRaw<TagRow[]>`
    SELECT t.id, t.name, t.slug, t.kind::text,
      ARRAY(SELECT m.name FROM tag m WHERE m.merged_into_id = t.id ORDER BY 1 LIMIT 20) AS merged,
      (SELECT count(DISTINCT a.id)::int FROM article a LEFT JOIN article_tag x ON x.article_id = a.id
        WHERE a.trashed_at IS NULL AND (x.tag_id IN (SELECT t.id UNION SELECT m.id FROM tag m WHERE m.merged_into_id = t.id) OR a.section_id IN (SELECT t.id UNION SELECT m.id FROM tag m WHERE m.merged_into_id = t.id))) AS drafts,
      (SELECT count(DISTINCT p.article_id)::int FROM publication p JOIN revision r ON r.id = p.revision_id LEFT JOIN revision_tag x ON x.revision_id = r.id
        WHERE p.live_from <= now() AND (p.live_until IS NULL OR now() < p.live_until)
          AND (x.tag_id IN (SELECT t.id UNION SELECT m.id FROM tag m WHERE m.merged_into_id = t.id) OR r.section_id IN (SELECT t.id UNION SELECT m.id FROM tag m WHERE m.merged_into_id = t.id))) AS live
    FROM tag t
    WHERE t.kind = ${kind}::"TagKind" AND t.merged_into_id IS NULL AND position(${normalizeName(query)} IN t.normalized_name) > 0
    ORDER BY t.name COLLATE "sv-x-icu" LIMIT ${MOST}`
}

export type TagUse = { drafts: number; live: number; planned: number; revisions: number }

/** What a tag (without those merged into it) is used by: articles' drafts, live articles, planned ones, revisions ever. */
export async function findTagUse(tagId: string, reads: Reads = db): Promise<TagUse> {
  const [use] = await reads.$queryRaw<TagUse[]>`
    WITH of_revision AS (SELECT id FROM revision WHERE section_id = ${tagId}::uuid UNION SELECT revision_id FROM revision_tag WHERE tag_id = ${tagId}::uuid)
    SELECT (SELECT count(*)::int FROM (SELECT id FROM article WHERE section_id = ${tagId}::uuid UNION SELECT article_id FROM article_tag WHERE tag_id = ${tagId}::uuid) d) AS drafts,
      (SELECT count(*)::int FROM of_revision) AS revisions,
      (SELECT count(DISTINCT p.article_id)::int FROM publication p JOIN of_revision o ON o.id = p.revision_id WHERE p.live_from <= now() AND (p.live_until IS NULL OR now() < p.live_until)) AS live,
      (SELECT count(DISTINCT p.article_id)::int FROM publication p JOIN of_revision o ON o.id = p.revision_id WHERE p.live_from > now()) AS planned`
  return use!
}

/** The effect of a merge: the articles that would change tag, and those that have both. */
export async function findMergeEffect(fromId: string, intoId: string, reads: Reads = db): Promise<TagUse & { both: number }> {
  const use = await findTagUse(fromId, reads)
  const [row] = await reads.$queryRaw<{ both: number }[]>`
    SELECT count(*)::int AS both FROM article_tag a JOIN article_tag b USING (article_id) WHERE a.tag_id = ${fromId}::uuid AND b.tag_id = ${intoId}::uuid`
  return { ...use, both: row!.both }
}

/** The tag's name, or that of the one it was merged into; null when there is none. */
export async function findTagName(tagId: string): Promise<string | null> {
  const row = await db.tag.findUnique({ where: { id: tagId }, select: { name: true, mergedInto: { select: { name: true } } } })
  return row?.mergedInto?.name ?? row?.name ?? null
}
