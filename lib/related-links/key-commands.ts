// Keys are computed here and stored, so a changed rule leaves old ones behind: all of them made again.
import { type Tx, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { countDifferent, type OnBatch, recomputeAll, type Recomputed, type Recomputing } from '@/lib/platform/recompute'
import { markAll } from './marker-commands'
import { titleKey, urlKey, weakUrlKey } from './model'

const BATCH = 1_000
const RULINGS = 10_000

type Keys = { urlKey: string | null; weakUrlKey: string | null; titleKey: string | null }
type Target = Keys & { id: string; kind: string; url: string | null; title: string | null }
type Moved = { id: string; was: Keys; is: Keys }

/** The keys that a target's row has by the rule of now. */
export const keysOfTarget = ({ url, title }: Pick<Target, 'url' | 'title'>): Keys => ({
  urlKey: url === null ? null : urlKey(url), weakUrlKey: url === null ? null : weakUrlKey(url), titleKey: title === null ? null : titleKey(title),
})

/** Makes the keys of all targets again, moves editors' rulings to the new ones, and marks anew which targets have a twin. */
export async function recomputeTargetKeys(onBatch?: OnBatch): Promise<Recomputed> {
  const done = await recomputeAll((after) => transact({ timeout: 120_000 }, (tx) => recomputeBatch(tx, after)), onBatch)
  const markers = await transact({ timeout: 600_000 }, markAll)
  return { seen: done.seen, changed: { ...done.changed, ...(markers > 0 && { markers }) } }
}

async function recomputeBatch(tx: Tx, after: string): Promise<Recomputing | null> {
  const rows = await tx.$queryRaw<Target[]>`
    SELECT id, kind::text, url, title, url_key AS "urlKey", weak_url_key AS "weakUrlKey", title_key AS "titleKey"
    FROM link_target WHERE id > ${after}::uuid ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE`
  if (rows.length === 0) return null
  const pairs = rows.filter(({ kind }) => kind !== 'article').map((row): Moved => ({ id: row.id, was: { urlKey: row.urlKey, weakUrlKey: row.weakUrlKey, titleKey: row.titleKey }, is: keysOfTarget(row) }))
  const moved = pairs.filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
  const rulings = moved.length > 0 ? await store(tx, moved) : 0
  return { last: rows.at(-1)!.id, seen: rows.length, changed: { ...countDifferent(moved), ...(rulings > 0 && { rulings }) } }
}

/** Answers how many rulings went along. */
async function store(tx: Tx, moved: readonly Moved[]): Promise<number> {
  await tx.$executeRaw`
    UPDATE link_target t SET url_key = n.url_key, weak_url_key = n.weak, title_key = n.title_key
    FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ is }) => is.urlKey)}::text[], ${moved.map(({ is }) => is.weakUrlKey)}::text[], ${moved.map(({ is }) => is.titleKey)}::text[]) AS n(id, url_key, weak, title_key)
    WHERE t.id = n.id`
  await notifyCacheTags(tx, moved.map(({ id }) => `target:${id}`))
  return moveRulings(tx, moved)
}

/** As `linkKey` has it. */
const rulingKey = ({ urlKey, titleKey }: Keys): string => (titleKey === null ? `url:${urlKey}` : `title:${titleKey}`)

/** A ruling names its two links by their keys: in the articles that name a moved target, the old key becomes the new one. */
async function moveRulings(tx: Tx, moved: readonly Moved[]): Promise<number> {
  const renamed = new Map(moved.map(({ was, is }) => [rulingKey(was), rulingKey(is)]))
  const names = [...renamed.keys()]
  const felt = await tx.linkRuling.findMany({
    where: { article: { linkUses: { some: { targetId: { in: moved.map(({ id }) => id) } } } }, OR: [{ keyA: { in: names } }, { keyB: { in: names } }] },
    select: { id: true, keyA: true, keyB: true }, take: RULINGS,
  })
  const keys = felt.map(({ keyA, keyB }) => [renamed.get(keyA) ?? keyA, renamed.get(keyB) ?? keyB].sort())
  return tx.$executeRaw`
    UPDATE link_ruling r SET key_a = n.a, key_b = n.b
    FROM unnest(${felt.map(({ id }) => id)}::uuid[], ${keys.map(([a]) => a)}::text[], ${keys.map(([, b]) => b)}::text[]) AS n(id, a, b)
    WHERE r.id = n.id AND NOT EXISTS (SELECT FROM link_ruling o WHERE o.article_id = r.article_id AND o.key_a = n.a AND o.key_b = n.b)`
}
