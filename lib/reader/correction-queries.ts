import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { type Correction, type Corrections, type Cursor, cursorOf, type Freshness, keepFor, type Site } from './model'
import { loadSite, type Reading } from './site-queries'

const PAGE_SIZE = 30

/** The corrections of what is live, newest first. */
export async function findCorrections({ before = null, ...reading }: Reading & { before?: Cursor | null } = {}): Promise<Freshness & { site: Site; page: Corrections }> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const [rows, due] = await Promise.all([findRows(site.now, before, reads), findDue(site.now, reads)])
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    site,
    page: { items: shown.map(({ articleId: _article, ...item }) => item), next: rows.length > PAGE_SIZE && last ? cursorOf({ publishedAt: last.at, id: last.id }) : null },
    dependsOn: [...new Set(['corrections', ...shown.map(({ articleId }) => `article:${articleId}`), ...siteTags])],
    expiresInMs: keepFor(due, site),
  }
}

function findRows(now: Date, before: Cursor | null, reads: Reads): Promise<(Correction & { articleId: string })[]> {
  const older = before ? Prisma.sql`AND (n.at, n.id) < (${before.listedAt}::timestamptz, ${before.id}::uuid)` : Prisma.empty
  return reads.$queryRaw`
    SELECT n.id, n.at, n.text, n.article_id AS "articleId", r.slug, r.headline
    FROM note n JOIN article a ON a.id = n.article_id JOIN publication p ON p.article_id = n.article_id JOIN revision r ON r.id = p.revision_id
    WHERE n.kind = 'correction' AND n.since <= ${now} AND (n.until IS NULL OR ${now} < n.until) ${older} AND a.trashed_at IS NULL AND a.killed_at IS NULL
      AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)
    ORDER BY n.at DESC, n.id DESC LIMIT ${PAGE_SIZE + 1}`
}

/** When a corrected article next goes live, changes or comes down. */
async function findDue(now: Date, reads: Reads): Promise<Date | null> {
  const [row] = await reads.$queryRaw<{ due: Date | null }[]>`
    SELECT least(min(p.live_from) FILTER (WHERE p.live_from > ${now}), min(p.live_until) FILTER (WHERE p.live_until > ${now})) AS due
    FROM publication p
    WHERE (p.live_from > ${now} OR p.live_until > ${now}) AND EXISTS (SELECT FROM note n WHERE n.article_id = p.article_id AND n.kind = 'correction' AND n.until IS NULL)`
  return row!.due
}
