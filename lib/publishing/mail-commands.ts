import { type Tx, transact } from '@/lib/platform/db'
import { mailEnv } from '@/lib/platform/env'
import { addEffects, replaceEffects } from '@/lib/platform/outbox'
import { happeningSchema } from './article-mail'
import type { Target } from './change-commands'
import { endedTellings, takenDownTelling } from './effects'
import { findArticleMail } from './mail-queries'
import type { TimelineChange } from './model'

/** Whom it concerns is told that the actor took the article down. */
export async function tellTakenDown(tx: Tx, { actor, articleId }: Target, now: Date): Promise<void> {
  if (mailEnv()) await addEffects(tx, [takenDownTelling(articleId, actor.userId, now)])
}

/** Whom it concerns is told at the ends that the actor plans by this change; whoever planned an end last is named. */
export async function tellEnds(tx: Tx, { actor, articleId }: Target, change: TimelineChange, now: Date): Promise<void> {
  if (mailEnv()) await replaceEffects(tx, endedTellings(articleId, actor.userId, change, now))
}

/** Puts a mail into the box for each who is to be told of what happened to an article, as it stands now; a repeat adds none. */
export async function tellPeople(payload: unknown, key: string): Promise<void> {
  const happening = happeningSchema.parse(payload)
  await transact({}, async (tx, now) => {
    const mail = await findArticleMail(happening, now, tx)
    await addEffects(tx, (mail?.people ?? []).map(({ id }) => ({ kind: 'mail', key: `mail:${key}:${id}`, payload: { ...(payload as object), toId: id }, dueAt: now })))
  })
}
