import 'server-only'
import { can } from '@/lib/articles/policy'
import { findLacking } from '@/lib/articles/queries'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { CalendarKind } from './schema'

/**
 * What happens to an article at an instant. `planId` names the plan that begins (none for what has begun); an end is named by
 * its instant. `mayMove`: it lies ahead and the actor may put it elsewhere.
 */
export type CalendarEntry = {
  kind: CalendarKind; articleId: string; planId: string | null; at: Date; zone: string | null; headline: string; section: string | null
  /** which of the days, from 0 */
  day: number
  mayMove: boolean
  /** a planned text without what was put right in what is live */
  lacksCorrection: boolean
}
/** `bounds`: the first instants of the days and the end of the last; `authorId`: a byline's. */
export type CalendarQuestion = { bounds: readonly Date[]; perDay: number; sectionId?: string; tagId?: string; authorId?: string }
/** `totals`: how many there are on each day, shown or not. */
export type Calendar = { entries: CalendarEntry[]; totals: number[] }

type Row = Omit<CalendarEntry, 'mayMove' | 'lacksCorrection'> & { revisionId: string | null; total: number; isAhead: boolean; now: Date }

/** What goes live, changes, comes down and is free of its embargo on these days: so many of each day, by time. What the actor may not read is not in it. */
export async function findCalendar(actor: Actor, { bounds, perDay, ...filter }: CalendarQuestion, at?: Date): Promise<Calendar> {
  const [from, to] = [bounds[0]!, bounds.at(-1)!]
  const rows = await db.$queryRaw<Row[]>`
    WITH clock AS MATERIALIZED (SELECT coalesce(${at ?? null}::timestamptz, clock_timestamp()) AS t),
    begun AS (
      SELECT p.*, EXISTS (SELECT FROM publication q WHERE q.article_id = p.article_id AND q.live_until = p.live_from) AS takes_over
      FROM publication p WHERE p.live_from >= ${from} AND p.live_from < ${to}),
    entry AS (
      SELECT CASE WHEN takes_over THEN 'changes' ELSE 'begins' END AS kind, article_id, id AS plan_id, revision_id, live_from AS at, zone
        FROM begun, clock WHERE live_from > clock.t OR NOT takes_over
      UNION ALL SELECT 'ends', p.article_id, NULL, p.revision_id, p.live_until, NULL
        FROM publication p WHERE p.live_until >= ${from} AND p.live_until < ${to}
          AND NOT EXISTS (SELECT FROM publication q WHERE q.article_id = p.article_id AND q.live_from = p.live_until)
      UNION ALL SELECT 'embargo', a.id, NULL, NULL, a.embargo_until, NULL
        FROM article a, clock WHERE a.embargo_until >= ${from} AND a.embargo_until < ${to} AND a.embargo_until > clock.t),
    numbered AS (
      SELECT e.*, clock.t, a.headline AS draft_headline, a.section_id AS draft_section, width_bucket(e.at, ${[...bounds]}::timestamptz[]) - 1 AS day
      FROM entry e JOIN article a ON a.id = e.article_id CROSS JOIN clock WHERE ${Prisma.join(conditions(actor, filter), ' AND ')}),
    counted AS (
      SELECT n.*, count(*) OVER (PARTITION BY n.day)::int AS total, row_number() OVER (PARTITION BY n.day ORDER BY n.at, n.article_id, n.kind) AS place FROM numbered n)
    SELECT c.kind, c.article_id AS "articleId", c.revision_id AS "revisionId", CASE WHEN c.at > c.t THEN c.plan_id END AS "planId", c.at, c.zone, c.day, c.total, c.at > c.t AS "isAhead", c.t AS now,
      coalesce(r.headline, c.draft_headline) AS headline, coalesce(m.name, s.name) AS section
    FROM counted c LEFT JOIN revision r ON r.id = c.revision_id LEFT JOIN tag s ON s.id = coalesce(r.section_id, c.draft_section) LEFT JOIN tag m ON m.id = s.merged_into_id
    WHERE c.place <= ${perDay} ORDER BY c.at, c.article_id, c.kind`
  const totals = bounds.slice(1).map((_, day) => rows.find((row) => row.day === day)?.total ?? 0)
  const lacking = await findLacking(rows.flatMap(({ articleId, revisionId, planId }) => (planId && revisionId ? [{ articleId, revisionId }] : [])), rows[0]?.now ?? from)
  return { entries: rows.map((row) => present(actor, row, lacking)), totals }
}

function present(actor: Actor, { total: _total, now: _now, revisionId, isAhead, ...row }: Row, lacking: ReadonlySet<string>): CalendarEntry {
  const may = can(actor, row.kind === 'embargo' ? 'embargo' : 'publish', { createdById: '', embargoed: false, state: 'scheduled', everLive: true })
  return { ...row, mayMove: may && isAhead, lacksCorrection: row.planId !== null && revisionId !== null && lacking.has(revisionId) }
}

const tagsOf = (id: string) => Prisma.sql`(SELECT t.id FROM tag t WHERE t.id = ${id}::uuid OR t.merged_into_id = ${id}::uuid)`

function conditions(actor: Actor, { sectionId, tagId, authorId }: Omit<CalendarQuestion, 'bounds' | 'perDay'>): Prisma.Sql[] {
  const where = [Prisma.sql`a.trashed_at IS NULL AND a.killed_at IS NULL`]
  if (!isEditor(actor)) where.push(Prisma.sql`(a.embargo_until IS NULL OR a.embargo_until <= clock.t OR a.created_by_id = ${actor.userId}::uuid)`)
  if (sectionId) where.push(Prisma.sql`a.section_id IN ${tagsOf(sectionId)}`)
  if (tagId) where.push(Prisma.sql`EXISTS (SELECT FROM article_tag x WHERE x.article_id = a.id AND x.tag_id IN ${tagsOf(tagId)})`)
  if (authorId) where.push(Prisma.sql`EXISTS (SELECT FROM article_byline x WHERE x.article_id = a.id AND x.byline_id = ${authorId}::uuid)`)
  return where
}
