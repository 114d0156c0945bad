import 'server-only'
import type { Actor, Role } from '@/lib/auth/model'
import { db, type Reads } from '@/lib/platform/db'

export type UserRow = { id: string; email: string; name: string; role: Role; createdAt: Date; deactivatedAt: Date | null; hasPassword: boolean }
const MOST = 500

/** The staff, active first, in Swedish order; at most 500. */
export async function findUsers(): Promise<UserRow[]> {
  return db.$queryRaw<UserRow[]>`
    SELECT u.id, u.email, u.name, u.role::text, u.created_at AS "createdAt", u.deactivated_at AS "deactivatedAt", c.user_id IS NOT NULL AS "hasPassword"
    FROM "user" u LEFT JOIN credential c ON c.user_id = u.id
    ORDER BY u.deactivated_at IS NOT NULL, u.name COLLATE "sv-x-icu", u.id LIMIT ${MOST}`
}

/** The active user with the address, as one who acts; null when there is none. */
export async function findActiveUserByEmail(email: string): Promise<Actor | null> {
  const user = await db.user.findFirst({ where: { email: email.trim().toLowerCase(), deactivatedAt: null }, select: { id: true, email: true, name: true, role: true, locale: true } })
  if (!user) return null
  const { id: userId, ...rest } = user
  return { userId, ...rest }
}

/** Whether the user wants mail about their own articles. */
export async function wantsArticleMail(userId: string): Promise<boolean> {
  return (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { articleMail: true } })).articleMail
}

/** The user's own byline; null when there is none. */
export async function findBylineOf(userId: string, reads: Reads = db): Promise<{ id: string; name: string } | null> {
  return reads.byline.findFirst({ where: { userId }, orderBy: { createdAt: 'asc' }, select: { id: true, name: true } })
}

/** Bylines whose name contains the query, in Swedish order; at most 8. */
export async function searchBylines(query: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM byline WHERE position(lower(${query.trim()}) IN lower(name)) > 0 ORDER BY name COLLATE "sv-x-icu", id LIMIT 8`
}

/** A byline's name; null when there is none. */
export async function findBylineName(bylineId: string): Promise<string | null> {
  return (await db.byline.findUnique({ where: { id: bylineId }, select: { name: true } }))?.name ?? null
}

/** Active colleagues whose name contains the query, in Swedish order; at most 8. */
export async function searchColleagues(query: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "user" WHERE deactivated_at IS NULL AND position(lower(${query.trim()}) IN lower(name)) > 0 ORDER BY name COLLATE "sv-x-icu", id LIMIT 8`
}

/** The active colleague; null when there is none. */
export async function findColleague(userId: string, reads: Reads = db): Promise<{ id: string; name: string } | null> {
  return reads.user.findFirst({ where: { id: userId, deactivatedAt: null }, select: { id: true, name: true } })
}

/** A colleague's name; null when there is none. */
export async function findUserName(userId: string): Promise<string | null> {
  return (await db.user.findUnique({ where: { id: userId }, select: { name: true } }))?.name ?? null
}
