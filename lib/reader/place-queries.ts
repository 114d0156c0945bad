// What stands in places: topics, sections, bylines (docs/decisions/0024). One index for a list, one for its next change, however rare or common the place.
import 'server-only'
import type { Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Cursor } from './model'

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
