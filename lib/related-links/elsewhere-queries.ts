import 'server-only'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { compareLinks, type LinkItem, type LinkRef, titleKey, UNKNOWN_SITE, urlKey, weakUrlKey } from './model'

/** More than these are not counted. */
const MOST_ELSEWHERE = 1_000
/** spellings of one address, or targets of one title, that are looked at */
const SPELLINGS = 100

type Asked = { n: number; articleId: string | null; urlKey: string | null; weakUrlKey: string | null; titleKey: string | null }
type Candidate = { n: number; survivorId: string; url: string | null }

/**
 * For each of these links, in their order: how many other articles that the actor may read link to the same now, up to 1,000. The same
 * is: the same article, an address that the verdict calls the same or likely the same, a title of the same key. Asked by stored keys alone.
 */
export async function countElsewhere({ actor, articleId, links, siteName, reads = db }: { actor: Actor; articleId: string; links: readonly (LinkRef | null)[]; siteName: string; reads?: Reads }): Promise<number[]> {
  const asked = links.flatMap((link, n) => (link ? [keysOf(link, n, siteName)] : []))
  const found = asked.length > 0 ? await findCandidates(asked, reads) : []
  const same = found.filter(({ n, url }) => isSame(links[n]!, url))
  const counts = same.length > 0 ? await countArticles(actor, articleId, same, reads) : new Map<number, number>()
  return links.map((_, n) => counts.get(n) ?? 0)
}

function keysOf(link: LinkRef, n: number, siteName: string): Asked {
  const none = { n, articleId: null, urlKey: null, weakUrlKey: null, titleKey: null }
  if (link.kind === 'article') return { ...none, articleId: link.articleId }
  if (link.kind === 'title') return { ...none, titleKey: titleKey(link.title, siteName) || null }
  return { ...none, urlKey: urlKey(link.url), weakUrlKey: weakUrlKey(link.url) }
}

/** Equal weak keys are not enough where the addresses say different sources. */
function isSame(link: LinkRef, url: string | null): boolean {
  if (link.kind !== 'url' || url === null) return true
  const item = (address: string): LinkItem => ({ ref: { kind: 'url', url: address }, place: 'block', title: null })
  return compareLinks(item(link.url), item(url), UNKNOWN_SITE).verdict !== 'none'
}

/** Used targets with an equal key, as what they were merged into. */
function findCandidates(asked: readonly Asked[], reads: Reads): Promise<Candidate[]> {
  const column = <K extends keyof Asked>(name: K) => asked.map((link) => link[name])
  return reads.$queryRaw<Candidate[]>`
    SELECT a.n, s.id AS "survivorId", t.url
    FROM unnest(${column('n')}::int[], ${column('articleId')}::uuid[], ${column('urlKey')}::text[], ${column('weakUrlKey')}::text[], ${column('titleKey')}::text[]) AS a(n, article_id, url_key, weak_url_key, title_key)
    CROSS JOIN LATERAL (
      (SELECT id, merged_into_id, url FROM link_target WHERE kind = 'article' AND article_id = a.article_id LIMIT 1)
      UNION ALL (SELECT id, merged_into_id, url FROM link_target WHERE url_key = a.url_key LIMIT ${SPELLINGS})
      UNION ALL (SELECT id, merged_into_id, url FROM link_target WHERE weak_url_key = a.weak_url_key LIMIT ${SPELLINGS})
      UNION ALL (SELECT id, merged_into_id, NULL FROM link_target WHERE title_key = a.title_key LIMIT ${SPELLINGS})) t
    JOIN link_target s ON s.id = coalesce(t.merged_into_id, t.id) AND s.use_count > 0`
}

async function countArticles(actor: Actor, articleId: string, same: readonly Candidate[], reads: Reads): Promise<Map<number, number>> {
  const may = isEditor(actor) ? Prisma.sql`true` : Prisma.sql`(a.embargo_until IS NULL OR a.embargo_until <= clock_timestamp() OR a.created_by_id = ${actor.userId}::uuid)`
  const rows = await reads.$queryRaw<{ n: number; articles: number }[]>`
    SELECT s.n, c.articles
    FROM (SELECT n, array_agg(DISTINCT id) AS ids FROM unnest(${same.map(({ n }) => n)}::int[], ${same.map(({ survivorId }) => survivorId)}::uuid[]) AS x(n, id) GROUP BY n) s
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT named.article_id)::int AS articles FROM (
        SELECT u.article_id
        FROM (SELECT unnest(s.ids) AS id UNION SELECT m.id FROM link_target m WHERE m.merged_into_id = ANY(s.ids)) t
        JOIN link_use u ON u.target_id = t.id AND u.revision_id IS NULL JOIN article a ON a.id = u.article_id
        WHERE u.article_id <> ${articleId}::uuid AND a.trashed_at IS NULL AND ${may} LIMIT ${MOST_ELSEWHERE}) named) c`
  return new Map(rows.map(({ n, articles }) => [n, articles]))
}
