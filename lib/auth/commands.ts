// Sessions are rows: opened by a right password, ended by sign-out, by deactivation and by time.
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { type Tx, transact } from '@/lib/platform/db'

const credentialsSchema = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(1000) })

/** The user and a new session for a right e-mail and password; null otherwise, without saying which was wrong. */
export async function signIn({ credentials }: { credentials: unknown; address: string }): Promise<{ id: string; sid: string } | null> {
  const given = credentialsSchema.safeParse(credentials)
  if (!given.success) return null
  return transact({}, async (tx, now) => {
    const user = await tx.user.findFirst({
      where: { email: given.data.email, deactivatedAt: null },
      select: { id: true, credential: { select: { passwordHash: true } } },
    })
    if (!user?.credential || !(await verify(user.credential.passwordHash, given.data.password))) return null
    return { id: user.id, sid: await openSession(tx, user.id, now) }
  })
}

/** Opens a session of 12 hours. */
export async function openSession(tx: Tx, userId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + 12 * 3600 * 1000)
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
