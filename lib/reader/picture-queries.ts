import 'server-only'
import { findImageFiles } from '@/lib/media/queries'
import { imageUseSchema } from '@/lib/media/schema'
import { db } from '@/lib/platform/db'
import { type Found, type Freshness, picturePath, type Site } from './model'
import type { PictureText } from './picture'
import { loadSite, type Reading } from './site-queries'

export type Picture = { path: string; text: PictureText }
type Row = { headline: string | null; section: string | null; leadImage: unknown; due: Date | null }

/** What stands in a live article's shared picture, and its address; gone with the article. */
export async function findPicture(articleId: string, reading: Reading = {}): Promise<Freshness & { site: Site; found: Found<Picture> }> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const [row] = await reads.$queryRaw<Row[]>`
    SELECT live.headline, live.section, live."leadImage", (SELECT least(min(p.live_from) FILTER (WHERE p.live_from > ${site.now}), min(p.live_until) FILTER (WHERE p.live_until > ${site.now}))
        FROM publication p WHERE p.article_id = ${articleId}::uuid) AS due
    FROM (SELECT FROM publication p WHERE p.article_id = ${articleId}::uuid AND p.live_from <= ${site.now} LIMIT 1) AS began
    LEFT JOIN LATERAL (
      SELECT r.headline, r.lead_image AS "leadImage", coalesce(m.name, s.name) AS section FROM publication p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = p.article_id
      JOIN tag s ON s.id = r.section_id LEFT JOIN tag m ON m.id = s.merged_into_id
      WHERE p.article_id = ${articleId}::uuid AND a.trashed_at IS NULL AND a.killed_at IS NULL AND p.live_from <= ${site.now} AND (p.live_until IS NULL OR ${site.now} < p.live_until)) live ON true`
  const fresh = { dependsOn: [`article:${articleId}`, ...siteTags], expiresInMs: row?.due ? Math.max(0, row.due.getTime() - site.now.getTime()) : null }
  if (!row) return { site, found: { is: 'unknown' }, ...fresh }
  if (row.headline === null) return { site, found: { is: 'gone', line: null }, ...fresh }
  const lead = imageUseSchema.nullable().parse(row.leadImage)
  const image = lead && ((await findImageFiles([lead.image], reads)).get(lead.image) ?? null)
  const text = { headline: row.headline, section: row.section!, siteName: site.name, accent: site.accent, image }
  return { site, found: { is: 'found', page: { path: picturePath(articleId, text), text } }, ...fresh, dependsOn: [...fresh.dependsOn, ...(lead ? [`image:${lead.image}`] : [])] }
}
