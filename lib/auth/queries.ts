import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { Actor } from './model'

/** Who the session belongs to; null when it is unknown, ended or expired, or its user deactivated. */
export async function findActorBySession(sid: unknown): Promise<Actor | null> {
  const id = z.uuid().safeParse(sid)
  if (!id.success) return null
  const row = await db.session.findFirst({
    where: { id: id.data, endedAt: null, expiresAt: { gt: new Date() }, user: { deactivatedAt: null } },
    select: { user: { select: { id: true, email: true, name: true, role: true, locale: true } } },
  })
  if (!row) return null
  const { id: userId, ...user } = row.user
  return { userId, ...user }
}
