import 'server-only'
import { createHash } from 'node:crypto'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { loadDictionary } from './dictionary'
import { type At, type DeskFilter, type Figures, selectFigures, selectTargets } from './desk-queries'
import { type Health, healthOf, type Problem, type Ruling } from './model'
import { type LinkInput, linkIdentity } from './schema'
import { PAGE, type Planned, selectFelt, selectUsing, type TargetUse } from './use-queries'

export { COUNTED } from './desk-queries'
export { type DeskChange, findChanges, type TargetUse } from './use-queries'
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
  state: 'live' | 'scheduled' | 'draft' | 'unpublished' | 'killed' | 'trashed' | 'unresolved' | 'outside'
  /** when it goes live (scheduled) or went (live) */
  at: Date | null
  /** when it then comes down, with nothing of it taking over; null: never, as far as is planned */
  until: Date | null
  createdById: string | null
  embargoed: boolean
  /** of an address outside; null for all others */
  health: Health | null
  /** the last look at that address, if there was one */
  check: LinkCheck | null
  /** where it leads by a permanent redirect: a new address to offer */
  redirectedTo: string | null
}
export type LinkCheck = { at: Date; status: number | null; problem: Problem | null }

type TargetRowNow = Omit<TargetView, 'health' | 'check'> & { checkedAt: Date | null; status: number | null; problem: Problem | null; failures: number | null }

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
  const rows = await reads.$queryRaw<TargetRowNow[]>`
    WITH clock AS (SELECT coalesce(${at}::timestamptz, clock_timestamp()) AS t), wanted AS (${wanted})
    SELECT lt.asked AS "targetId", lt.id AS "survivorId", lt.kind, lt.article_id AS "articleId", lt.url,
           CASE WHEN lt.kind = 'article' THEN coalesce(live.headline, a.headline) ELSE lt.title END AS title, lt.title_key AS "titleKey",
           CASE WHEN lt.kind = 'url' THEN 'outside' WHEN lt.kind = 'title' THEN 'unresolved' WHEN a.trashed_at IS NOT NULL THEN 'trashed'
                WHEN a.killed_at IS NOT NULL THEN 'killed' WHEN live.live_from IS NOT NULL THEN 'live' WHEN span.next IS NOT NULL THEN 'scheduled' WHEN span.last IS NOT NULL THEN 'unpublished' ELSE 'draft' END AS state,
           coalesce(live.live_from, span.next) AS at, span.until, a.created_by_id AS "createdById", coalesce(a.embargo_until > clock.t, false) AS embargoed,
           h.checked_at AS "checkedAt", h.status, h.problem, h.failures, h.redirected_to AS "redirectedTo"
    FROM wanted lt CROSS JOIN clock
    LEFT JOIN link_health h ON h.target_id = lt.id
    LEFT JOIN article a ON a.id = lt.article_id
    LEFT JOIN LATERAL (SELECT r.headline, p.live_from FROM publication p JOIN revision r ON r.id = p.revision_id
      WHERE p.article_id = a.id AND p.live_from <= clock.t AND (p.live_until IS NULL OR clock.t < p.live_until)) live ON true
    LEFT JOIN LATERAL (SELECT min(p.live_from) FILTER (WHERE p.live_from > clock.t) AS next, max(p.live_from) FILTER (WHERE p.live_from <= clock.t) AS last,
        min(p.live_until) FILTER (WHERE p.live_until > clock.t AND NOT EXISTS (SELECT FROM publication q WHERE q.article_id = p.article_id AND q.live_from = p.live_until)) AS until
      FROM publication p WHERE p.article_id = a.id) span ON true`
  return rows.map(withHealth)
}

function withHealth({ checkedAt, status, problem, failures, ...view }: TargetRowNow): TargetView {
  const health = view.kind === 'url' ? healthOf({ checkedAt, problem, failures: failures ?? 0 }) : null
  return { ...view, health, check: health && checkedAt && { at: checkedAt, status, problem } }
}

export type Replacement = { id: string; identity: string; by: LinkInput | null }

