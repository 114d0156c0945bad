import 'server-only'
import { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { type ArticleState, trashEnd } from './model'
import { can } from './policy'
import type { Label } from './schema'
import { type KeptBecause, keepsTrashed } from './trash-queries'

type Named = { id: string; name: string }

/** Filters of the desk's list; `before` is the `next` of the page before; `author` is a user id or 'me'; `imageId`: whose draft or texts, also earlier ones, show it. */
export type ArticleFilter = { state?: ArticleState; sectionId?: string; tagId?: string; imageId?: string; author?: string; q?: string; before?: string; limit?: number }
export type ArticleRow = {
  id: string
  /** the draft's: a publish from the list says which text it means */
  version: number
  headline: string
  label: Label
  state: ArticleState
  section: Named | null
  tags: Named[]
  author: Named
  changedAt: Date
  changedBy: string
  /** the instant by which readers' lists order it; null before it was live */
  publishedAt: Date | null
  plannedAt: Date | null
  plannedZone: string | null
  /** live, and the draft has moved on since */
  changedSinceLive: boolean
  /** while an embargo holds, its end */
  embargoUntil: Date | null
  /** in the trash: when it is deleted for good, or why it stays there */
  trash: { goesAfter: Date } | { keptBecause: KeptBecause } | null
  may: Record<ListVerb, boolean>
}
type ListVerb = 'edit' | 'copy' | 'trash' | 'restore' | 'publish' | 'handOver'

const PAGE = 50
const MOST_MERGED = 100
const LONGEST_QUERY = 200
const NOW = Prisma.sql`clock.t`
const live = Prisma.sql`EXISTS (SELECT 1 FROM publication p WHERE p.article_id = a.id AND p.live_from <= ${NOW} AND (p.live_until IS NULL OR ${NOW} < p.live_until))`
const planned = Prisma.sql`EXISTS (SELECT 1 FROM publication p WHERE p.article_id = a.id AND p.live_from > ${NOW})`
const started = Prisma.sql`EXISTS (SELECT 1 FROM publication p WHERE p.article_id = a.id AND p.live_from <= ${NOW})`
const inUse = Prisma.sql`a.trashed_at IS NULL AND a.killed_at IS NULL`
const STATE: Record<ArticleState, Prisma.Sql> = {
  trashed: Prisma.sql`a.trashed_at IS NOT NULL`,
  killed: Prisma.sql`a.trashed_at IS NULL AND a.killed_at IS NOT NULL`,
  live: Prisma.sql`${inUse} AND ${live}`,
  scheduled: Prisma.sql`${inUse} AND NOT ${live} AND ${planned}`,
  unpublished: Prisma.sql`${inUse} AND NOT ${live} AND NOT ${planned} AND ${started}`,
  draft: Prisma.sql`${inUse} AND NOT ${planned} AND NOT ${started}`,
}

type Row = {
  id: string; headline: string; label: Label; state: ArticleState; section: Named | null; tags: Named[]; author: Named; changedAt: Date; changedBy: string
  publishedAt: Date | null; plannedAt: Date | null; plannedZone: string | null; version: number; liveVersion: number | null; trashedAt: Date | null; keptBecause: KeptBecause | null; everLive: boolean; embargoUntil: Date | null; createdById: string
}

/** The desk's list, last changed first, a page of at most 100; the trash only when asked for. What the actor may not read is not in it. */
export async function findArticles(actor: Actor, filter: ArticleFilter, at?: Date): Promise<{ rows: ArticleRow[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? PAGE, 100)
  const [sectionIds, tagIds] = await Promise.all([familyOf(filter.sectionId), familyOf(filter.tagId)])
  const found = await select([...conditions(actor, filter), ...within(sectionIds, tagIds)], limit + 1, at)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows: rows.map((row) => present(actor, row)), next: found.length > limit && last ? `${last.changedAt.toISOString()}_${last.id}` : null }
}

function present(actor: Actor, { liveVersion, everLive, createdById, trashedAt, keptBecause, ...row }: Row): ArticleRow {
  const facts = { createdById, embargoed: row.embargoUntil !== null, state: row.state, everLive }
  const may = (verb: Parameters<typeof can>[1]): boolean => can(actor, verb, facts)
  return {
    ...row,
    changedSinceLive: liveVersion !== null && liveVersion !== row.version,
    trash: trashedAt && (keptBecause ? { keptBecause } : { goesAfter: trashEnd(trashedAt) }),
    may: { edit: may('edit'), copy: may('copy'), trash: may('trash'), restore: may('restore'), publish: may('publish'), handOver: may('handOver') },
  }
}

