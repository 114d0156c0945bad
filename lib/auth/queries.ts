import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { Locale } from '@/lib/platform/locale'
import { hashOf, linkAddress, linkToken } from './link-token'
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

/** `isFirst`: its owner has no password yet */
export type OpenLink = { address: string; expiresAt: Date; isFirst: boolean; email: string; name: string; locale: Locale }

/** A user's one-time link as long as it can be used; null when it is used, void, expired or its owner deactivated. Throws when AUTH_SECRET is not the one that it was made with. */
export async function findOpenLink(linkId: string): Promise<OpenLink | null> {
  const [found] = await db.$queryRaw<(Omit<OpenLink, 'address'> & { tokenHash: string })[]>`
    SELECT l.token_hash AS "tokenHash", l.expires_at AS "expiresAt", c.user_id IS NULL AS "isFirst", u.email, u.name, u.locale::text
    FROM one_time_link l JOIN "user" u ON u.id = l.user_id LEFT JOIN credential c ON c.user_id = u.id
    WHERE l.id = ${linkId}::uuid AND l.used_at IS NULL AND l.expires_at > now() AND u.deactivated_at IS NULL`
  if (!found) return null
  const { tokenHash, ...rest } = found
  const token = linkToken(linkId)
  if (hashOf(token) !== tokenHash) throw new Error('AUTH_SECRET is not the one that the link was made with')
  return { ...rest, address: linkAddress(token) }
}
