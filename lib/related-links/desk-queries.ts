import 'server-only'
import { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { databaseNow, type Reads } from '@/lib/platform/db'
import { getSettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'
import type { LinksFilter, TargetFilter } from './schema'

export type At = { reads: Reads; at: Date | null }
export type DeskFilter = LinksFilter & { limit?: number }
type Found = { id: string; used: Date; count: number }
export type Figures = { id: string; articles: number; live: number; lastUsedAt: Date | null; clicks: number; hasTwin: boolean; titlesDiffer: boolean }

const PAGE = 50
/** Live articles are counted to here: on a list it matters little how many more there are. */
export const COUNTED = 100
const DAY = 86_400_000
/** Of words that many targets have, only these first ones found are put in order. */
const HITS = 1_000

/** The ids of a page of the links desk and the place where the next begins. */
export async function selectTargets(actor: Actor, filter: DeskFilter, { reads, at }: At): Promise<{ ids: string[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? PAGE, 100)
  const found = await findPage(actor, filter, { limit: limit + 1, reads, at })
  const last = found.length > limit ? found[limit - 1]! : null
  return { ids: found.slice(0, limit).map((row) => row.id), next: last && `${byCount(filter) ? last.count : last.used.toISOString()}_${last.id}` }
}

const byCount = ({ sort, show }: LinksFilter): boolean => sort === 'articles' && show !== 'unused'

/** What is counted of these targets. */
export function selectFigures(ids: readonly string[], { reads, at }: At, counted = COUNTED): Promise<Figures[]> {
  return reads.$queryRaw<Figures[]>`
    WITH clock AS MATERIALIZED (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t)
    SELECT t.id, t.use_count AS articles, t.last_used_at AS "lastUsedAt", t.has_twin AS "hasTwin", t.titles_differ AS "titlesDiffer",
      (SELECT count(DISTINCT x.article_id)::int FROM (
        SELECT u.article_id FROM (${membersOf(Prisma.sql`t.id`)}) m JOIN link_use u ON u.target_id = m.id JOIN publication p ON p.revision_id = u.revision_id
        WHERE u.revision_id IS NOT NULL AND ${LIVE} LIMIT ${counted}) x) AS live,
      (SELECT coalesce(sum(c.count), 0)::int FROM (${membersOf(Prisma.sql`t.id`)}) m JOIN link_click c ON c.target_id = m.id WHERE c.day > (clock.t - interval '30 days')::date) AS clicks
    FROM link_target t CROSS JOIN clock WHERE t.id = ANY(${[...ids]}::uuid[])`
}

const LIVE = Prisma.sql`p.live_from <= clock.t AND (p.live_until IS NULL OR clock.t < p.live_until)`
const membersOf = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`SELECT ${id} AS id UNION ALL SELECT m.id FROM link_target m WHERE m.merged_into_id = ${id}`
const USED = Prisma.sql`coalesce(t.last_used_at, t.created_at)`

/** Filters that a marker of the row answers; the order's index is read until the page is full. */
const BY_ROW: Partial<Record<TargetFilter, Prisma.Sql>> = {
  unresolved: Prisma.sql`t.kind = 'title'`,
  duplicated: Prisma.sql`(t.has_twin OR t.titles_differ)`,
  // no draft counts it; a revision that readers see, or will, may still name it
  unused: Prisma.sql`t.use_count = 0 AND NOT EXISTS (SELECT FROM (${membersOf(Prisma.sql`t.id`)}) m JOIN link_use u ON u.target_id = m.id
    JOIN publication p ON p.revision_id = u.revision_id WHERE p.live_until IS NULL OR p.live_until > clock.t)`,
}

type Page = At & { limit: number }
/** of the sets that a page is cut from: a filter's and a search's */
const ALIASES = [Prisma.sql`filtered`, Prisma.sql`hits`]

async function findPage(actor: Actor, filter: LinksFilter, { limit, reads, at }: Page): Promise<Found[]> {
  const { show, q, before } = filter
  const sets = [...(await setsOf(show, { reads, at })), ...(q?.trim() ? [hitsOf(q.trim().toLowerCase())] : [])]
  const counted = byCount(filter)
  const order = counted ? Prisma.sql`count DESC, id DESC` : Prisma.sql`used DESC, id DESC`
  const where = [Prisma.sql`t.merged_into_id IS NULL`, BY_ROW[show] ?? Prisma.sql`true`, readable(actor), after(counted, before)]
  const page = Prisma.sql`
    SELECT t.id, ${USED} AS used, t.use_count AS count FROM link_target t CROSS JOIN clock
    ${sets.length > 0 ? Prisma.sql`${Prisma.join(sets.map((set, i) => Prisma.sql`JOIN (${set}) ${ALIASES[i]!} ON ${ALIASES[i]!}.id = t.id`), ' ')}` : Prisma.empty}
    WHERE ${Prisma.join(where, ' AND ')}`
  // A small set is put in order by itself: the order's index would be read to its end for it.
  const clock = Prisma.sql`WITH clock AS MATERIALIZED (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t)`
  if (sets.length > 0) return reads.$queryRaw<Found[]>`${clock}, page AS MATERIALIZED (${page}) SELECT * FROM page ORDER BY ${order} LIMIT ${limit}`
  const inOrder = counted ? Prisma.sql`t.use_count DESC, t.id DESC` : Prisma.sql`${USED} DESC, t.id DESC`
  return reads.$queryRaw<Found[]>`${clock} ${page} ORDER BY ${inOrder} LIMIT ${limit}`
}

/** Filters that are sets of ids of their own. */
async function setsOf(show: TargetFilter, { reads, at }: At): Promise<Prisma.Sql[]> {
  if (show === 'broken') return [BROKEN]
  if (show !== 'overused') return []
  const [{ overusedIn, overusedDays }, now] = [await getSettings(reads), at ?? (await databaseNow(reads))]
  // As values, so that the planner knows how few articles are that new.
  const since = new Date(now.getTime() - overusedDays * DAY)
  return [Prisma.sql`
    WITH recent AS MATERIALIZED (SELECT p.article_id, p.revision_id FROM publication p
      WHERE p.listed_at > ${since} AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)),
    named AS MATERIALIZED (SELECT r.article_id, u.target_id FROM recent r CROSS JOIN LATERAL (SELECT target_id FROM link_use WHERE revision_id = r.revision_id OFFSET 0) u),
    often AS MATERIALIZED (SELECT target_id FROM named GROUP BY 1)
    SELECT coalesce(x.merged_into_id, x.id) AS id FROM named n JOIN (SELECT t.id, t.merged_into_id FROM often o CROSS JOIN LATERAL (SELECT id, merged_into_id FROM link_target WHERE id = o.target_id OFFSET 0) t) x ON x.id = n.target_id
    GROUP BY 1 HAVING count(DISTINCT n.article_id) > ${overusedIn}`]
}

/** Outside addresses that the checker found broken, as `healthOf` in health.ts says it. */
const BROKEN = Prisma.sql`SELECT h.target_id AS id FROM link_health h WHERE h.failures >= 2 AND h.checked_at IS NOT NULL`

/** Targets with these letters in a row in their title, their address, or their article's headline. */
function hitsOf(q: string): Prisma.Sql {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`
    (SELECT coalesce(x.merged_into_id, x.id) AS id FROM link_target x WHERE x.kind <> 'article' AND lower(coalesce(x.title, x.url)) LIKE ${like} LIMIT ${HITS})
    UNION (SELECT coalesce(x.merged_into_id, x.id) FROM article a JOIN link_target x ON x.article_id = a.id AND x.kind = 'article' WHERE lower(a.headline) LIKE ${like} LIMIT ${HITS})`
}

function readable(actor: Actor): Prisma.Sql {
  if (isEditor(actor)) return Prisma.sql`true`
  return Prisma.sql`NOT EXISTS (SELECT FROM article a WHERE a.id = t.article_id AND a.embargo_until > clock.t AND a.created_by_id <> ${actor.userId}::uuid)`
}

const usedCursor = z.tuple([z.iso.datetime(), z.uuid()])
const countCursor = z.tuple([z.coerce.number().int().min(0).max(2 ** 31 - 1), z.uuid()])
function after(isCounted: boolean, before: string | undefined): Prisma.Sql {
  const parts = before?.split('_')
  const counted = isCounted ? countCursor.safeParse(parts).data : undefined
  if (counted) return Prisma.sql`(t.use_count, t.id) < (${counted[0]}, ${counted[1]}::uuid)`
  const used = isCounted ? undefined : usedCursor.safeParse(parts).data
  return used ? Prisma.sql`(${USED}, t.id) < (${used[0]}::timestamptz, ${used[1]}::uuid)` : Prisma.sql`true`
}