function conditions(actor: Actor, filter: ArticleFilter): Prisma.Sql[] {
  const where: Prisma.Sql[] = [filter.state ? STATE[filter.state] : Prisma.sql`a.trashed_at IS NULL`]
  if (!isEditor(actor)) where.push(Prisma.sql`(a.embargo_until IS NULL OR a.embargo_until <= ${NOW} OR a.created_by_id = ${actor.userId}::uuid)`)
  if (filter.author) where.push(Prisma.sql`a.created_by_id = ${filter.author === 'me' ? actor.userId : filter.author}::uuid`)
  if (filter.imageId) where.push(Prisma.sql`a.id IN (SELECT x.article_id FROM image_use x WHERE x.image_id = ${filter.imageId}::uuid)`)
  const q = filter.q?.trim().toLowerCase().slice(0, LONGEST_QUERY)
  if (q) where.push(Prisma.sql`(lower(a.headline) LIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} OR a.words @@ websearch_to_tsquery('swedish', ${q}))`)
  const before = cursor(filter.before)
  if (before) where.push(Prisma.sql`(a.changed_at, a.id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
  return where
}

/** A tag with those that were merged into it. They are read first: only of ids that it sees does the planner know whether they are common or rare. */
async function familyOf(tagId: string | undefined): Promise<string[] | null> {
  if (!tagId) return null
  const tags = await db.tag.findMany({ where: { OR: [{ id: tagId }, { mergedIntoId: tagId }] }, select: { id: true }, take: MOST_MERGED })
  return tags.map(({ id }) => id)
}

function within(sectionIds: readonly string[] | null, tagIds: readonly string[] | null): Prisma.Sql[] {
  return [
    ...(sectionIds ? [Prisma.sql`a.section_id = ANY(${sectionIds}::uuid[])`] : []),
    ...(tagIds ? [Prisma.sql`EXISTS (SELECT FROM article_tag x WHERE x.article_id = a.id AND x.tag_id = ANY(${tagIds}::uuid[]))`] : []),
  ]
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])
function cursor(text: string | undefined): { at: string; id: string } | null {
  const parsed = cursorSchema.safeParse(text?.split('_'))
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null
}

function select(where: Prisma.Sql[], limit: number, at?: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH clock AS MATERIALIZED (SELECT coalesce(${at ?? null}::timestamptz, clock_timestamp()) AS t),
    page AS (
      SELECT a.*, clock.t FROM article a CROSS JOIN clock
      WHERE ${Prisma.join(where, ' AND ')}
      ORDER BY a.changed_at DESC, a.id DESC LIMIT ${limit})
    SELECT a.id, a.headline, a.label::text, a.version, a.changed_at AS "changedAt", a.created_by_id AS "createdById",
      CASE WHEN a.embargo_until > a.t THEN a.embargo_until END AS "embargoUntil", changer.name AS "changedBy",
      a.trashed_at AS "trashedAt", CASE WHEN a.trashed_at IS NOT NULL THEN ${keepsTrashed} END AS "keptBecause",
      json_build_object('id', author.id, 'name', author.name) AS author,
      CASE WHEN s.id IS NOT NULL THEN json_build_object('id', coalesce(sm.id, s.id), 'name', coalesce(sm.name, s.name)) END AS section,
      tags.list AS tags, span.planned AS "plannedAt", span.zone AS "plannedZone", span.listed AS "publishedAt", span.started AS "everLive", now_live.version AS "liveVersion",
      CASE WHEN a.trashed_at IS NOT NULL THEN 'trashed' WHEN a.killed_at IS NOT NULL THEN 'killed' WHEN now_live.version IS NOT NULL THEN 'live' WHEN span.planned IS NOT NULL THEN 'scheduled'
           WHEN span.started THEN 'unpublished' ELSE 'draft' END AS state
    FROM page a
    JOIN "user" author ON author.id = a.created_by_id JOIN "user" changer ON changer.id = a.changed_by_id
    LEFT JOIN tag s ON s.id = a.section_id LEFT JOIN tag sm ON sm.id = s.merged_into_id
    LEFT JOIN LATERAL (SELECT min(p.live_from) FILTER (WHERE p.live_from > a.t) AS planned, (array_agg(p.listed_at ORDER BY p.live_from DESC) FILTER (WHERE p.live_from <= a.t))[1] AS listed,
        coalesce(bool_or(p.live_from <= a.t), false) AS started, (array_agg(p.zone ORDER BY p.live_from) FILTER (WHERE p.live_from > a.t))[1] AS zone
      FROM publication p WHERE p.article_id = a.id) span ON true
    LEFT JOIN LATERAL (SELECT r.version FROM publication p JOIN revision r ON r.id = p.revision_id
      WHERE p.article_id = a.id AND p.live_from <= a.t AND (p.live_until IS NULL OR a.t < p.live_until)) now_live ON true
    LEFT JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('id', tag.id, 'name', tag.name) ORDER BY tag.position), '[]') AS list
      FROM (SELECT coalesce(tm.id, tt.id) AS id, coalesce(tm.name, tt.name) AS name, min(x.position) AS position FROM article_tag x JOIN tag tt ON tt.id = x.tag_id
        LEFT JOIN tag tm ON tm.id = tt.merged_into_id WHERE x.article_id = a.id GROUP BY 1, 2 LIMIT 50) tag) tags ON true
    ORDER BY a.changed_at DESC, a.id DESC`
}
