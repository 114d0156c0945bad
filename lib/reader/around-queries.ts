import 'server-only'
import type { Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Around, Step } from './model'
import { findDueInPlaces } from './place-queries'

const LATEST = 4

export type AroundAnswer = { around: Around; dependsOn: string[]; due: Date | null }
type Row = Step & { place: 'previous' | 'next' | 'latest' }

/** What an article's section has before and after it, and newest, without advertisements. It ends when anything goes out or down in the section. */
export async function findAround({ articleId, listedAt, sectionId }: { articleId: string; listedAt: Date; sectionId: string }, now: Date, reads: Reads): Promise<AroundAnswer> {
  const sections = await reads.tag.findMany({ where: { OR: [{ id: sectionId }, { mergedIntoId: sectionId }] }, select: { id: true } })
  const ids = sections.map(({ id }) => id)
  const own = Prisma.sql`(${listedAt}::timestamptz, ${articleId}::uuid)`
  const place = (name: Row['place'], where: Prisma.Sql, order: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
    (SELECT ${name} AS place, near.* FROM unnest(${ids}::uuid[]) AS section(id) CROSS JOIN LATERAL (
      SELECT e.listed_at, e.article_id, p.revision_id FROM search_entry e JOIN publication p ON p.id = e.publication_id
      WHERE e.section_id = section.id AND e.listed_at <= ${now} AND e.label <> 'annons' AND ${where} AND p.live_from <= ${now} AND (p.live_until IS NULL OR ${now} < p.live_until)
        AND p.article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL OR killed_at IS NOT NULL)
      ORDER BY ${order} LIMIT ${limit}) AS near ORDER BY ${order} LIMIT ${limit})`
  const [older, newer] = [Prisma.sql`listed_at DESC, article_id DESC`, Prisma.sql`listed_at, article_id`]
  const [rows, due] = await Promise.all([
    reads.$queryRaw<Row[]>`
      SELECT near.place, r.slug, coalesce(nullif(r.short_headline, ''), r.headline) AS headline FROM (
        ${place('previous', Prisma.sql`(e.listed_at, e.article_id) < ${own}`, older, 1)} UNION ALL ${place('next', Prisma.sql`(e.listed_at, e.article_id) > ${own}`, newer, 1)}
        UNION ALL ${place('latest', Prisma.sql`e.article_id <> ${articleId}::uuid`, older, LATEST)}) AS near
      JOIN revision r ON r.id = near.revision_id ORDER BY near.listed_at DESC, near.article_id DESC`,
    findDueInPlaces(ids, now, reads),
  ])
  const at = (wanted: Row['place']): Step[] => rows.flatMap(({ place: each, ...step }) => (each === wanted ? [step] : []))
  return { around: { previous: at('previous')[0] ?? null, next: at('next')[0] ?? null, latest: at('latest') }, dependsOn: ids.map((id) => `tag:${id}`), due }
}
