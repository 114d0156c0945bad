// What stands in places: topics, sections, bylines (docs/decisions/0024). One index for a list, one for its next change, however rare or common the place.
import 'server-only'
import type { Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Cursor, Place } from './model'

/** What is live has been listed: so an order by `listed_at` begins behind all plans. */
export const liveAt = (now: Date): Prisma.Sql => Prisma.sql`p.listed_at <= ${now} AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)`
export const olderThan = (before: Cursor | null): Prisma.Sql => (before ? Prisma.sql`AND (p.listed_at, p.article_id) < (${before.listedAt}::timestamptz, ${before.id}::uuid)` : Prisma.empty)

type Wanted = { now: Date; before: Cursor | null; except?: readonly string[]; limit: number }

/** The newest publications that are live in any of the places, as a source for `findListed`; `except` are articles. */
export function liveInPlaces(placeIds: readonly string[], { now, before, except = [], limit }: Wanted): Prisma.Sql {
  const others = except.length > 0 ? Prisma.sql`AND p.article_id <> ALL(${except}::uuid[])` : Prisma.empty
  return Prisma.sql`(
    SELECT p.* FROM (
      SELECT DISTINCT near.publication_id AS id FROM unnest(${placeIds}::uuid[]) AS place(id) CROSS JOIN LATERAL (
        SELECT p.publication_id FROM place_entry p
        WHERE p.place_id = place.id AND ${liveAt(now)} ${olderThan(before)} ${others} AND p.article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL OR killed_at IS NOT NULL)
        ORDER BY p.listed_at DESC, p.article_id DESC LIMIT ${limit}) AS near) AS named
    JOIN publication p ON p.id = named.id)`
}

/** When the next plan in any of the places begins or ends. */
export async function findDueInPlaces(placeIds: readonly string[], now: Date, reads: Reads): Promise<Date | null> {
  const next = (instant: Prisma.Sql): Prisma.Sql => Prisma.sql`
    (SELECT min(near.at) FROM unnest(${placeIds}::uuid[]) AS place(id) CROSS JOIN LATERAL (
      SELECT ${instant} AS at FROM place_entry p WHERE p.place_id = place.id AND ${instant} > ${now} ORDER BY ${instant} LIMIT 1) AS near)`
  const [row] = await reads.$queryRaw<{ due: Date | null }[]>`SELECT least(${next(Prisma.sql`p.live_from`)}, ${next(Prisma.sql`p.live_until`)}) AS due`
  return row!.due
}

/** `kind` is the first part of its address */
export type NamedPlace = Place & { kind: 'tag' | 'section' | 'author' }
const [MOST_LOOKED_AT, MOST_NAMED] = [24, 6]
/** words of a query in which names are looked for, and of a name */
const [MOST_WORDS, LONGEST_NAME] = [16, 6]

/** Topics, sections and bylines with something live, whose name begins with the query, has a word that does, or stands in it; the closest first. */
export async function findPlacesNamed(query: string, now: Date, reads: Reads): Promise<NamedPlace[]> {
  const asked = query.toLocaleLowerCase('sv').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (asked.length < 2) return []
  return reads.$queryRaw<NamedPlace[]>`
    WITH named AS (
      SELECT CASE kind WHEN 'topic' THEN 'tag' ELSE 'section' END AS kind, name, slug, id FROM tag WHERE merged_into_id IS NULL UNION ALL SELECT 'author', name, slug, id FROM byline),
    near AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY lower(name) <> ${asked}, abs(length(name) - ${asked.length}::int), name) AS place FROM named
      WHERE ' ' || name_words(name) LIKE ${`% ${asked}%`} OR name_words(name) = ANY(${runsOf(asked)}::text[]))
    SELECT n.kind, n.name, n.slug FROM (SELECT * FROM near ORDER BY place LIMIT ${MOST_LOOKED_AT}) AS n
    WHERE EXISTS (
      SELECT FROM (SELECT n.id UNION ALL SELECT t.id FROM tag t WHERE t.merged_into_id = n.id) AS family(id) CROSS JOIN LATERAL (
        SELECT FROM place_entry p WHERE p.place_id = family.id AND ${liveAt(now)} AND p.article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL OR killed_at IS NOT NULL)
        ORDER BY p.listed_at DESC, p.article_id DESC LIMIT 1) AS has)
    ORDER BY n.place LIMIT ${MOST_NAMED}`
}

/** Every run of neighbouring words that could be a name; names of two letters would be found in too much. */
function runsOf(asked: string): string[] {
  const words = asked.split(' ').slice(0, MOST_WORDS)
  return words.flatMap((_, from) => words.slice(from, from + LONGEST_NAME).map((_each, n) => words.slice(from, from + n + 1).join(' '))).filter((run) => run.length > 2)
}
