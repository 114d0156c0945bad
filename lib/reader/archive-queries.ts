import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { namedTags, findDue, findListed, type ListAnswer, listingOf, type ListReading } from './list-queries'
import { type Freshness, keepFor, type Listing, type Month, type Site } from './model'
import { loadSite, type Reading } from './site-queries'
import { monthKey, monthOf, nextMonth } from './times'

export type ArchiveMonth = Month & { count: number }
/** `previous` and `next`: the nearest months that have articles */
export type ArchivePage = { month: Month; listing: Listing; previous: Month | null; next: Month | null }

/** a newspaper of a century, and no list without an end */
const MOST_MONTHS = 1_200

/** The months in which something that is live was first published, newest first, with how much, in the newsroom's zone. */
export async function findArchive(reading: Reading = {}): Promise<Freshness & { site: Site; months: ArchiveMonth[] }> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const [months, due] = await Promise.all([countMonths(site, reads), findDue(site.now, reads)])
  return { site, months, dependsOn: ['feed', ...siteTags], expiresInMs: keepFor(due, site) }
}

/**
 * What is live of a month, newest first. `unknown` for months before the first article's and after the present one: what has
 * nothing to say ends at a 404, so that there is no end of addresses to keep.
 */
export async function findArchiveMonth(month: Month, reading: ListReading = {}): Promise<ListAnswer<ArchivePage>> {
  const { reads = db, before = null } = reading
  const { site, siteTags } = await loadSite(reading)
  const { start, end, previous, next } = await findBounds(month, site, reads)
  const within = Prisma.sql`p.listed_at >= ${start} AND p.listed_at < ${end}`
  const [list, due] = await Promise.all([findListed(within, site.now, before, reads), findDue(site.now, reads)])
  const fresh = { dependsOn: [...new Set(['feed', ...siteTags, ...namedTags(list)])], expiresInMs: keepFor(due, site) }
  const isPresent = monthKey(month) === monthKey(monthOf(site.now, site.timeZone))
  if (list.length === 0 && !isPresent && !(previous && next)) return { site, found: { is: 'unknown' }, ...fresh }
  const page = { month, listing: listingOf(list), previous: previous && monthOf(previous, site.timeZone), next: next && monthOf(next, site.timeZone) }
  return { site, found: { is: 'found', page }, ...fresh }
}

const live = (now: Date): Prisma.Sql => Prisma.sql`p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)
  AND p.article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL OR killed_at IS NOT NULL)`

/** Counted month by month from the index alone, without working out each article's month. */
async function countMonths({ now, timeZone }: Site, reads: Reads): Promise<ArchiveMonth[]> {
  return reads.$queryRaw<ArchiveMonth[]>`
    WITH first AS (SELECT min(listed_at) AS at FROM publication)
    SELECT extract(year FROM m)::int AS year, extract(month FROM m)::int AS month, counted.count
    FROM first, generate_series(date_trunc('month', ${now}::timestamptz AT TIME ZONE ${timeZone}), date_trunc('month', first.at AT TIME ZONE ${timeZone}), interval '-1 month') AS m
    CROSS JOIN LATERAL (SELECT count(*)::int FROM publication p
      WHERE p.listed_at >= m AT TIME ZONE ${timeZone} AND p.listed_at < (m + interval '1 month') AT TIME ZONE ${timeZone} AND ${live(now)}) AS counted
    WHERE counted.count > 0 ORDER BY m DESC LIMIT ${MOST_MONTHS}`
}

type Bounds = { start: Date; end: Date; previous: Date | null; next: Date | null }

/** The instants at which the month begins and ends, and the newest and oldest articles on either side of it. */
async function findBounds(month: Month, { now, timeZone }: Site, reads: Reads): Promise<Bounds> {
  const [row] = await reads.$queryRaw<Bounds[]>`
    WITH month AS (SELECT ${`${monthKey(month)}-01`}::timestamp AT TIME ZONE ${timeZone} AS start, ${`${monthKey(nextMonth(month))}-01`}::timestamp AT TIME ZONE ${timeZone} AS end)
    SELECT month.start, month.end,
      (SELECT p.listed_at FROM publication p WHERE p.listed_at < month.start AND ${live(now)} ORDER BY p.listed_at DESC LIMIT 1) AS previous,
      (SELECT p.listed_at FROM publication p WHERE p.listed_at >= month.end AND ${live(now)} ORDER BY p.listed_at LIMIT 1) AS next
    FROM month`
  return row!
}
