// The same story twice: what a text is found by goes with each save, and an editor's word links the two.
import { createHash } from 'node:crypto'
import { recordAudit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/auth/model'
import { forbidden, invalid, notFound } from '@/lib/platform/errors'
import { db, type Tx, transact } from '@/lib/platform/db'
import { storyBands, storyOf, wordsOf } from './model'
import type { Story } from './near-duplicates'
import { can } from './policy'
import { getArticleFacts } from './queries'
import { type Body, bodySchema } from './schema'

type Text = { standfirst: string; body: Body }
const BATCH = 100

/** What a draft's text is recognised by, as it is stored. */
export function signatureOf(text: Text): { wordsHash: string; bands: number[] } {
  const story = storyIn(text)
  return { wordsHash: hashOf(story), bands: storyBands(story) }
}

const storyIn = ({ standfirst, body }: Text): Story => storyOf(`${standfirst}\n${wordsOf(body)}`)
const hashOf = ({ words, prose }: Story): string => createHash('sha256').update(`${words.join(' ')}\n${prose.join(' ')}`).digest('base64url')

/** Makes the signature of a draft's text, unless it has that of these very words. */
export async function signStory(tx: Tx, articleId: string, text: Text): Promise<void> {
  const story = storyIn(text)
  const wordsHash = hashOf(story)
  const signed = await tx.articleSignature.findUnique({ where: { articleId }, select: { wordsHash: true } })
  if (signed?.wordsHash === wordsHash) return
  await tx.$executeRaw`
    INSERT INTO article_signature (article_id, words_hash, bands) VALUES (${articleId}::uuid, ${wordsHash}, ${storyBands(story)}::int[])
    ON CONFLICT (article_id) DO UPDATE SET words_hash = excluded.words_hash, bands = excluded.bands`
}

/** Signs the articles that have no signature yet: those of before there were any, or all when a new way of signing has emptied the table. */
export async function signUnsigned(): Promise<number> {
  for (let signed = 0; ; ) {
    const rows = await db.article.findMany({ where: { signature: null }, orderBy: { id: 'asc' }, take: BATCH, select: { id: true, standfirst: true, body: true } })
    if (rows.length === 0) return signed
    await transact({ timeout: 120_000 }, async (tx) => {
      // a save that signed one meanwhile is newer than what was read
      for (const { id, standfirst, body } of rows) if (!(await tx.articleSignature.count({ where: { articleId: id } }))) await signStory(tx, id, { standfirst, body: bodySchema.parse(body) })
    })
    signed += rows.length
  }
}

type Link = { actor: Actor; articleId: string; updateOfId: string | null; now?: Date }

/** Says that an article is an update of another, or (null) of none. INVALID for itself, for one that is an update of it, and for what the actor may not read. */
export async function setUpdateOf({ actor, articleId, updateOfId, now: given }: Link): Promise<void> {
  await transact({ now: given, lock: `article:${articleId}` }, async (tx, now) => {
    const facts = await getArticleFacts(articleId, now, tx)
    if (!can(actor, 'read', facts)) throw notFound()
    if (!can(actor, 'edit', facts)) throw forbidden()
    const before = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { headline: true, updateOfId: true, updateOf: { select: { headline: true } } } })
    if (before.updateOfId === updateOfId) return
    const of = updateOfId === null ? before.updateOf! : await checkOriginal(tx, { actor, articleId, updateOfId, now })
    await tx.article.update({ where: { id: articleId }, data: { updateOfId }, select: { id: true } })
    const details = { headline: before.headline, of: of.headline }
    await recordAudit(tx, { actorId: actor.userId, action: updateOfId ? 'article.updateOf' : 'article.notUpdateOf', subject: { kind: 'article', id: articleId }, details, now })
  })
}

async function checkOriginal(tx: Tx, { actor, articleId, updateOfId, now }: Link & { updateOfId: string; now: Date }): Promise<{ headline: string }> {
  // Two at once could make a ring of updates.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('article updates', 0))`
  const facts = await getArticleFacts(updateOfId, now, tx).catch(() => null)
  if (!facts || !can(actor, 'read', facts) || facts.state === 'trashed') throw invalid('updateUnknown')
  const ring = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE older AS (
      SELECT a.id, a.update_of_id FROM article a WHERE a.id = ${updateOfId}::uuid
      UNION SELECT a.id, a.update_of_id FROM older JOIN article a ON a.id = older.update_of_id)
    SELECT id FROM older WHERE id = ${articleId}::uuid`
  if (ring.length > 0) throw invalid('updateOfItself')
  return tx.article.findUniqueOrThrow({ where: { id: updateOfId }, select: { headline: true } })
}
