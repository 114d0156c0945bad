import { setKilled } from '@/lib/articles/commands'
import type { DeskArticle } from '@/lib/articles/queries'
import { apply, change, loadFor, lockedSpans, NOTHING, type Target } from './change-commands'
import { tellTakenDown } from './mail-commands'
import { takeDown } from './model'

/**
 * Takes the article from readers at once and for good: all its addresses answer 410, with the public line if there is one,
 * and nothing brings it back but `liftKill`. The reason is kept in the audit log alone.
 */
export async function killArticle(input: Target & { reason: string; publicLine: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('kill', tx, input, now)
    const { actor, articleId, reason, publicLine } = input
    await setKilled(tx, { articleId, kill: { byId: actor.userId, publicLine }, now })
    const ended = takeDown(await lockedSpans(tx, articleId), now)
    await apply(tx, { actor, articleId, article, change: ended, action: 'article.kill', details: { reason, publicLine }, forget: true, now })
    await tellTakenDown(tx, input, now)
  })
}

/** A killed article becomes an unpublished one, which can be edited and published again. */
export async function liftKill(input: Target & { reason: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('liftKill', tx, input, now)
    await setKilled(tx, { articleId: input.articleId, kill: null, now })
    await apply(tx, { ...input, article, change: NOTHING, action: 'article.liftKill', details: { reason: input.reason }, now })
  })
}
