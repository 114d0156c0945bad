// How many articles name a target is stored, so that a desk of a million targets can be sorted by it; the night recounts.
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

/**
 * A draft named the targets `was` and names `is`: the survivors that only one of the two leads to count one article less or
 * more. Takes the targets' rows first, in order, so that a merge at the same time is seen whole or not at all.
 */
export async function moveUseCounts(tx: Tx, { articleId, was, is, now }: { articleId: string; was: readonly string[]; is: readonly string[]; now: Date }): Promise<void> {
  const changed = [...was.filter((id) => !is.includes(id)), ...is.filter((id) => !was.includes(id))]
  if (changed.length === 0) return
  await lockTargets(tx, changed)
  await tx.$executeRaw`
    WITH was AS (SELECT DISTINCT coalesce(t.merged_into_id, t.id) AS id FROM link_target t WHERE t.id = ANY(${[...was]}::uuid[])),
      now_named AS (SELECT DISTINCT coalesce(t.merged_into_id, t.id) AS id FROM link_target t WHERE t.id = ANY(${[...is]}::uuid[])),
      step AS (SELECT id, -1 AS by FROM was EXCEPT SELECT id, -1 FROM now_named UNION ALL (SELECT id, 1 FROM now_named EXCEPT SELECT id, 1 FROM was))
    UPDATE link_target s SET use_count = s.use_count + step.by, last_used_at = CASE WHEN step.by > 0 THEN ${now} ELSE s.last_used_at END
    FROM step WHERE s.id = step.id AND EXISTS (SELECT FROM article a WHERE a.id = ${articleId}::uuid AND a.trashed_at IS NULL)`
}

/** An article went to the trash (`by` -1) or came back (1): the targets of its draft count one article less or more. */
export async function countTrashed(tx: Tx, { articleId, by }: { articleId: string; by: 1 | -1 }): Promise<void> {
  const uses = await tx.linkUse.findMany({ where: { articleId, revisionId: null }, distinct: ['targetId'], select: { targetId: true } })
  const ids = uses.map((use) => use.targetId)
  await lockTargets(tx, ids)
  await tx.$executeRaw`
    UPDATE link_target s SET use_count = s.use_count + ${by}
    WHERE s.id IN (SELECT coalesce(t.merged_into_id, t.id) FROM link_target t WHERE t.id = ANY(${ids}::uuid[]))`
}

/** Locks targets and those that they lead to until the transaction ends; in the order of ids, against deadlocks. */
export async function lockTargets(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...ids]
  // Twice: a merge that we waited for may have led one of them elsewhere.
  for (let look = 0; look < 2; look += 1)
    await tx.$executeRaw`
      SELECT id FROM link_target WHERE id = ANY(${wanted}::uuid[]) OR id IN (SELECT merged_into_id FROM link_target WHERE id = ANY(${wanted}::uuid[])) ORDER BY id FOR NO KEY UPDATE`
}

/** Counts again from the index, for these survivors or (null) for all targets; answers how many counts were wrong. */
export async function recountUses(tx: Tx, ids: readonly string[] | null = null): Promise<number> {
  const of = (ids: Prisma.Sql | null, condition: (ids: Prisma.Sql) => Prisma.Sql): Prisma.Sql => (ids ? condition(ids) : Prisma.sql`true`)
  const list = ids && Prisma.sql`${[...ids]}::uuid[]`
  return tx.$executeRaw`
    WITH counted AS (
      SELECT coalesce(t.merged_into_id, t.id) AS id, count(DISTINCT u.article_id)::int AS count
      FROM link_target t JOIN link_use u ON u.target_id = t.id AND u.revision_id IS NULL JOIN article a ON a.id = u.article_id AND a.trashed_at IS NULL
      WHERE ${of(list, (x) => Prisma.sql`(t.id = ANY(${x}) OR t.merged_into_id = ANY(${x}))`)} GROUP BY 1)
    UPDATE link_target s SET use_count = coalesce(c.count, 0)
    FROM link_target x LEFT JOIN counted c ON c.id = x.id
    WHERE s.id = x.id AND ${of(list, (y) => Prisma.sql`x.id = ANY(${y})`)} AND s.use_count <> coalesce(c.count, 0)`
}
