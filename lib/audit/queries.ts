import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

export type AuditLine = {
  id: string
  at: Date
  /** null: the system itself */
  actor: string | null
  action: string
  subjectKind: string
  subjectId: string | null
  details: Record<string, unknown>
}
const PAGE = 50
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** The log, newest first, 50 rows from `before` (the `next` of the page before). Who may read it is the page's to ask: admins. */
export async function findAuditRows({ before }: { before?: string } = {}): Promise<{ rows: AuditLine[]; next: string | null }> {
  const cursor = cursorSchema.safeParse(before?.split('_')).data
  const after = cursor ? Prisma.sql`WHERE (r.at, r.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : Prisma.empty
  const found = await db.$queryRaw<AuditLine[]>`
    SELECT r.id, r.at, u.name AS actor, r.action, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId", r.details
    FROM audit_row r LEFT JOIN "user" u ON u.id = r.actor_id ${after} ORDER BY r.at DESC, r.id DESC LIMIT ${PAGE + 1}`
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE && last ? `${last.at.toISOString()}_${last.id}` : null }
}
