import 'server-only'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { findDue } from './list-queries'
import { earliest, type Freshness, keepFor, type Month, type Site } from './model'
import { loadSite, type Reading } from './site-queries'
import { monthKey, nextMonth } from './times'

/** addresses in one sitemap; the protocol allows 50,000, this answers fast */
export const PART_SIZE = 5_000
const NEWS_HOURS = 48
const MOST_NEWS = 1_000

const isLive = (now: Date): Prisma.Sql => Prisma.sql`p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)
  AND p.article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL OR killed_at IS NOT NULL)`
const LISTED = Prisma.sql`FROM publication p JOIN revision r ON r.id = p.revision_id`

/** Part 1, 2, ... of what is live of a month, oldest first, without what search engines are asked to leave. */
export async function findArticleSitemap(month: Month, part: number, reading: Reading = {}): Promise<Freshness & { site: Site; items: { slug: string; changedAt: Date }[] }> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const { now, timeZone } = site
  const [items, due] = await Promise.all([
    reads.$queryRaw<{ slug: string; changedAt: Date }[]>`
      SELECT r.slug, p.live_from AS "changedAt" ${LISTED}
      WHERE p.listed_at >= ${`${monthKey(month)}-01`}::timestamp AT TIME ZONE ${timeZone} AND p.listed_at < ${`${monthKey(nextMonth(month))}-01`}::timestamp AT TIME ZONE ${timeZone}
        AND ${isLive(now)} AND NOT r.noindex ORDER BY p.listed_at, p.article_id LIMIT ${PART_SIZE} OFFSET ${(part - 1) * PART_SIZE}`,
    findDue(now, reads),
  ])
  return { site, items, dependsOn: ['feed', ...siteTags], expiresInMs: keepFor(due, site) }
}

export type NewsItem = { slug: string; headline: string; publishedAt: Date }

/** What began in the last 48 hours and is live, newest first; ends when the oldest of it is older. */
export async function findNewsSitemap(reading: Reading = {}): Promise<Freshness & { site: Site; items: NewsItem[] }> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const span = NEWS_HOURS * 3600_000
  const [items, due] = await Promise.all([
    reads.$queryRaw<NewsItem[]>`
      SELECT r.slug, r.headline, p.listed_at AS "publishedAt" ${LISTED}
      WHERE p.listed_at > ${new Date(site.now.getTime() - span)} AND ${isLive(site.now)} AND NOT r.noindex AND r.label <> 'annons'
      ORDER BY p.listed_at DESC, p.article_id DESC LIMIT ${MOST_NEWS}`,
    findDue(site.now, reads),
  ])
  const oldest = items.at(-1)
  const ends = earliest([due, oldest ? new Date(oldest.publishedAt.getTime() + span) : null])
  return { site, items, dependsOn: ['feed', ...siteTags], expiresInMs: keepFor(ends, site) }
}

/** How many topics and bylines there are at most: parts of which all places turn out to be without articles are empty. */
export async function findPlaceParts(): Promise<{ tags: number; authors: number }> {
  const [tags, authors] = await Promise.all([db.tag.count({ where: { kind: 'topic', mergedIntoId: null } }), db.byline.count()])
  return { tags, authors }
}

/** Part 1, 2, ... of the topics or authors that have something live: a name that only drafts have is nobody's to know. */
export async function findPlaceSitemap(kind: 'tags' | 'authors', part: number, reading: Reading = {}): Promise<{ site: Site; slugs: string[] }> {
  const { reads = db } = reading
  const { site } = await loadSite(reading)
  const window = Prisma.sql`LIMIT ${PART_SIZE} OFFSET ${(part - 1) * PART_SIZE}`
  const places = kind === 'tags'
    ? Prisma.sql`SELECT t.id, t.slug, ARRAY(SELECT m.id FROM tag m WHERE m.id = t.id OR m.merged_into_id = t.id) AS ids FROM tag t WHERE t.kind = 'topic' AND t.merged_into_id IS NULL ORDER BY t.id ${window}`
    : Prisma.sql`SELECT id, slug, ARRAY[id] AS ids FROM byline ORDER BY id ${window}`
  const named = kind === 'tags' ? Prisma.sql`revision_tag x WHERE x.tag_id = ANY(place.ids)` : Prisma.sql`revision_byline x WHERE x.byline_id = ANY(place.ids)`
  const rows = await reads.$queryRaw<{ slug: string }[]>`
    SELECT place.slug FROM (${places}) AS place CROSS JOIN LATERAL (
      SELECT FROM (SELECT x.revision_id FROM ${named}) AS x JOIN publication p ON p.revision_id = x.revision_id
      WHERE ${isLive(site.now)} LIMIT 1) AS one`
  return { site, slugs: rows.map(({ slug }) => slug) }
}
