import 'server-only'
import { imagesOf, linksOf } from '@/lib/articles/model'
import { bodySchema, type Body, type Label } from '@/lib/articles/schema'
import { findImageFiles } from '@/lib/media/queries'
import { type ImageUse, imageUseSchema } from '@/lib/media/schema'
import { db, type Reads } from '@/lib/platform/db'
import { healthOf } from '@/lib/related-links/model'
import { findAround } from './around-queries'
import { type ArticleView, articlePath, earliest, type Found, type Freshness, keepFor, type LinkedThing, type Place, showBody, shownImage, type ShownBlock, type ShownImage, type ShownNote, type Site } from './model'
import { loadSite, type Reading } from './site-queries'

export type ArticleAnswer = Freshness & { site: Site; found: Found<ArticleView> }

/** How many notes a page shows, the newest. */
const MOST_NOTES = 50

type Live = {
  articleId: string; slug: string; headline: string; standfirst: string; label: Label; body: unknown; leadImage: unknown; noindex: boolean; dateline: string | null
  searchTitle: string; searchDescription: string; shareText: string; listedAt: Date; notes: (Omit<ShownNote, 'at'> & { at: string })[]; section: WithId; tags: WithId[]; bylines: WithId[]
}
type WithId = Place & { id: string }
type Row = { due: Date | null; killLine: string | null } & ({ articleId: null } | ({ articleId: string; slug: null }) | Live)

/**
 * What an article's address leads to at an instant (default: the database's now). Only what has begun counts: a plan is
 * unknown until it is due.
 */
export async function findArticlePage(slug: string, reading: Reading = {}): Promise<ArticleAnswer> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const row = await findAt(slug, site.now, reads)
  const answer = (found: Found<ArticleView>, due: Date | null, tags: string[]): ArticleAnswer => ({
    site, found, dependsOn: [...new Set([`slug:${slug}`, ...tags, ...siteTags])], expiresInMs: keepFor(due, site),
  })
  if (row.articleId === null) return answer({ is: 'unknown' }, row.due, [])
  const own = `article:${row.articleId}`
  if (row.slug === null) return answer({ is: 'gone', line: row.killLine }, row.due, [own])
  if (row.slug !== slug) return answer({ is: 'moved', to: articlePath(row.slug) }, row.due, [own])
  const [shown, { around, ...beside }] = await Promise.all([
    resolveText({ body: bodySchema.parse(row.body), leadImage: imageUseSchema.nullable().parse(row.leadImage) }, row.articleId, site.now, reads),
    findAround({ articleId: row.articleId, listedAt: row.listedAt, sectionId: row.section.id }, site.now, reads),
  ])
  const named = [...[row.section, ...row.tags].map(({ id }) => `tag-name:${id}`), ...row.bylines.map(({ id }) => `byline:${id}`)]
  return answer({ is: 'found', page: { ...viewOf(row, shown), around } }, earliest([row.due, shown.due, beside.due]), [own, ...named, ...shown.dependsOn, ...beside.dependsOn])
}

/** One row always: whose address it is, what of it is live, and when the next plan is due of any that holds the address. */
async function findAt(slug: string, now: Date, reads: Reads): Promise<Row> {
  // OFFSET 0: asked for this article; in a young newsroom the planner would otherwise put all live articles together first.
  const [row] = await reads.$queryRaw<Row[]>`
    SELECT held.article_id AS "articleId", live.*, (SELECT a.kill_line FROM article a WHERE a.id = held.article_id AND a.killed_at IS NOT NULL) AS "killLine",
      (SELECT least(min(p.live_from) FILTER (WHERE p.live_from > ${now}), min(p.live_until) FILTER (WHERE p.live_until > ${now}))
        FROM publication p WHERE p.article_id IN (SELECT article_id FROM revision WHERE slug = ${slug})) AS due
    FROM (SELECT) AS one
    LEFT JOIN LATERAL (SELECT DISTINCT r.article_id FROM revision r JOIN publication p ON p.revision_id = r.id WHERE r.slug = ${slug} AND p.live_from <= ${now}) held ON true
    LEFT JOIN LATERAL (
      SELECT r.slug, r.headline, r.standfirst, r.label::text, r.body, r.lead_image AS "leadImage", r.noindex, r.dateline, r.search_title AS "searchTitle",
        r.search_description AS "searchDescription", r.share_text AS "shareText", p.listed_at AS "listedAt",
        (SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'text', n.text, 'at', n.at) ORDER BY n.at DESC), '[]') FROM (
          SELECT kind, text, at FROM note WHERE article_id = p.article_id AND since <= ${now} AND (until IS NULL OR ${now} < until) ORDER BY at DESC LIMIT ${MOST_NOTES}) n) AS notes,
        (SELECT json_build_object('id', coalesce(m.id, s.id), 'name', coalesce(m.name, s.name), 'slug', coalesce(m.slug, s.slug))
          FROM tag s LEFT JOIN tag m ON m.id = s.merged_into_id WHERE s.id = r.section_id) AS section,
        (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'slug', slug) ORDER BY position), '[]') FROM (
          SELECT coalesce(m.id, t.id) AS id, coalesce(m.name, t.name) AS name, coalesce(m.slug, t.slug) AS slug, min(x.position) AS position
          FROM revision_tag x JOIN tag t ON t.id = x.tag_id LEFT JOIN tag m ON m.id = t.merged_into_id WHERE x.revision_id = r.id GROUP BY 1, 2, 3) AS distinct_tags) AS tags,
        (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'slug', b.slug) ORDER BY x.position), '[]')
          FROM revision_byline x JOIN byline b ON b.id = x.byline_id WHERE x.revision_id = r.id) AS bylines
      FROM publication p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = p.article_id
      WHERE p.article_id = held.article_id AND a.trashed_at IS NULL AND a.killed_at IS NULL AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)
      OFFSET 0
    ) live ON true
    ORDER BY live.slug = ${slug} DESC NULLS LAST LIMIT 1`
  return row!
}

