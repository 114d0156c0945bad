// What the desk does with articles from its list, one at a time.
import type { Actor } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { forbidden, invalid } from '@/lib/platform/errors'
import { transact } from '@/lib/platform/db'
import { findColleague } from '@/lib/users/queries'
import { saveDraftIn } from './draft-commands'
import { draftInputOf } from './model'
import { getDeskArticle } from './queries'
import { LIMITS } from './schema'

type Target = { actor: Actor; articleId: string; now?: Date }

/** Adds a topic to the draft, after those that it has; whoever has the text open is told that it was changed. It is no error when the draft has it. INVALID: no such topic, or too many. */
export async function tagArticle({ actor, articleId, tagId, now: given }: Target & { tagId: string }): Promise<void> {
  await transact({ now: given, lock: `article:${articleId}` }, async (tx, now) => {
    const { draft, version, may } = await getDeskArticle(actor, articleId, tx, now)
    if (!may.edit) throw forbidden()
    const tag = await tx.tag.findFirst({ where: { id: tagId, kind: 'topic' }, select: { id: true, mergedIntoId: true } })
    if (!tag) throw invalid('noLongerThere')
    const wanted = tag.mergedIntoId ?? tag.id
    if (draft.tagIds.includes(wanted)) return
    if (draft.tagIds.length >= LIMITS.tags) throw invalid('tooManyTags', { params: { most: LIMITS.tags } })
    await saveDraftIn(tx, { actor, articleId, version, draft: { ...draftInputOf(draft), tagIds: [...draft.tagIds, wanted] }, now })
  })
}

/** Takes a topic from the draft: the way back from `tagArticle`. It is no error when the draft does not have it. */
export async function untagArticle({ actor, articleId, tagId, now: given }: Target & { tagId: string }): Promise<void> {
  await transact({ now: given, lock: `article:${articleId}` }, async (tx, now) => {
    const { draft, version, may } = await getDeskArticle(actor, articleId, tx, now)
    if (!may.edit) throw forbidden()
    if (!draft.tagIds.includes(tagId)) return
    await saveDraftIn(tx, { actor, articleId, version, draft: { ...draftInputOf(draft), tagIds: draft.tagIds.filter((id) => id !== tagId) }, now })
  })
}

/** Makes an active colleague the one whose article it is: who may edit the draft and finds it among the own. Bylines stay. INVALID: no such colleague, or it is theirs. */
export async function handOverArticle({ actor, articleId, toId, now: given }: Target & { toId: string }): Promise<void> {
  await transact({ now: given, lock: `article:${articleId}` }, async (tx, now) => {
    const { draft, createdBy, createdById, may } = await getDeskArticle(actor, articleId, tx, now)
    if (!may.handOver) throw forbidden()
    const to = await findColleague(toId, tx)
    if (!to) throw invalid('noColleague')
    if (createdById === toId) throw invalid('theirsAlready', { params: { name: to.name } })
    await tx.article.update({ where: { id: articleId }, data: { createdById: toId }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'article.handOver', subject: { kind: 'article', id: articleId }, details: { headline: draft.headline, from: createdBy, into: to.name }, now })
  })
}
