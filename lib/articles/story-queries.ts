import 'server-only'
import { type Actor, isEditor } from '@/lib/auth/model'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { type ArticleState, compareStories, type StoryKind, stateAt, storyOf } from './model'

export type NearDuplicate = {
  id: string
  headline: string
  kind: StoryKind
  /** whole percent of this article's words that stand in the other too */
  share: number
  state: ArticleState
  /** first live, planned to be, or last changed, as its state asks */
  at: Date
}
export type UpdateOf = { id: string; headline: string }

const DAYS = 90
/** the best by shared bands; their texts are read and compared */
const MOST_COMPARED = 50
const MOST_SHOWN = 5

/** Articles changed or first live within 90 days, in no trash and readable for the actor, whose text is nearly this one's; the most alike first, at most 5. */
export async function findNearDuplicates(actor: Actor, articleId: string, reads: Reads = db, at?: Date): Promise<NearDuplicate[]> {
  const now = at ?? (await databaseNow(reads))
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const hidden = isEditor(actor) ? Prisma.empty : Prisma.sql`AND (a.embargo_until IS NULL OR a.embargo_until <= ${now} OR a.created_by_id = ${actor.userId}::uuid)`
  const recent = Prisma.sql`AND (a.changed_at >= ${since} OR EXISTS (SELECT 1 FROM publication p WHERE p.article_id = a.id AND p.listed_at >= ${since} AND p.live_from <= ${now}))`
  const found = (await findAlike(articleId, Prisma.sql`${hidden} ${recent}`, reads)).slice(0, MOST_SHOWN)
  const rows = await reads.article.findMany({
    where: { id: { in: found.map(({ id }) => id) } }, take: MOST_SHOWN,
    select: { id: true, headline: true, trashedAt: true, changedAt: true, publications: { orderBy: { liveFrom: 'asc' }, select: { liveFrom: true, liveUntil: true } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id, kind, share }) => {
    const row = byId.get(id)
    return row ? [{ id, headline: row.headline, kind, share, ...standing(row, now) }] : []
  })
}

type Row = { trashedAt: Date | null; changedAt: Date; publications: { liveFrom: Date; liveUntil: Date | null }[] }
function standing({ trashedAt, changedAt, publications }: Row, now: Date): { state: ArticleState; at: Date } {
  const state = stateAt(publications, trashedAt, now)
  if (state === 'live') return { state, at: publications[0]!.liveFrom }
  return { state, at: state === 'scheduled' ? publications.find(({ liveFrom }) => liveFrom > now)!.liveFrom : changedAt }
}

/** Ids of the articles outside the trash, whatever their age and whoever may read them, whose text is nearly this one's; at most 50. */
export async function findNearDuplicateIds(articleId: string, reads: Reads = db): Promise<string[]> {
  return (await findAlike(articleId, Prisma.empty, reads)).map(({ id }) => id)
}

type Alike = { id: string; kind: StoryKind; share: number; jaccard: number; containment: number }

/** Candidates share a band; those that are alike, the most alike first. */
async function findAlike(articleId: string, more: Prisma.Sql, reads: Reads): Promise<Alike[]> {
  const mine = await reads.article.findUnique({ where: { id: articleId }, select: { headline: true, plainText: true, signature: { select: { bands: true } } } })
  const bands = mine?.signature?.bands ?? []
  if (!mine || bands.length === 0) return []
  const candidates = await reads.$queryRaw<{ id: string; headline: string; plainText: string }[]>`
    WITH near AS MATERIALIZED (
      SELECT s.article_id, (SELECT count(*) FROM unnest(s.bands) band WHERE band = ANY(${bands}::int[])) AS shared
      FROM article_signature s WHERE s.bands && ${bands}::int[]),
    best AS (
      SELECT a.id, near.shared FROM near JOIN article a ON a.id = near.article_id
      WHERE a.id <> ${articleId}::uuid AND a.trashed_at IS NULL ${more} ORDER BY near.shared DESC, a.changed_at DESC LIMIT ${MOST_COMPARED})
    SELECT a.id, a.headline, a.plain_text AS "plainText" FROM best JOIN article a ON a.id = best.id ORDER BY best.shared DESC`
  const story = storyOf(storyText(mine))
  return candidates
    .flatMap((row): Alike[] => {
      const { kind, ...compared } = compareStories(story, storyOf(storyText(row)))
      return kind ? [{ id: row.id, kind, ...compared }] : []
    })
    .sort((a, b) => b.jaccard - a.jaccard || b.containment - a.containment)
}

/** Standfirst and body of `plain_text`, whose first line or lines are the headline. */
const storyText = ({ headline, plainText }: { headline: string; plainText: string }): string => plainText.slice(headline.length + 1)

/** The article that this one was said to be an update of; null when there is none, or the actor may not read it. */
export async function findUpdateOf(actor: Actor, articleId: string, reads: Reads = db): Promise<UpdateOf | null> {
  const now = await databaseNow(reads)
  const row = await reads.article.findUnique({ where: { id: articleId }, select: { updateOf: { select: { id: true, headline: true, embargoUntil: true, createdById: true } } } })
  if (!row?.updateOf) return null
  const { id, headline, embargoUntil, createdById } = row.updateOf
  return isEditor(actor) || createdById === actor.userId || embargoUntil === null || embargoUntil <= now ? { id, headline } : null
}