type Resolved = { blocks: ShownBlock[]; leadImage: ShownImage | null; due: Date | null; dependsOn: string[] }

/** A text as readers see it, with all that it names, shown or hidden: a plan of a hidden target ends the page too. */
export async function resolveText({ body, leadImage }: { body: Body; leadImage: ImageUse | null }, selfId: string, now: Date, reads: Reads = db): Promise<Resolved> {
  const links = linksOf(body)
  const imageIds = imagesOf({ body, leadImage })
  const [images, things] = await Promise.all([findImageFiles(imageIds, reads), findLinked({
    selfId, now, reads,
    targetIds: links.flatMap((link) => (link.place === 'block' ? [link.targetId] : [])),
    articleIds: links.flatMap((link) => (link.place === 'text' && link.article !== null ? [link.article] : [])),
    hrefs: links.flatMap((link) => (link.place === 'text' && link.href !== null ? [link.href] : [])),
  })])
  const of = (place: LinkedRow['place']): Map<string, LinkedThing> => new Map(things.flatMap((thing) => (thing.place === place ? [[thing.named, thing] as const] : [])))
  return {
    blocks: showBody(body, { targets: of('block'), articles: of('text'), replaced: of('href'), images, selfId }),
    leadImage: shownImage(leadImage, images),
    due: earliest(things.map((thing) => thing.due)),
    dependsOn: [...imageIds.map((id) => `image:${id}`), ...new Set(things.flatMap(({ articleId, targetId, survivorId }) => [...(articleId ? [`article:${articleId}`] : []), ...(targetId ? [`target:${targetId}`, `target:${survivorId}`] : [])]))],
  }
}

type LinkedRow = LinkedThing & { named: string; place: 'block' | 'text' | 'href'; targetId: string | null; due: Date | null }
type HealthColumns = Parameters<typeof healthOf>[0] & {}
type Names = { selfId: string; targetIds: string[]; articleIds: string[]; hrefs: string[]; now: Date; reads: Reads }

async function findLinked({ selfId, targetIds, articleIds, hrefs, now, reads }: Names): Promise<LinkedRow[]> {
  if (targetIds.length + articleIds.length + hrefs.length === 0) return []
  const rows = await reads.$queryRaw<(LinkedRow & HealthColumns)[]>`
    WITH named AS (
      SELECT t.id::text AS named, 'block' AS place, t.id AS target_id, s.id AS survivor_id, s.kind::text, s.article_id, s.url, s.title, s.url_key
        FROM link_target t JOIN link_target s ON s.id = coalesce(t.merged_into_id, t.id) WHERE t.id = ANY(${targetIds}::uuid[])
      UNION ALL SELECT id::text, 'text', NULL, id, 'article', id, NULL, NULL, NULL FROM article WHERE id = ANY(${articleIds}::uuid[])
      UNION ALL SELECT t.url, 'href', t.id, s.id, s.kind::text, s.article_id, s.url, s.title, s.url_key
        FROM link_target t JOIN link_target s ON s.id = coalesce(t.merged_into_id, t.id)
        WHERE t.kind = 'url' AND md5(t.url) IN (SELECT md5(x) FROM unnest(${hrefs}::text[]) x))
    SELECT n.named, n.place, n.target_id AS "targetId", n.survivor_id AS "survivorId", n.kind, n.article_id AS "articleId", n.url, n.title, live.live, span.due,
      h.checked_at AS "checkedAt", h.problem, coalesce(h.failures, 0) AS failures,
      EXISTS (SELECT FROM link_ruling k WHERE k.article_id = ${selfId}::uuid AND k.ruling = 'keep' AND k.key_a = k.key_b
        AND k.key_a = CASE n.kind WHEN 'article' THEN 'article:' || n.article_id ELSE 'url:' || n.url_key END) AS "isKept"
    FROM named n
    LEFT JOIN link_health h ON h.target_id = n.survivor_id AND n.kind = 'url'
    LEFT JOIN LATERAL (SELECT json_build_object('slug', r.slug, 'headline', r.headline) AS live
      FROM publication p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = p.article_id
      WHERE p.article_id = n.article_id AND a.trashed_at IS NULL AND a.killed_at IS NULL AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)) live ON true
    LEFT JOIN LATERAL (SELECT least(min(p.live_from) FILTER (WHERE p.live_from > ${now}), min(p.live_until) FILTER (WHERE p.live_until > ${now})) AS due
      FROM publication p WHERE p.article_id = n.article_id) span ON true`
  return rows.map((row) => ({ ...row, isBroken: healthOf(row) === 'broken' }))
}

function viewOf(row: Live, { blocks, leadImage }: Pick<Resolved, 'blocks' | 'leadImage'>): ArticleView {
  const { slug, headline, standfirst, label, section, tags, bylines, dateline, noindex, listedAt, shareText } = row
  const notes = row.notes.map(({ at, ...note }) => ({ ...note, at: new Date(at) }))
  return {
    id: row.articleId, slug, headline, standfirst, label, section, tags, bylines, dateline, noindex, leadImage, blocks, shareText, notes,
    publishedAt: listedAt, changedAt: notes[0]?.at ?? null,
    title: row.searchTitle || headline, description: row.searchDescription || standfirst,
  }
}
