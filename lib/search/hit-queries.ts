import 'server-only'
import type { Label } from '@/lib/articles/schema'
import type { Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

/** Instants within which an article was first published; ids of a section and of those merged into it. */
export type Filter = { sectionIds: readonly string[] | null; label: Label | null; from: Date | null; to: Date | null }
/** `part`: where the words are looked for; `lookedAt`: how many of the newest hits are ordered */
export type Asked = { words: Prisma.Sql; part?: 'words' | 'headline'; lookedAt?: number; filter: Filter; now: Date; sort: 'best' | 'newest'; limit: number; offset: number }
/** Publications in the order asked for; `total` is at most `lookedAt` + 1, which says "more than that". */
export type Hits = { ids: string[]; total: number }

/** The newest that fit are ranked; older ones of a common word are not looked at. */
export const LOOKED_AT = 200
/** After single weeks and spans of 8, so many spans of 64 weeks are read; a word that has not filled LOOKED_AT by then is rare enough for its whole list to be read. */
const LONG_SPANS = 3
const RARE = 4_000
/** by the logarithm of a span's weeks: in which one an entry lies, as the index has it */
const SPAN_OF = { 0: Prisma.sql`e.week`, 3: Prisma.sql`(e.week >> 3)`, 6: Prisma.sql`(e.week >> 6)` } as const
export const NO_FILTER: Filter = { sectionIds: null, label: null, from: null, to: null }

/** Live publications whose revision has the words: the newest LOOKED_AT, best or newest first (docs/decisions/0016). */
export async function findHits({ words, part = 'words', lookedAt = LOOKED_AT, filter, now, sort, limit, offset }: Asked, reads: Reads): Promise<Hits> {
  const order = sort === 'newest' ? Prisma.sql`found.listed_at DESC` : Prisma.sql`
    ts_rank('{0.05, 0.2, 0.4, 1.0}', e.words, (SELECT words FROM asked), 1) / (1 + extract(epoch FROM ${now}::timestamptz - found.listed_at) / 94608000) DESC, found.listed_at DESC`
  const column = part === 'words' ? Prisma.sql`e.words` : Prisma.sql`e.headline`
  const fits = Prisma.sql`${column} @@ (SELECT words FROM asked) AND ${within(filter)}`
  const newest = Prisma.sql`ORDER BY listed_at DESC, article_id DESC LIMIT ${lookedAt + 1}`
  /** Hits in spans of 2^bits weeks, from the newest span to the oldest: whole spans, so that each begins where those before it end. */
  const inSpans = (bits: keyof typeof SPAN_OF, first: Prisma.Sql, last: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT hit.* FROM asked, generate_series(${first}, greatest(${last}, search_week(${filter.from}::timestamptz) >> ${bits}::int), -1) AS span
    CROSS JOIN LATERAL (
      SELECT p.id, p.article_id, p.listed_at FROM search_entry e JOIN publication p ON p.id = e.publication_id
      WHERE ${SPAN_OF[bits]} = span AND ${fits} AND ${visible(now)} ${newest}) AS hit`
  // What is asked is hidden from the planner, and OFFSET 0 asks the timeline row by row: it would otherwise read a whole table for what it takes for common.
  const rows = await reads.$queryRaw<{ id: string; total: number }[]>`
    WITH asked AS MATERIALIZED (SELECT ${words} AS words, search_week(least(${filter.to}::timestamptz, ${now}::timestamptz)) AS last),
    recent AS MATERIALIZED (
      ${inSpans(0, Prisma.sql`last`, Prisma.sql`(last >> 3) - 1 << 3`)} UNION ALL
      ${inSpans(3, Prisma.sql`(last >> 3) - 2`, Prisma.sql`(last >> 6) - 1 << 3`)} UNION ALL
      ${inSpans(6, Prisma.sql`(last >> 6) - 2`, Prisma.sql`(last >> 6) - 1 - ${LONG_SPANS}::int`)}
      LIMIT ${lookedAt + 1}),
    rare AS MATERIALIZED (
      SELECT e.publication_id, e.listed_at FROM search_entry e
      WHERE (SELECT count(*) FROM recent) <= ${lookedAt} AND e.week + 0 < (SELECT (last >> 6) - 1 - ${LONG_SPANS}::int << 6 FROM asked) AND ${fits} LIMIT ${RARE}),
    older AS MATERIALIZED (
      SELECT hit.* FROM (SELECT publication_id FROM rare ORDER BY listed_at DESC) AS e
      CROSS JOIN LATERAL (SELECT p.id, p.article_id, p.listed_at FROM publication p WHERE p.id = e.publication_id AND ${visible(now)} OFFSET 0) AS hit LIMIT ${lookedAt + 1}),
    found AS MATERIALIZED (SELECT * FROM (SELECT * FROM recent UNION ALL SELECT * FROM older) AS both_kinds ${newest})
    SELECT found.id, count(*) OVER ()::int AS total FROM found JOIN search_entry e ON e.publication_id = found.id
    ORDER BY ${order}, found.article_id DESC LIMIT ${limit} OFFSET ${offset}`
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

const visible = (now: Date): Prisma.Sql =>
  Prisma.sql`p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until) AND p.article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL OR killed_at IS NOT NULL)`

function within({ sectionIds, label, from, to }: Filter): Prisma.Sql {
  const parts = [
    ...(sectionIds ? [Prisma.sql`e.section_id = ANY(${sectionIds}::uuid[])`] : []),
    ...(label ? [Prisma.sql`e.label = ${label}::"Label"`] : []),
    ...(from ? [Prisma.sql`e.listed_at >= ${from}`] : []),
    ...(to ? [Prisma.sql`e.listed_at < ${to}`] : []),
  ]
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`
}

/** Of the words, those that a live article has. */
export async function findLiveWords(words: readonly string[], now: Date, reads: Reads): Promise<Set<string>> {
  const rows = await reads.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${words}::text[]) AS word WHERE EXISTS (
      SELECT FROM (SELECT e.publication_id FROM search_entry e WHERE e.words @@ plainto_tsquery('swedish', word) LIMIT ${RARE}) AS e
      JOIN publication p ON p.id = e.publication_id WHERE ${visible(now)})`
  return new Set(rows.map(({ word }) => word))
}
