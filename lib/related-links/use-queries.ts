import 'server-only'
import { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { At } from './desk-queries'
import type { ChangeKind } from './schema'

export type Counted = { articleId: string; draft: boolean; live: boolean; self: boolean; double: string | null; drafts: number; lives: number; doubles: number; selfs: number }

const SHOWN = 20
export const PAGE = 50

/** A target to be led to another: `intoId` null is one that no link leads to yet, `articleId` its article. */
export type Planned = { fromId: string; intoId: string | null; articleId: string | null }

/** The articles that would feel it, at most 20, those to look at first; each says how many there are of all. */
export function selectFelt({ fromId, intoId, articleId }: Planned, { reads, at }: At): Promise<Counted[]> {
  return reads.$queryRaw<Counted[]>`
    WITH clock AS MATERIALIZED (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t),
      from_group AS (SELECT id FROM link_target WHERE id = ${fromId}::uuid UNION ALL SELECT id FROM link_target WHERE merged_into_id = ${fromId}::uuid),
      into_group AS (
        SELECT id FROM link_target WHERE id = ${intoId}::uuid UNION SELECT id FROM link_target WHERE merged_into_id = ${intoId}::uuid
        UNION SELECT o.id FROM link_target i JOIN link_target o ON o.url_key = i.url_key WHERE i.id = ${intoId}::uuid AND o.kind = 'url' AND i.kind = 'url'
        EXCEPT SELECT id FROM from_group),
      texts AS (
        SELECT u.article_id, u.revision_id, bool_or(u.place = 'block') AS in_block FROM from_group g JOIN link_use u ON u.target_id = g.id
        WHERE (u.revision_id IS NULL AND EXISTS (SELECT FROM article a WHERE a.id = u.article_id AND a.trashed_at IS NULL))
          OR EXISTS (SELECT FROM publication p CROSS JOIN clock WHERE p.revision_id = u.revision_id AND p.live_from <= clock.t AND (p.live_until IS NULL OR clock.t < p.live_until))
        GROUP BY 1, 2),
      felt AS (
        SELECT x.article_id, bool_or(x.revision_id IS NULL) AS draft, bool_or(x.revision_id IS NOT NULL) AS live,
          bool_or(x.in_block AND x.article_id = ${articleId}::uuid) AS self, max(other.title) AS double
        FROM texts x LEFT JOIN LATERAL (
          SELECT coalesce(u.title, '') AS title FROM link_use u JOIN into_group i ON i.id = u.target_id
          WHERE u.article_id = x.article_id AND u.revision_id IS NOT DISTINCT FROM x.revision_id AND u.place = 'block' AND x.in_block LIMIT 1) other ON true
        GROUP BY 1)
    SELECT article_id AS "articleId", draft, live, coalesce(self, false) AS self, double, count(*) FILTER (WHERE draft) OVER ()::int AS drafts, count(*) FILTER (WHERE live) OVER ()::int AS lives,
      count(double) OVER ()::int AS doubles, count(*) FILTER (WHERE self) OVER ()::int AS selfs
    FROM felt ORDER BY (self IS TRUE) DESC, (double IS NOT NULL) DESC, live DESC, article_id DESC LIMIT ${SHOWN}`
}

export type TargetUse = { place: 'block' | 'text'; title: string | null; draft: boolean; live: boolean; planned: boolean }

/** The articles that name a target, or one merged into it, in their draft or in what readers see now or later; the newest first, 51 from `before`. */
export function selectUsing(targetId: string, before: string | undefined, { reads, at }: At): Promise<{ articleId: string; uses: TargetUse[] }[]> {
  const from = z.uuid().safeParse(before).data ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  return reads.$queryRaw<{ articleId: string; uses: TargetUse[] }[]>`
    WITH clock AS MATERIALIZED (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t),
      members AS MATERIALIZED (SELECT ${targetId}::uuid AS id UNION ALL SELECT id FROM link_target WHERE merged_into_id = ${targetId}::uuid),
      page AS MATERIALIZED (SELECT DISTINCT n.article_id FROM members m CROSS JOIN LATERAL (
        SELECT DISTINCT u.article_id FROM link_use u CROSS JOIN clock WHERE u.target_id = m.id AND u.article_id < ${from}::uuid AND ${NOW_OR_LATER} ORDER BY u.article_id DESC LIMIT ${PAGE + 1}) n
        ORDER BY n.article_id DESC LIMIT ${PAGE + 1})
    SELECT page.article_id AS "articleId", used.list AS uses FROM page CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('place', x.place, 'title', x.title, 'draft', x.draft, 'live', x.live, 'planned', x.planned) ORDER BY x.position) AS list FROM (
        SELECT u.place, u.title, min(u.position) AS position, bool_or(u.revision_id IS NULL) AS draft,
          bool_or(coalesce(p.live_from <= clock.t AND (p.live_until IS NULL OR clock.t < p.live_until), false)) AS live, bool_or(coalesce(p.live_from > clock.t, false)) AS planned
        FROM members m JOIN link_use u ON u.target_id = m.id AND u.article_id = page.article_id CROSS JOIN clock LEFT JOIN publication p ON p.revision_id = u.revision_id
        WHERE ${NOW_OR_LATER} GROUP BY 1, 2 LIMIT 20) x) used ORDER BY 1 DESC`
}

const NOW_OR_LATER = Prisma.sql`
  CASE WHEN u.revision_id IS NULL THEN EXISTS (SELECT FROM article a WHERE a.id = u.article_id AND a.trashed_at IS NULL)
    ELSE EXISTS (SELECT FROM publication q WHERE q.revision_id = u.revision_id AND (q.live_until IS NULL OR q.live_until > clock.t)) END`

export type DeskChange = {
  id: string
  at: Date
  by: string
  kind: ChangeKind
  fromId: string
  intoId: string
  /** what the two say by themselves: a title, an address, or the article's headline of now */
  from: string
  into: string
  effect: { drafts: number; live: number; doubles: number; selfs: number }
  undoneAt: Date | null
  undoneBy: string | null
}
const changeCursor = z.tuple([z.iso.datetime(), z.uuid()])

/** The links desk's history, newest first, 50 from `before`; of one target or all. Without changes of articles that the actor may not read. */
export async function findChanges(actor: Actor, { targetId, before, reads = db }: { targetId?: string; before?: string; reads?: Reads } = {}): Promise<{ rows: DeskChange[]; next: string | null }> {
  const cursor = changeCursor.safeParse(before?.split('_')).data
  const where = [
    cursor ? Prisma.sql`(c.at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : Prisma.sql`true`,
    targetId ? Prisma.sql`(c.from_id = ${targetId}::uuid OR c.into_id = ${targetId}::uuid)` : Prisma.sql`true`,
    isEditor(actor) ? Prisma.sql`true` : Prisma.sql`NOT EXISTS (SELECT FROM article a WHERE a.id IN (f.article_id, i.article_id) AND a.embargo_until > clock_timestamp() AND a.created_by_id <> ${actor.userId}::uuid)`,
  ]
  const found = await reads.$queryRaw<DeskChange[]>`
    SELECT c.id, c.at, by.name AS by, c.kind, c.from_id AS "fromId", c.into_id AS "intoId", coalesce(f.title, f.url, fa.headline) AS from, coalesce(i.title, i.url, ia.headline) AS into,
      c.effect, c.undone_at AS "undoneAt", undoer.name AS "undoneBy"
    FROM link_change c JOIN "user" by ON by.id = c.actor_id LEFT JOIN "user" undoer ON undoer.id = c.undone_by_id
    JOIN link_target f ON f.id = c.from_id LEFT JOIN article fa ON fa.id = f.article_id JOIN link_target i ON i.id = c.into_id LEFT JOIN article ia ON ia.id = i.article_id
    WHERE ${Prisma.join(where, ' AND ')} ORDER BY c.at DESC, c.id DESC LIMIT ${PAGE + 1}`
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1)! : null
  return { rows, next: last && `${last.at.toISOString()}_${last.id}` }
}
