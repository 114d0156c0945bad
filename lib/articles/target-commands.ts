// What the links desk does with targets that are articles: found or made here, led to by lib/related-links alone.
import type { Actor } from '@/lib/auth/model'
import { forbidden, notFound } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { type Changed, ensureTargets, leadTarget, LINK_CHANGES } from '@/lib/related-links/commands'
import { can } from '@/lib/related-links/policy'
import { type Destination, linkIdentity } from '@/lib/related-links/schema'
import { resolveLinks } from './queries'

/** Makes all that names `fromId` lead to an article or an address; an own address is its article. Errors as `leadTarget`. */
export async function replaceTarget({ actor, fromId, link, now: given }: { actor: Actor; fromId: string; link: Destination; now?: Date }): Promise<Changed> {
  if (!can(actor, 'change')) throw forbidden()
  return transact({ now: given, lock: LINK_CHANGES }, async (tx, now) => leadTarget(tx, { actor, fromId, intoId: await targetOf(tx, link, now), kind: 'replace', now }))
}

/** Gives a title that has no target the article that it means. */
export async function resolveTitle({ actor, targetId, articleId, now: given }: { actor: Actor; targetId: string; articleId: string; now?: Date }): Promise<Changed> {
  if (!can(actor, 'change')) throw forbidden()
  return transact({ now: given, lock: LINK_CHANGES }, async (tx, now) =>
    leadTarget(tx, { actor, fromId: targetId, intoId: await targetOf(tx, { kind: 'article', articleId }, now), kind: 'resolve', now }),
  )
}

async function targetOf(tx: Tx, link: Destination, now: Date): Promise<string> {
  const to = (await resolveLinks([link], tx)).get(link) ?? link
  if (to.kind === 'article' && !(await tx.article.count({ where: { id: to.articleId } }))) throw notFound()
  return (await ensureTargets(tx, [to], now)).get(linkIdentity(to))!
}
