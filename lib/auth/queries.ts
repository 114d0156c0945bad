import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { Actor } from './model'

/** Who the session belongs to; null when it is unknown, ended or expired, or its user deactivated. */
export async function findActorBySession(sid: unknown): Promise<Actor | null> {
  const id = z.uuid().safeParse(sid)
  if (!id.success) return null
  const [actor] = await db.$queryRaw<Actor[]>`
    SELECT u.id AS "userId", u.email, u.name, u.role::text, u.locale::text FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.id = ${id.data}::uuid AND s.ended_at IS NULL AND s.expires_at > now() AND u.deactivated_at IS NULL`
  return actor ?? null
}
