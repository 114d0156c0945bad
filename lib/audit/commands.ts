// The audit log: who did what, appended in the transaction of the change and never changed.
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/lib/platform/db'

export type AuditEntry = {
  /** null: the system itself (first admin, housekeeping) */
  actorId: string | null
  /** `<subject>.<verb>`, e.g. `article.publish`; texts in messages under `audit.actions` */
  action: string
  subject: { kind: 'article' | 'tag' | 'user' | 'link' | 'effect' | 'front' | 'settings' | 'image'; id: string | null }
  details?: Prisma.InputJsonObject
  now: Date
}

/** Appends one row. */
export async function recordAudit(tx: Tx, { actorId, action, subject, details = {}, now }: AuditEntry): Promise<void> {
  await tx.auditRow.create({ data: { at: now, actorId, action, subjectKind: subject.kind, subjectId: subject.id, details }, select: { id: true } })
}
