import 'server-only'
import { type Actor, isEditor } from '@/lib/auth/model'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { titleKey } from '@/lib/related-links/model'
import { findTargetViews } from '@/lib/related-links/queries'
import type { LinkInput } from '@/lib/related-links/schema'
import { getSettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'
import { resolveLinks } from './link-queries'
import { compareStories, linksOf, storyBands, storyOf, wordsOf } from './model'
import type { Story } from './near-duplicates'
import type { DeskArticle } from './queries'
import type { SuggestInput } from './schema'
import { type Candidate, diversify, isAboutTheSame, scoreCandidates, type TagWeight, tellingWords, withHeadline, type WordStatistics } from './suggestion-model'
import { countsIn, namesIn, wordsAsWritten } from './suggestion-words'
import { findWordStatistics } from './word-queries'

export { forgetWordStatistics } from './word-queries'

/** An article as it is being written. */
export type Writing = Omit<SuggestInput, 'articleId'>
export type Suggestion = {
  articleId: string
  /** the live one; of what is planned, the planned one */
  headline: string
  state: 'live' | 'scheduled'
  /** when it was first live, or goes live */
  at: Date
  /** why: names of the tags that both have, and at most two words that say the most of both */
  tags: string[]
  words: string[]
}

const MOST = 5
const CANDIDATES = 48
/** what is looked at more closely than by its hits, before what readers cannot see is left out */
const HITS = 250
const PER_WORD = 4_000
const PER_TAG = 150
const TAGS = 8
const COMMON_TAG = 5_000
const DAY = 86_400_000

/** The stored draft as `findSuggestions` takes it. */
export function writingOf({ draft }: DeskArticle): Writing {
  return {
    headline: draft.headline, standfirst: draft.standfirst, text: wordsOf(draft.body), tagIds: draft.tagIds,
    links: linksOf(draft.body).map((link) =>
      link.place === 'block' ? { link: { kind: 'target', targetId: link.targetId }, title: link.title }
        : { link: link.article !== null ? { kind: 'article', articleId: link.article } : { kind: 'url', url: link.href }, title: null }),
  }
}

/**
 * Five articles that this one could link to, with why, the best first and no two of a kind: such as share rare words and tags with
 * it. Never itself, never what it links to already (the same article or the same title), never nearly the same text, nothing that
 * the actor may not read or that readers cannot see when this one goes live (its planned time; while it has none, all that is planned).
 */
export async function findSuggestions(actor: Actor, article: Pick<DeskArticle, 'id' | 'state' | 'timeline'>, writing: Writing, at?: Date): Promise<Suggestion[]> {
  const now = at ?? (await databaseNow(db))
  const story = storyOf([writing.standfirst, writing.text].join('\n'))
  const [statistics, own, linked] = await Promise.all([findWordStatistics(), readOwn(writing), findLinked(writing.links)])
  const words = withHeadline(own.words, own.headlineWords)
  const found = await findCandidates(actor, { selfId: article.id, own, statistics, words: tellingWords(words, statistics), bands: storyBands(story), linkedIds: linked.ids, before: liveAt(article, now), now })
  const text = [writing.headline, writing.standfirst, writing.text].join('\n')
  const fitting = found.filter((candidate) => !linked.titleKeys.has(candidate.titleKey) && !isNearDuplicate(story, candidate))
  const scored = scoreCandidates({ ...own, words }, fitting, statistics)
  return diversify(distinct(scored.filter(isAboutTheSame)), MOST).map(({ candidate, sharedTags, sharedWords }) => ({
    articleId: candidate.id, headline: candidate.headline, state: candidate.state, at: candidate.at,
    tags: sharedTags.map(({ name }) => name), words: wordsAsWritten(sharedWords.slice(0, 6), text, 2),
  }))
}

/** When readers will see it: now, at its planned time, or null while nobody knows. */
function liveAt({ state, timeline }: Pick<DeskArticle, 'state' | 'timeline'>, now: Date): Date | null {
  if (state === 'live') return now
  const planned = timeline.map(({ liveFrom }) => new Date(liveFrom)).find((from) => from > now)
  return planned ?? null
}

/** As "the same story twice" says; what shares no band with it need not be read. */
const isNearDuplicate = (story: Story, { text, headline }: Found): boolean =>
  text !== null && compareStories(story, storyOf(text.startsWith(headline) ? text.slice(headline.length) : text)).kind !== null

/** Two of one title would be a double as soon as both are linked: the better one stays. */
function distinct<S extends { candidate: { titleKey: string } }>(scored: readonly S[]): S[] {
  return [...new Map([...scored].reverse().map((each) => [each.candidate.titleKey, each])).values()].reverse()
}

type Own = { words: Map<string, number>; headlineWords: string[]; names: ReadonlySet<string>; tags: TagWeight[]; tagRows: { id: string; weight: number }[] }

/** The lexemes of what is written (all, the headline's, those of names), and its tags with how rare each is. */
async function readOwn({ headline, standfirst, text, tagIds }: Writing): Promise<Own> {
  const written = [headline, standfirst, text].join('\n')
  const [[words], tags, { articles }] = await Promise.all([
    db.$queryRaw<{ all: string; headline: string[]; names: string[] }[]>`
      SELECT to_tsvector('swedish', ${written})::text AS all, tsvector_to_array(to_tsvector('swedish', ${headline})) AS headline,
        tsvector_to_array(to_tsvector('swedish', ${namesIn(written).join(' ')})) AS names`,
    readTags(tagIds),
    findWordStatistics(),
  ])
  const weightOf = (count: number): number => Math.log(1 + articles / Math.max(1, count))
  const byTag = Map.groupBy(tags, (row) => row.tagId)
  const weighed = [...byTag].map(([id, rows]) => ({ id, name: rows[0]!.name, weight: weightOf(rows.reduce((sum, row) => sum + row.articles, 0)) }))
  const weights = new Map(weighed.map(({ id, weight }) => [id, weight]))
  const tagRows = tags.map((row) => ({ id: row.id, weight: weights.get(row.tagId)! })).sort((a, b) => b.weight - a.weight).slice(0, TAGS)
  return { words: countsIn(words!.all), headlineWords: words!.headline, names: new Set(words!.names), tags: weighed, tagRows }
}

/** Each tag with those that were merged into it, and how many articles have it; what is common is counted to 5,000. */
function readTags(tagIds: readonly string[]): Promise<{ id: string; tagId: string; name: string; articles: number }[]> {
  return db.$queryRaw`
    WITH named AS (SELECT DISTINCT coalesce(t.merged_into_id, t.id) AS id FROM tag t WHERE t.id = ANY(${[...tagIds]}::uuid[])),
      every AS (SELECT id, id AS tag_id FROM named UNION ALL SELECT t.id, n.id FROM named n JOIN tag t ON t.merged_into_id = n.id)
    SELECT e.id, e.tag_id AS "tagId", t.name, c.articles::int FROM every e JOIN tag t ON t.id = e.tag_id
    CROSS JOIN LATERAL (SELECT count(*) AS articles FROM (SELECT FROM article_tag x WHERE x.tag_id = e.id LIMIT ${COMMON_TAG}) x) c LIMIT 100`
}

/** What the text links to already: ids of articles, and keys of the titles that its blocks show. */
async function findLinked(links: Writing['links'], reads: Reads = db): Promise<{ ids: string[]; titleKeys: Set<string> }> {
  if (links.length === 0) return { ids: [], titleKeys: new Set() }
  const views = await findTargetViews(links.flatMap(({ link }) => (link.kind === 'target' ? [link.targetId] : [])), { reads })
  const stored = views.flatMap((view): LinkInput[] => (view.kind === 'url' ? [{ kind: 'url', url: view.url! }] : []))
  const given = links.flatMap(({ link }) => (link.kind === 'target' ? [] : [link]))
  const resolved = [...(await resolveLinks([...stored, ...given], reads)).values()].flatMap((link) => (link.kind === 'article' ? [link.articleId] : []))
  const articles = await findTargetViews(resolved, { reads, by: 'article' })
  const titles = [...links.map(({ title }) => title), ...given.map((link) => (link.kind === 'title' ? link.title : null)), ...[...views, ...articles].map(({ title }) => title)]
  const { siteName } = await getSettings(reads)
  const keys = titles.flatMap((title) => (title ? [titleKey(title, siteName)] : [])).filter(Boolean)
  return { ids: [...new Set([...resolved, ...views.flatMap((view) => view.articleId ?? [])])], titleKeys: new Set(keys) }
}

type Found = Candidate & { headline: string; titleKey: string; text: string | null; state: 'live' | 'scheduled'; at: Date }
type Row = { id: string; headline: string; text: string | null; isLive: boolean; at: Date; words: string; headlineWords: string[]; tagIds: string[] }
type Question = { selfId: string; own: Own; bands: readonly number[]; statistics: WordStatistics; words: readonly string[]; linkedIds: readonly string[]; before: Date | null; now: Date }

/** What has the telling words or the rare tags, by rough score; the words are found by the index, the newest of a tag by its own. */
async function findCandidates(actor: Actor, { selfId, own, statistics, words, bands, linkedIds, before, now }: Question): Promise<Found[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH word_hit AS (
      SELECT h.id, 1 + ln(t.count) AS weight, count(*) OVER (PARTITION BY t.word) AS articles
      FROM unnest(${words.map(asQuery)}::text[], ${words.map((word) => own.words.get(word) ?? 1)}::float8[]) AS t(word, count)
      CROSS JOIN LATERAL (SELECT a.id FROM article a WHERE a.words @@ t.word::tsquery LIMIT ${PER_WORD}) h),
    tag_hit AS (
      SELECT h.article_id AS id, t.weight FROM unnest(${own.tagRows.map(({ id }) => id)}::uuid[], ${own.tagRows.map(({ weight }) => weight)}::float8[]) AS t(id, weight)
      CROSS JOIN LATERAL (SELECT x.article_id FROM article_tag x WHERE x.tag_id = t.id ORDER BY x.article_id DESC LIMIT ${PER_TAG}) h),
    hit AS (
      SELECT id, sum(words) AS words, sum(tags) AS tags FROM (
        SELECT id, weight * power(ln(1 + ${statistics.articles}::float8 / articles), 2) AS words, 0 AS tags FROM word_hit
        UNION ALL SELECT id, 0, weight FROM tag_hit) x GROUP BY id),
    best AS MATERIALIZED (
      SELECT id, 0.7 * words / greatest(max(words) OVER (), 1) + 0.3 * tags / greatest(max(tags) OVER (), 1) AS rough FROM hit
      WHERE id <> ${selfId}::uuid AND id <> ALL(${[...linkedIds]}::uuid[]) ORDER BY rough DESC, id DESC LIMIT ${HITS}),
    shown AS MATERIALIZED (
      SELECT a.id, a.plain_text, a.words, seen.headline, seen.at, seen.is_live, b.rough + 0.3 * exp(-greatest(0, extract(epoch FROM ${now}::timestamptz - seen.at)) / 2592000) AS rough
      FROM best b CROSS JOIN LATERAL (SELECT * FROM article WHERE id = b.id LIMIT 1) a
      JOIN LATERAL (
        SELECT r.headline, CASE WHEN p.live_from <= ${now} THEN p.listed_at ELSE p.live_from END AS at, p.live_from <= ${now} AS is_live
        FROM publication p JOIN revision r ON r.id = p.revision_id WHERE p.article_id = a.id AND ${seenAt(before, now)} ORDER BY p.live_from LIMIT 1) seen ON true
      WHERE a.trashed_at IS NULL AND ${readable(actor, now)} ORDER BY rough DESC, a.id DESC LIMIT ${CANDIDATES})
    SELECT s.id, s.headline, CASE WHEN coalesce((SELECT g.bands && ${[...bands]}::int[] FROM article_signature g WHERE g.article_id = s.id), true) THEN left(s.plain_text, 30000) END AS text, s.is_live AS "isLive", s.at, tsvector_to_array(to_tsvector('swedish', s.headline)) AS "headlineWords",
      s.words::text AS words,
      (SELECT coalesce(array_agg(DISTINCT coalesce(t.merged_into_id, t.id)), '{}') FROM article_tag x JOIN tag t ON t.id = x.tag_id WHERE x.article_id = s.id) AS "tagIds"
    FROM shown s`
  const { siteName } = await getSettings()
  return rows.map(({ words: counts, isLive, tagIds, headlineWords, ...row }) => ({
    ...row, state: isLive ? 'live' : 'scheduled', headlineWords, titleKey: titleKey(row.headline, siteName) || row.id, tagIds: new Set(tagIds), words: withHeadline(countsIn(counts), headlineWords),
    ageDays: (now.getTime() - row.at.getTime()) / DAY,
  }))
}

/** A lexeme as a query for itself. */
const asQuery = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** Rows of the timeline that readers see at an instant; without one, now or at any time to come. */
const seenAt = (before: Date | null, now: Date): Prisma.Sql =>
  before ? Prisma.sql`p.live_from <= ${before} AND (p.live_until IS NULL OR p.live_until > ${before})` : Prisma.sql`(p.live_until IS NULL OR p.live_until > ${now})`

/** As the policy's `read`. */
const readable = (actor: Actor, now: Date): Prisma.Sql =>
  isEditor(actor) ? Prisma.sql`true` : Prisma.sql`(a.embargo_until IS NULL OR a.embargo_until <= ${now} OR a.created_by_id = ${actor.userId}::uuid)`
