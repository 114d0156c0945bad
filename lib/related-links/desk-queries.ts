import 'server-only'
import { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { databaseNow, type Reads } from '@/lib/platform/db'
import { getSettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'
import type { LinksFilter, TargetFilter } from './schema'
import { findHits } from './word-queries'

export type At = { reads: Reads; at: Date | null }
export type DeskFilter = LinksFilter & { limit?: number }
type Found = { id: string; used: Date; count: number }
export type Figures = { id: string; articles: number; live: number; lastUsedAt: Date | null; clicks: number; hasTwin: boolean; titlesDiffer: boolean }

const PAGE = 50
/** Live articles are counted to here: on a list it matters little how many more there are. */
export const COUNTED = 100
const DAY = 86_400_000
/** So many of an order's first targets are looked through for a word; one that is rarer than a page among them is looked up. */
const WALKED = 2_000
/** The ids of a page of the links desk and the place where the next begins; `isCut`: more have the word than were looked at. */
export async function selectTargets(actor: Actor, filter: DeskFilter, { reads, at }: At): Promise<{ ids: string[]; next: string | null; isCut: boolean }> {
  const limit = Math.min(filter.limit ?? PAGE, 100)
  const { found, isCut } = await findPage(actor, filter, { limit: limit + 1, reads, at })
  const last = found.length > limit ? found[limit - 1]! : null
  return { ids: found.slice(0, limit).map((row) => row.id), next: last && `${byCount(filter) ? last.count : last.used.toISOString()}_${last.id}`, isCut }
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
const BY_COUNT = { order: Prisma.sql`count DESC, id DESC`, inOrder: Prisma.sql`t.use_count DESC, t.id DESC` }
const BY_USE = { order: Prisma.sql`used DESC, id DESC`, inOrder: Prisma.sql`${USED} DESC, t.id DESC` }

async function findPage(actor: Actor, filter: LinksFilter, { limit, reads, at }: Page): Promise<{ found: Found[]; isCut: boolean }> {
  const { show, before } = filter
  const [q, set, counted] = [filter.q?.trim().toLowerCase(), await setOf(show, { reads, at }), byCount(filter)]
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const { order, inOrder } = counted ? BY_COUNT : BY_USE
  const page = Prisma.sql`SELECT t.id, ${USED} AS used, t.use_count AS count FROM link_target t CROSS JOIN clock`
  const where = Prisma.join([Prisma.sql`t.merged_into_id IS NULL`, BY_ROW[show] ?? Prisma.sql`true`, readable(actor), after(counted, before)], ' AND ')
  const pageOf = (rows: Prisma.Sql, said: Prisma.Sql = Prisma.empty): Promise<Found[]> => reads.$queryRaw<Found[]>`
    WITH clock AS MATERIALIZED (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t), page AS MATERIALIZED (${rows}) SELECT * FROM page t ${said} ORDER BY ${order} LIMIT ${limit}`
  const said = like ? Prisma.sql`WHERE ${saying(like)}` : Prisma.empty
  // A small set is put in order by itself: the order's index would be read to its end for it.
  if (set) return { found: await pageOf(Prisma.sql`${page} JOIN (${set}) filtered ON filtered.id = t.id WHERE ${where}`, said), isCut: false }
  const walked = await pageOf(Prisma.sql`${page} WHERE ${where} ORDER BY ${inOrder} LIMIT ${like ? WALKED : limit}`, said)
  if (!like || walked.length === limit) return { found: walked, isCut: false }
  const { ids, isCut } = await findHits(q, like, reads)
  const hits = [...new Set([...ids, ...walked.map(({ id }) => id)])]
  // One by one: the planner would read the whole table for so many.
  const each = Prisma.sql`SELECT t.id, ${USED} AS used, t.use_count AS count FROM clock CROSS JOIN unnest(${hits}::uuid[]) hit (id) CROSS JOIN LATERAL (SELECT * FROM link_target WHERE id = hit.id OFFSET 0) t`
  return { found: await pageOf(Prisma.sql`${each} WHERE ${where}`), isCut }
}

/** Has these letters in a row in its title, its address or its article's headline, or one that was merged into it has. */
function saying(like: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM (${membersOf(Prisma.sql`t.id`)}) m JOIN link_target x ON x.id = m.id
    WHERE lower(CASE x.kind WHEN 'article' THEN (SELECT a.headline FROM article a WHERE a.id = x.article_id) ELSE coalesce(x.title, x.url) END) LIKE ${like})`
}

/** A filter that is a set of ids of its own. */
async function setOf(show: TargetFilter, { reads, at }: At): Promise<Prisma.Sql | null> {
  if (show === 'broken') return BROKEN
  if (show !== 'overused') return null
  const [{ overusedIn, overusedDays }, now] = [await getSettings(reads), at ?? (await databaseNow(reads))]
  // As values, so that the planner knows how few articles are that new.
  const since = new Date(now.getTime() - overusedDays * DAY)
  return Prisma.sql`
    WITH recent AS MATERIALIZED (SELECT p.article_id, p.revision_id FROM publication p
      WHERE p.listed_at > ${since} AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)),
    named AS MATERIALIZED (SELECT r.article_id, u.target_id FROM recent r CROSS JOIN LATERAL (SELECT target_id FROM link_use WHERE revision_id = r.revision_id OFFSET 0) u),
    often AS MATERIALIZED (SELECT target_id FROM named GROUP BY 1)
    SELECT coalesce(x.merged_into_id, x.id) AS id FROM named n JOIN (SELECT t.id, t.merged_into_id FROM often o CROSS JOIN LATERAL (SELECT id, merged_into_id FROM link_target WHERE id = o.target_id OFFSET 0) t) x ON x.id = n.target_id
    GROUP BY 1 HAVING count(DISTINCT n.article_id) > ${overusedIn}`
}

/** Outside addresses that the checker found broken, as `healthOf` in health.ts says it. */
const BROKEN = Prisma.sql`SELECT h.target_id AS id FROM link_health h WHERE h.failures >= 2 AND h.checked_at IS NOT NULL`

function readable(actor: Actor): Prisma.Sql {
  if (isEditor(actor)) return Prisma.sql`true`
  // as a value for each row: joined, the planner reads all articles for it
  return Prisma.sql`NOT coalesce((SELECT a.embargo_until > clock.t AND a.created_by_id <> ${actor.userId}::uuid FROM article a WHERE a.id = t.article_id), false)`
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