/** Links as given that have target rows: the row's id, and what it was merged into (`by`), if it was. */
export async function findReplacements(links: readonly LinkInput[], reads: Reads = db): Promise<Replacement[]> {
  const urls = links.flatMap((link) => (link.kind === 'url' ? [link.url] : []))
  const titles = links.flatMap((link) => (link.kind === 'title' ? [link.title] : []))
  if (urls.length + titles.length === 0) return []
  // only what is asked for: half a union with nothing to find still costs
  const halves = [
    ...(urls.length > 0 ? [Prisma.sql`SELECT * FROM link_target WHERE kind = 'url' AND md5(url) = ANY(${urls.map(md5)}::text[])`] : []),
    ...(titles.length > 0 ? [Prisma.sql`SELECT * FROM link_target WHERE kind = 'title' AND md5(title) = ANY(${titles.map(md5)}::text[])`] : []),
  ]
  const rows = await reads.$queryRaw<(TargetRow & { id: string; by: TargetRow | null })[]>`
    SELECT t.id, t.kind::text, t.url, t.title, t.article_id AS "articleId",
      CASE WHEN s.id IS NOT NULL THEN json_build_object('kind', s.kind, 'url', s.url, 'title', s.title, 'articleId', s.article_id) END AS by
    FROM (${Prisma.join(halves, ' UNION ALL ')}) t
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

export type DeskTarget = Figures & Pick<TargetView, 'kind' | 'articleId' | 'url' | 'title' | 'state' | 'at' | 'health' | 'redirectedTo'>
type Asked = Partial<At>

/** The links desk's list, a page of at most 100: targets that are not merged, without those of articles that the actor may not read. `isCut`: more have the word than were looked at. */
export async function findDeskTargets(actor: Actor, filter: DeskFilter, { reads = db, at = null }: Asked = {}): Promise<{ rows: DeskTarget[]; next: string | null; isCut: boolean }> {
  const { ids, ...rest } = await selectTargets(actor, filter, { reads, at })
  return { rows: await describeTargets(actor, ids, { reads, at }), ...rest }
}

/** Targets as the desk shows them, in the order of their ids given, live articles counted to `counted`; what the actor may not read is left out. */
export async function describeTargets(actor: Actor, ids: readonly string[], { reads = db, at = null, counted }: Asked & { counted?: number } = {}): Promise<DeskTarget[]> {
  if (ids.length === 0) return []
  const [views, figures] = [await viewsOf(ids, { reads, at }), new Map((await selectFigures(ids, { reads, at }, counted)).map((row) => [row.id, row]))]
  return ids.flatMap((id) => {
    const [view, row] = [views.get(id), figures.get(id)]
    return view && row && maySee(actor, view) ? [{ ...row, kind: view.kind, articleId: view.articleId, url: view.url, title: view.title, state: view.state, at: view.at, health: view.health, redirectedTo: view.redirectedTo }] : []
  })
}

async function viewsOf(ids: readonly string[], { reads, at }: At, by: 'target' | 'article' = 'target'): Promise<Map<string, TargetView>> {
  return new Map((await findTargetViews(ids, { reads, at: at ?? undefined, by })).map((view) => [by === 'article' ? view.articleId! : view.targetId!, view]))
}

const maySee = (actor: Actor, view: TargetView): boolean => !view.embargoed || isEditor(actor) || view.createdById === actor.userId

/** Where a change would be felt: `double` names the block that the article would then have twice. */
export type EffectRow = { articleId: string; headline: string; state: TargetView['state']; live: boolean; self: boolean; double: string | null }
export type ChangeEffect = {
  /** articles outside the trash whose draft names it */
  drafts: number
  /** published articles that name it */
  live: number
  /** articles that would lead to the same twice, and to themselves: readers see no second one, and none to itself */
  doubles: number
  selfs: number
  /** at most 20, those to look at first */
  rows: EffectRow[]
}

/** What it would mean to lead a target to another. For editors, who may read everything. */
export async function findChangeEffect(planned: Planned, { reads = db, at = null }: Asked = {}): Promise<ChangeEffect> {
  const felt = await selectFelt(planned, { reads, at })
  const views = await viewsOf(felt.map((row) => row.articleId), { reads, at }, 'article')
  const [into] = planned.intoId ? await findTargetViews([planned.intoId], { reads }) : []
  const { drafts = 0, lives: live = 0, doubles = 0, selfs = 0 } = felt[0] ?? {}
  const rows = felt.map(({ articleId, live, self, double }): EffectRow => {
    const { title, state } = views.get(articleId)!
    return { articleId, headline: title ?? '', state, live, self, double: double === '' ? (into?.title ?? into?.url ?? '') : double }
  })
  return { drafts, live, doubles, selfs, rows }
}

export type UsingArticle = { articleId: string; headline: string; state: TargetView['state']; at: Date | null; uses: TargetUse[] }

/** Where a target is used, as `selectUsing` finds it, 50 articles at a time; `before` is the `next` of the page before. */
export async function findTargetUses(actor: Actor, targetId: string, { before, reads = db, at = null }: Asked & { before?: string } = {}): Promise<{ rows: UsingArticle[]; next: string | null }> {
  const found = await selectUsing(targetId, before, { reads, at })
  const page = found.slice(0, PAGE)
  const views = await viewsOf(page.map((row) => row.articleId), { reads, at }, 'article')
  const rows = page.flatMap(({ articleId, uses }): UsingArticle[] => {
    const view = views.get(articleId)!
    return maySee(actor, view) ? [{ articleId, headline: view.title ?? '', state: view.state, at: view.at, uses }] : []
  })
  return { rows, next: found.length > PAGE ? page.at(-1)!.articleId : null }
}
