import 'server-only'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { findChangeEffect, findTargetViews, type TargetView } from '@/lib/related-links/queries'
import { linksLeftWithout } from './model'
import { bodySchema } from './schema'

/** What it means to other articles that readers can no longer open this one. */
export type Impact = {
  /** its row on the links desk; null when nothing ever linked to it */
  targetId: string | null
  /** other articles whose draft links to it, and those published ones that do */
  articles: number
  live: number
  /** published ones that would have a LÄS OCKSÅ less with nothing left in its place; `atLeast` when not all were looked at */
  empty: number
  atLeast: boolean
}
const LOOKED_AT = 200

/** Whether the actor may read the article is the caller's to ask; of the others only numbers are told. */
export async function findImpact(articleId: string, reads: Reads = db, at?: Date): Promise<Impact> {
  const now = at ?? (await databaseNow(reads))
  const [view] = await findTargetViews([articleId], { reads, by: 'article', at: now })
  const targetId = view?.targetId ?? null
  if (!targetId) return { targetId, articles: 0, live: 0, empty: 0, atLeast: false }
  const { drafts, live } = await findChangeEffect({ fromId: targetId, intoId: null, articleId: null }, { reads, at: now })
  const bodies = await findLiveBodies(targetId, now, reads)
  const parsed = bodies.map((row) => ({ articleId: row.articleId, body: bodySchema.parse(row.body) }))
  const named = [...new Set(parsed.flatMap(({ body }) => body.content.flatMap((block) => (block.type === 'readAlso' ? [block.attrs.target] : []))))]
  const views = new Map((await findTargetViews(named, { reads, at: now })).map((each) => [each.targetId!, each]))
  const empty = parsed.filter(({ articleId: self, body }) => linksLeftWithout(body, (id) => places(views.get(id), self), targetId) === 0).length
  return { targetId, articles: drafts, live, empty, atLeast: bodies.length === LOOKED_AT && live > LOOKED_AT }
}

/** Where a block leads that readers see; null for one that they do not. */
function places(view: TargetView | undefined, self: string): string | null {
  if (!view || view.articleId === self) return null
  return view.state === 'live' || view.state === 'outside' ? view.survivorId : null
}

/** The texts that readers see now with a block to a target or one merged into it; the newest first. */
function findLiveBodies(targetId: string, now: Date, reads: Reads): Promise<{ articleId: string; body: unknown }[]> {
  return reads.$queryRaw`
    SELECT r.article_id AS "articleId", r.body FROM revision r WHERE r.id IN (
      SELECT u.revision_id FROM (SELECT ${targetId}::uuid AS id UNION ALL SELECT id FROM link_target WHERE merged_into_id = ${targetId}::uuid) m
      JOIN link_use u ON u.target_id = m.id AND u.place = 'block' JOIN publication p ON p.revision_id = u.revision_id
      WHERE p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until) GROUP BY 1 ORDER BY max(p.listed_at) DESC LIMIT ${LOOKED_AT})`
}
