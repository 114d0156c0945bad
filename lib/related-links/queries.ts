import 'server-only'
import { createHash } from 'node:crypto'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { loadDictionary } from './dictionary'
import type { Ruling } from './model'
import { type LinkInput, linkIdentity } from './schema'

export { countElsewhere } from './elsewhere-queries'

export type TargetView = {
  targetId: string | null
  /** the target that it was merged into, or itself; all below is said of that one */
  survivorId: string | null
  kind: 'article' | 'url' | 'title'
  articleId: string | null
  url: string | null
  /** the title as given, or the article's headline: the live one, else the draft's */
  title: string | null
  titleKey: string | null
  state: 'live' | 'scheduled' | 'draft' | 'unpublished' | 'trashed' | 'unresolved' | 'outside'
  /** when it goes live (scheduled) or went (live) */
  at: Date | null
  createdById: string | null
  embargoed: boolean
}

/**
 * The targets with what they are at an instant (default: the database's now). With `by: 'article'` the ids are articles',
 * also such that no link leads to yet (`targetId` null). Order is not kept; unknown ids are left out.
 */
export async function findTargetViews(ids: readonly string[], options: { reads?: Reads; at?: Date; by?: 'target' | 'article' } = {}): Promise<TargetView[]> {
  const { reads = db, at = null, by = 'target' } = options
  if (ids.length === 0) return []
  const wanted = by === 'target'
    ? Prisma.sql`SELECT t.id AS asked, s.id, s.kind::text, s.article_id, s.url, s.title, s.title_key
        FROM link_target t JOIN link_target s ON s.id = coalesce(t.merged_into_id, t.id) WHERE t.id = ANY(${[...ids]}::uuid[])`
    : Prisma.sql`SELECT lt.id AS asked, lt.id, 'article' AS kind, a.id AS article_id, NULL AS url, NULL AS title, NULL AS title_key
        FROM article a LEFT JOIN link_target lt ON lt.article_id = a.id AND lt.kind = 'article' WHERE a.id = ANY(${[...ids]}::uuid[])`
  return reads.$queryRaw<TargetView[]>`
    WITH clock AS (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t), wanted AS (${wanted})
    SELECT lt.asked AS "targetId", lt.id AS "survivorId", lt.kind, lt.article_id AS "articleId", lt.url,
           CASE WHEN lt.kind = 'article' THEN coalesce(live.headline, a.headline) ELSE lt.title END AS title, lt.title_key AS "titleKey",
           CASE WHEN lt.kind = 'url' THEN 'outside' WHEN lt.kind = 'title' THEN 'unresolved' WHEN a.trashed_at IS NOT NULL THEN 'trashed'
                WHEN live.live_from IS NOT NULL THEN 'live' WHEN span.next IS NOT NULL THEN 'scheduled' WHEN span.last IS NOT NULL THEN 'unpublished' ELSE 'draft' END AS state,
           coalesce(live.live_from, span.next) AS at, a.created_by_id AS "createdById", coalesce(a.embargo_until > clock.t, false) AS embargoed
    FROM wanted lt CROSS JOIN clock
    LEFT JOIN article a ON a.id = lt.article_id
    LEFT JOIN LATERAL (SELECT r.headline, p.live_from FROM publication p JOIN revision r ON r.id = p.revision_id
      WHERE p.article_id = a.id AND p.live_from <= clock.t AND (p.live_until IS NULL OR clock.t < p.live_until)) live ON true
    LEFT JOIN LATERAL (SELECT min(p.live_from) FILTER (WHERE p.live_from > clock.t) AS next, max(p.live_from) FILTER (WHERE p.live_from <= clock.t) AS last
      FROM publication p WHERE p.article_id = a.id) span ON true`
}

export type Replacement = { id: string; identity: string; by: LinkInput | null }

/** Links as given that have target rows: the row's id, and what it was merged into (`by`), if it was. */
export async function findReplacements(links: readonly LinkInput[], reads: Reads = db): Promise<Replacement[]> {
  const urls = links.flatMap((link) => (link.kind === 'url' ? [link.url] : []))
  const titles = links.flatMap((link) => (link.kind === 'title' ? [link.title] : []))
  if (urls.length + titles.length === 0) return []
  const rows = await reads.$queryRaw<(TargetRow & { id: string; by: TargetRow | null })[]>`
    SELECT t.id, t.kind::text, t.url, t.title, t.article_id AS "articleId",
      CASE WHEN s.id IS NOT NULL THEN json_build_object('kind', s.kind, 'url', s.url, 'title', s.title, 'articleId', s.article_id) END AS by
    FROM (SELECT * FROM link_target WHERE kind = 'url' AND md5(url) = ANY(${urls.map(md5)}::text[])
      UNION ALL SELECT * FROM link_target WHERE kind = 'title' AND md5(title) = ANY(${titles.map(md5)}::text[])) t
    LEFT JOIN link_target s ON s.id = t.merged_into_id`
  return rows.map((row) => ({ id: row.id, identity: linkIdentity(inputOf(row)), by: row.by && inputOf(row.by) }))
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

type TargetRow = { kind: LinkInput['kind']; url: string | null; title: string | null; articleId: string | null }
function inputOf({ kind, url, title, articleId }: TargetRow): LinkInput {
  if (kind === 'article') return { kind, articleId: articleId! }
  return kind === 'url' ? { kind, url: url! } : { kind, title: title! }
}

/** What editors said of this article's findings. */
export async function findRulings(articleId: string, reads: Reads = db): Promise<Ruling[]> {
  return reads.linkRuling.findMany({ where: { articleId }, select: { keyA: true, keyB: true, ruling: true }, take: 1_000 })
}

/** Which of these words (lower case) the dictionary or a headline of the site knows. */
export async function findKnownWords(words: readonly string[], reads: Reads = db): Promise<string[]> {
  if (words.length === 0) return []
  const inDictionary = await loadDictionary()
  const unknown = words.filter((word) => !inDictionary(word))
  const letters = unknown.filter((word) => /^\p{L}+$/u.test(word))
  const rows = letters.length === 0 ? [] : await reads.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${letters}::text[]) AS word
    WHERE EXISTS (SELECT 1 FROM article a WHERE a.headline_words @@ ('''' || word || '''')::tsquery)`
  return [...words.filter((word) => inDictionary(word)), ...rows.map((row) => row.word)]
}
