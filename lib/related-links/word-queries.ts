import 'server-only'
import type { Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

/** Of titles and addresses, and of headlines, so many are looked up. */
const HITS = 1_000
type Hits = { ids: string[]; isCut: boolean }

/**
 * Targets that have all words of `q`, or words that begin so; where there are none, those that have its letters in a row
 * (`like` is its pattern). `isCut`: more have them than were looked at. Headlines count for their articles' targets, what was merged for the survivor.
 */
export async function findHits(q: string, like: string, reads: Reads): Promise<Hits> {
  // Hidden from the planner, which would read a whole table for a word that it takes for common.
  const words = Prisma.sql`@@ (SELECT headline_query(${q}))`
  const hits = await lookUp(reads, Prisma.sql`x.words ${words}`, Prisma.sql`a.headline_words ${words}`)
  return hits.ids.length > 0 ? hits : lookUp(reads, Prisma.sql`lower(coalesce(x.title, x.url)) LIKE ${like}`, Prisma.sql`lower(a.headline) LIKE ${like}`)
}

async function lookUp(reads: Reads, target: Prisma.Sql, article: Prisma.Sql): Promise<Hits> {
  const [hits] = await reads.$queryRaw<{ ids: string[]; most: number }[]>`
    WITH headlines AS MATERIALIZED (SELECT a.id FROM article a WHERE ${article} LIMIT ${HITS}),
    words AS MATERIALIZED (SELECT coalesce(x.merged_into_id, x.id) AS id FROM link_target x WHERE x.kind <> 'article' AND ${target} LIMIT ${HITS})
    SELECT greatest((SELECT count(*) FROM headlines), (SELECT count(*) FROM words))::int AS most, ARRAY(
      SELECT id FROM words UNION SELECT x.id FROM headlines h CROSS JOIN LATERAL (
        SELECT coalesce(x.merged_into_id, x.id) AS id FROM link_target x WHERE x.article_id = h.id AND x.kind = 'article' OFFSET 0) x) AS ids`
  return { ids: hits!.ids, isCut: hits!.most === HITS }
}
