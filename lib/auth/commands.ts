// Sessions are rows: opened by a right password, ended by sign-out, by deactivation and by time.
import { randomBytes, randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { db, databaseNow, type Tx, transact } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { hashOf, linkAddress, linkToken } from './link-token'
import { PASSWORD, SESSION_SECONDS } from './model'
import { forgiveAttempts, countAttempt } from './throttle-commands'

const credentialsSchema = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(PASSWORD.longest) })

// An unknown address costs as much time as a wrong password: both are measured against a hash.
let decoy: Promise<string> | null = null
const decoyHash = (): Promise<string> => (decoy ??= hash(randomBytes(16).toString('hex')))

/**
 * The user and a new session for a right e-mail and password; null otherwise, without saying which was wrong.
 * RATE_LIMITED (`minutes`) after too many attempts on the account or from the address.
 */
export async function signIn({ credentials, address }: { credentials: unknown; address: string }): Promise<{ id: string; sid: string } | null> {
  const given = credentialsSchema.safeParse(credentials)
  if (!given.success) return null
  const { email, password } = given.data
  await countAttempt(email, address)
  const user = await db.user.findFirst({ where: { email, deactivatedAt: null }, select: { id: true, credential: { select: { passwordHash: true } } } })
  const isRight = await verify(user?.credential?.passwordHash ?? (await decoyHash()), password)
  if (!user?.credential || !isRight) return null
  await forgiveAttempts(email, address)
  return transact({}, async (tx, now) => ({ id: user.id, sid: await openSession(tx, user.id, now) }))
}

/** Opens a session of 12 hours. */
export async function openSession(tx: Tx, userId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000)
  return (await tx.session.create({ data: { userId, createdAt: now, expiresAt }, select: { id: true } })).id
}

/** Ends one session; unknown ones are no error. */
export async function endSession(sid: unknown): Promise<void> {
  const id = z.uuid().safeParse(sid)
  if (!id.success) return
  await transact({}, async (tx, now) => {
    await tx.session.updateMany({ where: { id: id.data, endedAt: null }, data: { endedAt: now } })
  })
}

/** Ends all open sessions of a user, in the transaction of what made it necessary. */
export async function endSessionsOf(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } })
}

/** Sets a password (argon2id). */
export async function setPassword(tx: Tx, { userId, password, now }: { userId: string; password: string; now: Date }): Promise<void> {
  const row = { passwordHash: await hash(password), setAt: now }
  await tx.credential.upsert({ where: { userId }, create: { userId, ...row }, update: row })
}

const LINK_MS = 7 * 24 * 3600 * 1000

/** A one-time link (absolute address, 7 days) to set the user's password; for nobody, to make the first admin. Those before it are void. Only a hash is stored. */
export async function issueLink(tx: Tx, { userId, now }: { userId: string | null; now: Date }): Promise<{ id: string; link: string }> {
  const id = randomUUID()
  const token = linkToken(id)
  await tx.oneTimeLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
  await tx.oneTimeLink.create({ data: { id, tokenHash: hashOf(token), userId, createdAt: now, expiresAt: new Date(now.getTime() + LINK_MS) }, select: { id: true } })
  return { id, link: linkAddress(token) }
}

/** Whom a link is for (null: the first admin), and spends it when `spend`. INVALID for one that is used, void, expired or unknown. */
export async function redeemLink(tx: Tx, { token, now, spend }: { token: string; now: Date; spend: boolean }): Promise<{ userId: string | null }> {
  const where = { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } }
  const link = await tx.oneTimeLink.findFirst({ where, select: { userId: true, user: { select: { deactivatedAt: true } } } })
  const spent = link && spend ? (await tx.oneTimeLink.updateMany({ where, data: { usedAt: now } })).count : 1
  if (!link || link.user?.deactivatedAt || spent !== 1) throw invalid('linkVoid')
  return { userId: link.userId }
}

/** Deletes sessions, links and counters that ended 30 days ago or more; run at night. */
export async function deleteExpired(): Promise<void> {
  const before = new Date((await databaseNow()).getTime() - 30 * 24 * 3600 * 1000)
  await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { endedAt: { lt: before } }] } })
  await db.oneTimeLink.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { usedAt: { lt: before } }] } })
  await db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: before } } })
}
