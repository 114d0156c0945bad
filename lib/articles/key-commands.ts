// What an article is found by is computed here and stored with each save: all of it made again after the rule has changed.
import { type Tx, transact } from '@/lib/platform/db'
import { countDifferent, type OnBatch, recomputeAll, type Recomputed, type Recomputing } from '@/lib/platform/recompute'
import { findingKeys } from './draft-commands'
import { bodySchema } from './schema'
import { signatureOf } from './story-commands'

const BATCH = 100

type Found = { titleKey: string; plainText: string; wordsHash: string | null; bands: number[] | null }
type Row = Found & { id: string; headline: string; standfirst: string; body: unknown }

/** Makes title keys, searched words and signatures of all drafts again. Each batch's rows wait for no save longer than it takes. */
export const recomputeArticleKeys = (onBatch?: OnBatch): Promise<Recomputed> => recomputeAll((after) => transact({ timeout: 120_000 }, (tx) => recomputeBatch(tx, after)), onBatch)

async function recomputeBatch(tx: Tx, after: string): Promise<Recomputing | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.headline, a.standfirst, a.body, a.title_key AS "titleKey", a.plain_text AS "plainText", g.words_hash AS "wordsHash", g.bands
    FROM article a LEFT JOIN article_signature g ON g.article_id = a.id WHERE a.id > ${after}::uuid ORDER BY a.id LIMIT ${BATCH} FOR NO KEY UPDATE OF a`
  if (rows.length === 0) return null
  const pairs = rows.map(({ id, headline, standfirst, body: stored, titleKey, plainText, wordsHash, bands }) => {
    const draft = { headline, standfirst, body: bodySchema.parse(stored) }
    return { id, was: { titleKey, plainText, wordsHash, bands }, is: { ...findingKeys(draft), ...signatureOf(draft) } as Found }
  })
  const wrong = pairs.filter(({ was, is }) => Object.keys(countDifferent([{ was, is }])).length > 0)
  if (wrong.length > 0) await store(tx, wrong)
  return { last: rows.at(-1)!.id, seen: rows.length, changed: countDifferent(wrong) }
}

async function store(tx: Tx, wrong: readonly { id: string; is: Found }[]): Promise<void> {
  const ids = wrong.map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE article a SET title_key = n.title_key, plain_text = n.plain_text
    FROM unnest(${ids}::uuid[], ${wrong.map(({ is }) => is.titleKey)}::text[], ${wrong.map(({ is }) => is.plainText)}::text[]) AS n(id, title_key, plain_text)
    WHERE a.id = n.id AND (a.title_key, a.plain_text) IS DISTINCT FROM (n.title_key, n.plain_text)`
  await tx.articleSignature.deleteMany({ where: { articleId: { in: ids } } })
  await tx.articleSignature.createMany({ data: wrong.map(({ id, is }) => ({ articleId: id, wordsHash: is.wordsHash!, bands: is.bands! })) })
}
