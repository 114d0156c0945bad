import { recordAudit } from '@/lib/audit/commands'
import { type Actor, isEditor } from '@/lib/auth/model'
import { transact } from '@/lib/platform/db'
import { forbidden, notFound } from '@/lib/platform/errors'
import { handAgain } from '@/lib/platform/outbox'

/** Has a late effect done again, at once. NOT_FOUND when it is done meanwhile. */
export async function redoEffect({ actor, id, now: given }: { actor: Actor; id: string; now?: Date }): Promise<void> {
  if (!isEditor(actor)) throw forbidden()
  await transact({ now: given }, async (tx, now) => {
    if (!(await handAgain(tx, id))) throw notFound()
    await recordAudit(tx, { actorId: actor.userId, action: 'effect.redo', subject: { kind: 'effect', id }, details: {}, now })
  })
}
