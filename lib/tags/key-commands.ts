import { type Tx, transact } from '@/lib/platform/db'
import { type OnBatch, recomputeAll, type Recomputed, type Recomputing } from '@/lib/platform/recompute'
import { normalizeName } from './model'

const BATCH = 1_000

/** Makes the names that tags are compared by again. One that another tag has by now stays as it was, counted as `taken`: an editor merges the two. */
export const recomputeTagNames = (onBatch?: OnBatch): Promise<Recomputed> => recomputeAll((after) => transact({ lock: 'tags', timeout: 120_000 }, (tx) => recomputeBatch(tx, after)), onBatch)

async function recomputeBatch(tx: Tx, after: string): Promise<Recomputing | null> {
  const rows = await tx.tag.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH, select: { id: true, kind: true, name: true, normalizedName: true } })
  if (rows.length === 0) return null
  const pairs = rows.map(({ id, kind, name, normalizedName }) => ({ id, kind, was: { normalizedName }, is: { normalizedName: normalizeName(name) } }))
  const wrong = pairs.filter(({ was, is }) => was.normalizedName !== is.normalizedName)
  // of two that become the same the first
  const wanted = [...new Map([...wrong].reverse().map((pair) => [`${pair.kind} ${pair.is.normalizedName}`, pair])).values()]
  const stored = wanted.length === 0 ? 0 : await tx.$executeRaw`
    UPDATE tag t SET normalized_name = n.name FROM unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ is }) => is.normalizedName)}::text[]) AS n(id, name)
    WHERE t.id = n.id AND NOT EXISTS (SELECT FROM tag o WHERE o.kind = t.kind AND o.normalized_name = n.name AND o.id <> t.id AND o.merged_into_id IS NULL)`
  const taken = wrong.length - stored
  return { last: rows.at(-1)!.id, seen: rows.length, changed: { ...(stored > 0 && { normalizedName: stored }), ...(taken > 0 && { taken }) } }
}
