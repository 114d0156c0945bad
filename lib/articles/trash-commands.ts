// The trash keeps 30 days; after that, what no reader ever saw and nothing names is gone for good.
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { forbidden, notFound } from '@/lib/platform/errors'
import { db, type Tx, transact } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { countTrashed, forgetArticle } from '@/lib/related-links/commands'
import { Prisma } from '@/prisma/generated/client'
import { type ArticleState, TRASH_DAYS } from './model'
import { can } from './policy'
import { getArticleFacts } from './queries'
import { keepsTrashed } from './trash-queries'

type Target = { actor: Actor; articleId: string; now?: Date }
const A_NIGHT = 1_000
const IN_SIGHT: ReadonlySet<ArticleState> = new Set(['live', 'scheduled'])

/** To the trash: out of lists and search, restorable. FORBIDDEN while live or planned. */
export const trashArticle = (input: Target): Promise<void> => setTrashed({ ...input, verb: 'trash' })

/** Back from the trash, as it was. */
export const restoreArticle = (input: Target): Promise<void> => setTrashed({ ...input, verb: 'restore' })

async function setTrashed({ actor, articleId, now: given, verb }: Target & { verb: 'trash' | 'restore' }): Promise<void> {
  await transact({ now: given, lock: `article:${articleId}` }, async (tx, now) => {
    const facts = await getArticleFacts(articleId, now, tx)
    if (!can(actor, 'read', facts)) throw notFound()
    if (!can(actor, verb, facts)) throw forbidden(IN_SIGHT.has(facts.state) ? 'trashLive' : undefined)
    const { headline } = await tx.article.update({ where: { id: articleId }, data: { trashedAt: verb === 'trash' ? now : null }, select: { headline: true } })
    await countTrashed(tx, { articleId, by: verb === 'trash' ? -1 : 1 })
    await recordAudit(tx, { actorId: actor.userId, action: `article.${verb}`, subject: { kind: 'article', id: articleId }, details: { headline }, now })
  })
}

/**
 * Deletes for good what has been in the trash for 30 days, at most 1,000 articles a night; answers how many. What was live
 * once stays, so that its addresses go on saying that it is gone, and so does what another text names. One that cannot be
 * deleted is logged and does not hold up the others.
 */
export async function deleteOldTrash(now: Date): Promise<number> {
  const old = await db.$queryRaw<{ id: string }[]>`SELECT a.id FROM article a WHERE ${isDue(now)} ORDER BY a.trashed_at LIMIT ${A_NIGHT}`
  let deleted = 0
  for (const { id } of old)
    try {
      deleted += await transact({ now, lock: `article:${id}` }, (tx) => deleteForGood(tx, id, now))
    } catch (error) {
      log.error({ err: error, articleId: id }, 'an article could not be deleted from the trash')
    }
  return deleted
}

const isDue = (now: Date) => Prisma.sql`a.trashed_at <= ${now}::timestamptz - make_interval(days => ${TRASH_DAYS}) AND (${keepsTrashed}) IS NULL`

async function deleteForGood(tx: Tx, articleId: string, now: Date): Promise<0 | 1> {
  // Nobody can begin to name it from here on.
  await tx.$executeRaw`SELECT FROM link_target WHERE kind = 'article' AND article_id = ${articleId}::uuid FOR UPDATE`
  const [article] = await tx.$queryRaw<{ headline: string }[]>`SELECT a.headline FROM article a WHERE a.id = ${articleId}::uuid AND ${isDue(now)} FOR UPDATE OF a`
  if (!article) return 0
  await forgetArticle(tx, articleId)
  await tx.revisionTag.deleteMany({ where: { revision: { articleId } } })
  await tx.revisionByline.deleteMany({ where: { revision: { articleId } } })
  await tx.revision.deleteMany({ where: { articleId } })
  await tx.articleAddress.deleteMany({ where: { articleId } })
  await tx.article.delete({ where: { id: articleId }, select: { id: true } })
  await recordAudit(tx, { actorId: null, action: 'article.delete', subject: { kind: 'article', id: articleId }, details: { headline: article.headline }, now })
  return 1
}
