// Markers by which the links desk finds what is doubled without reading a million rows. Kept as targets are made, used and
// merged; a row that another save holds is left for the night, so that a marker never makes anybody wait.
import { type Tx, transact } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { Prisma } from '@/prisma/generated/client'
import { recountUses } from './count-commands'

/** `has_twin` of these targets and all that share their keys: another one, not merged, has the same. */
export async function markTwins(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    WITH keys AS (SELECT kind, url_key, title_key FROM link_target WHERE id = ANY(${[...ids]}::uuid[]) AND kind <> 'article'),
      sharing AS (
        SELECT t.id, t.kind, t.url_key AS key, t.merged_into_id, t.has_twin FROM keys k JOIN link_target t ON t.url_key = k.url_key WHERE t.kind = 'url'
        UNION SELECT t.id, t.kind, t.title_key, t.merged_into_id, t.has_twin FROM keys k JOIN link_target t ON t.title_key = k.title_key WHERE t.kind = 'title' AND k.title_key <> ''),
      ${TWINS}`
}

/** `titles_differ` of the addresses that these targets lead to: drafts' blocks give them different words. */
export async function markTitles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    WITH survivors AS (SELECT DISTINCT coalesce(merged_into_id, id) AS id FROM link_target WHERE id = ANY(${[...ids]}::uuid[])),
      members AS (SELECT id AS survivor, id FROM survivors UNION ALL SELECT m.merged_into_id, m.id FROM link_target m JOIN survivors s ON m.merged_into_id = s.id),
      words AS (
        SELECT m.survivor AS id, (SELECT min(title) FROM link_use u WHERE u.target_id = m.id AND u.revision_id IS NULL AND u.title IS NOT NULL) AS first,
          (SELECT max(title) FROM link_use u WHERE u.target_id = m.id AND u.revision_id IS NULL AND u.title IS NOT NULL) AS last FROM members m),
      ${TITLES}`
}

/** The night's work: every target's count and markers again, from the index; what was wrong is logged. */
export async function recountLinks(): Promise<{ counts: number; markers: number }> {
  const counts = await transact({ timeout: 600_000 }, (tx) => recountUses(tx))
  const markers = await transact({ timeout: 600_000 }, markAll)
  if (counts + markers > 0) log.error({ counts, markers }, 'counts or markers of link targets were wrong')
  return { counts, markers }
}

/** All markers again; answers how many were wrong. */
export async function markAll(tx: Tx): Promise<number> {
  const twins = await tx.$executeRaw`
    WITH sharing AS (
      SELECT id, kind, coalesce(url_key, title_key) AS key, merged_into_id, has_twin FROM link_target WHERE kind <> 'article' AND coalesce(url_key, title_key) <> ''),
    ${TWINS}`
  const titles = await tx.$executeRaw`
    WITH words AS (
      SELECT t.id, w.first, w.last FROM link_target t LEFT JOIN (
        SELECT coalesce(x.merged_into_id, x.id) AS id, min(u.title) AS first, max(u.title) AS last
        FROM link_use u JOIN link_target x ON x.id = u.target_id WHERE u.revision_id IS NULL AND u.title IS NOT NULL GROUP BY 1) w ON w.id = t.id
      WHERE t.kind = 'url'),
    ${TITLES}`
  return twins + titles
}

const TWINS = Prisma.sql`
  counted AS (SELECT id, has_twin, merged_into_id IS NULL AND count(*) FILTER (WHERE merged_into_id IS NULL) OVER (PARTITION BY kind, key) > 1 AS twin FROM sharing),
  free AS (SELECT t.id, c.twin FROM counted c JOIN link_target t ON t.id = c.id WHERE c.has_twin <> c.twin ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED)
  UPDATE link_target t SET has_twin = free.twin FROM free WHERE t.id = free.id`

const TITLES = Prisma.sql`
  said AS (SELECT id, coalesce(min(first) <> max(last), false) AS differ FROM words GROUP BY id),
  free AS (SELECT t.id, s.differ FROM said s JOIN link_target t ON t.id = s.id
    WHERE t.kind = 'url' AND t.titles_differ <> s.differ ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED)
  UPDATE link_target t SET titles_differ = free.differ FROM free WHERE t.id = free.id`
