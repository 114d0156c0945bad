import 'server-only'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { ArticleState } from './model'

export type PickerRow = { id: string; headline: string; state: ArticleState; liveAt: Date | null; plannedAt: Date | null; section: string | null }

const SHOWN = 10
const LONGEST_QUERY = 200
/** the articles changed last that are looked at one by one: a query that many headlines answer is answered by these */
const RECENT = 1_500
/** hits of an index that are looked at: more of them, and not among the recent ones, are in no order */
const HITS = 1_000
/** shorter parts of words are in every headline */
const SHORTEST_PART = 3
const LAST_LETTER = '\u{10ffff}'

/**
 * Articles for a link, in any state that the actor may read but the trash; at most 10. The best first: headlines that begin so, then those
 * that have all words, or words that begin so, then those that have it inside of words, then texts that have the words; of each, the last
 * changed first. The work is bounded (docs/decisions/0013): each step runs only when those before it did not fill the list.
 */
export async function searchArticles(actor: Actor, query: string, at?: Date, reads: Reads = db): Promise<PickerRow[]> {
  const asked = query.trim().slice(0, LONGEST_QUERY)
  return reads.$queryRaw<PickerRow[]>(pickerSql(actor, asked, at ?? null))
}

function pickerSql(actor: Actor, asked: string, at: Date | null): Prisma.Sql {
  const may = readable(actor)
  const fewer = (than: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT count(DISTINCT id) FROM ${than}) < ${SHOWN}`
  const newest = Prisma.sql`ORDER BY changed_at DESC, id DESC LIMIT ${SHOWN}`
  // What is asked is hidden from the planner, which would otherwise read the whole table for what it takes for common.
  return Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t, lower(${asked}) AS start, lower(${asked}) || ${LAST_LETTER} AS past_start,
        headline_query(${asked}) AS words, '%' || lower(${escaped(asked)}) || '%' AS part, websearch_to_tsquery('swedish', ${asked}) AS text),
    recent AS MATERIALIZED (
      SELECT a.id, a.changed_at, lower(a.headline) AS headline, a.headline_words FROM article a WHERE ${may} ORDER BY a.changed_at DESC, a.id DESC LIMIT ${RECENT}),
    recent_starts AS MATERIALIZED (SELECT id, changed_at FROM recent, asked WHERE starts_with(headline, start) ${newest}),
    starts AS MATERIALIZED (
      SELECT id, changed_at FROM recent_starts UNION ALL (
        SELECT id, changed_at FROM (SELECT a.id, a.changed_at FROM article a WHERE ${fewer(Prisma.sql`recent_starts`)}
          AND lower(a.headline) ~>=~ (SELECT start FROM asked) AND lower(a.headline) ~<~ (SELECT past_start FROM asked) AND ${may} LIMIT ${HITS}) hit ${newest})),
    recent_words AS MATERIALIZED (SELECT id, changed_at FROM recent, asked WHERE ${fewer(Prisma.sql`starts`)} AND headline_words @@ words ${newest}),
    words AS MATERIALIZED (
      SELECT id, changed_at FROM recent_words UNION ALL (
        SELECT id, changed_at FROM (SELECT a.id, a.changed_at FROM article a
          WHERE ${fewer(Prisma.sql`(SELECT id FROM starts UNION ALL SELECT id FROM recent_words) found`)} AND a.headline_words @@ (SELECT words FROM asked) AND ${may} LIMIT ${HITS}) hit ${newest})),
    parts AS MATERIALIZED (
      SELECT id, changed_at FROM (SELECT a.id, a.changed_at FROM article a
        WHERE ${asked.length >= SHORTEST_PART} AND ${fewer(Prisma.sql`(SELECT id FROM starts UNION ALL SELECT id FROM words) found`)} AND lower(a.headline) LIKE (SELECT part FROM asked) AND ${may} LIMIT ${HITS}) hit ${newest}),
    texts AS MATERIALIZED (
      SELECT id, changed_at FROM (SELECT a.id, a.changed_at FROM article a
        WHERE ${fewer(Prisma.sql`(SELECT id FROM starts UNION ALL SELECT id FROM words UNION ALL SELECT id FROM parts) found`)}
          AND a.words @@ (SELECT text FROM asked) AND ${may} LIMIT ${HITS}) hit ${newest}),
    best AS (
      SELECT id, changed_at, min(tier) AS tier FROM (SELECT *, 1 AS tier FROM starts UNION ALL SELECT *, 2 FROM words UNION ALL SELECT *, 3 FROM parts UNION ALL SELECT *, 4 FROM texts) found
      GROUP BY id, changed_at ORDER BY tier, changed_at DESC, id DESC LIMIT ${SHOWN})
    SELECT a.id, a.headline, span.listed AS "liveAt", span.planned AS "plannedAt", coalesce(sm.name, s.name) AS section,
      CASE WHEN a.trashed_at IS NOT NULL THEN 'trashed' WHEN span.live THEN 'live' WHEN span.planned IS NOT NULL THEN 'scheduled' WHEN span.listed IS NOT NULL THEN 'unpublished' ELSE 'draft' END AS state
    FROM best JOIN article a ON a.id = best.id CROSS JOIN asked
    LEFT JOIN tag s ON s.id = a.section_id LEFT JOIN tag sm ON sm.id = s.merged_into_id
    LEFT JOIN LATERAL (
      SELECT min(p.live_from) FILTER (WHERE p.live_from > asked.t) AS planned, min(p.listed_at) FILTER (WHERE p.live_from <= asked.t) AS listed,
        bool_or(p.live_from <= asked.t AND (p.live_until IS NULL OR asked.t < p.live_until)) AS live
      FROM publication p WHERE p.article_id = a.id) span ON true
    ORDER BY best.tier, best.changed_at DESC, best.id DESC`
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const readable = (actor: Actor): Prisma.Sql =>
  isEditor(actor)
    ? Prisma.sql`a.trashed_at IS NULL`
    : Prisma.sql`a.trashed_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= (SELECT t FROM asked) OR a.created_by_id = ${actor.userId}::uuid)`
