// Staff accounts: there is always an admin, and who is deactivated is out at the next request.
import type { Actor, Role } from '@/lib/auth/model'
import { recordAudit } from '@/lib/audit/commands'
import { endSessionsOf, issueLink, redeemLink, setPassword } from '@/lib/auth/commands'
import type { Locale } from '@/lib/platform/locale'
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { mailEnv } from '@/lib/platform/env'
import { notifyCacheTags } from '@/lib/platform/notify'
import { addEffects } from '@/lib/platform/outbox'
import { canCreateByline, canManageUsers } from './policy'

/** Held while admins are counted, so that two demotions cannot each see the other's admin. */
const LOCK = 'users'

/** `isMailed`: it is on its way to its owner too */
type Given = { link: string; isMailed: boolean }

/** Makes an account with a byline, and the one-time link (absolute address) by which its owner sets a password. CONFLICT when the address is taken. */
export async function createUser({ actor, email, name, role, now: given }: { actor: Actor; email: string; name: string; role: Role; now?: Date }): Promise<Given & { userId: string }> {
  if (!canManageUsers(actor)) throw forbidden()
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const userId = await insertUser(tx, { email, name, role, now })
    await recordAudit(tx, { actorId: actor.userId, action: 'user.create', subject: { kind: 'user', id: userId }, details: { name, role }, now })
    return { userId, ...(await giveLink(tx, userId, now)) }
  })
}

/** Inserts the user and its byline; CONFLICT when the address is taken. */
export async function insertUser(tx: Tx, { email, name, role, now }: { email: string; name: string; role: Role; now: Date }): Promise<string> {
  if (await tx.user.count({ where: { email } })) throw conflict('emailTaken', { fields: { email: 'emailTaken' } })
  const { id } = await tx.user.create({ data: { email, name, role, createdAt: now }, select: { id: true } })
  await insertByline(tx, { name, userId: id, now })
  return id
}

/** A new link; those before it are void. */
export async function renewLink({ actor, userId, now: given }: { actor: Actor; userId: string; now?: Date }): Promise<Given> {
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const user = await load(tx, actor, userId)
    if (user.deactivatedAt) throw conflict('userInactive')
    await recordAudit(tx, { actorId: actor.userId, action: 'user.link', subject: { kind: 'user', id: userId }, details: { name: user.name }, now })
    return giveLink(tx, userId, now)
  })
}

/** The link for the admin to see; by mail its owner gets the same one. */
async function giveLink(tx: Tx, userId: string, now: Date): Promise<Given> {
  const { id, link } = await issueLink(tx, { userId, now })
  const isMailed = mailEnv() !== null
  if (isMailed) await addEffects(tx, [{ kind: 'mail', key: `mail:link:${id}`, payload: { linkId: id }, dueAt: now }])
  return { link, isMailed }
}

/** Changes the role; it holds from the user's next request on. CONFLICT for the last admin. */
export async function changeRole({ actor, userId, role, now: given }: { actor: Actor; userId: string; role: Role; now?: Date }): Promise<void> {
  await transact({ now: given, lock: LOCK }, async (tx, now) => {
    const user = await load(tx, actor, userId)
    if (user.role === 'admin' && role !== 'admin') await keepAnAdmin(tx, userId)
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } })
    await recordAudit(tx, { actorId: actor.userId, action: 'user.role', subject: { kind: 'user', id: userId }, details: { name: user.name, was: user.role, role }, now })
  })
}

/** Deactivates (all sessions end at once) or activates again. CONFLICT for the last admin. */
export async function setActive({ actor, userId, active, now: given }: { actor: Actor; userId: string; active: boolean; now?: Date }): Promise<void> {
  await transact({ now: given, lock: LOCK }, async (tx, now) => {
    const user = await load(tx, actor, userId)
    if (!active && user.role === 'admin') await keepAnAdmin(tx, userId)
    await tx.user.update({ where: { id: userId }, data: { deactivatedAt: active ? null : now }, select: { id: true } })
    if (!active) await endSessionsOf(tx, userId, now)
    await recordAudit(tx, { actorId: actor.userId, action: active ? 'user.activate' : 'user.deactivate', subject: { kind: 'user', id: userId }, details: { name: user.name }, now })
  })
}

/** The actor's own language. */
export async function setLocale({ actor, locale }: { actor: Actor; locale: Locale }): Promise<void> {
  await transact({}, async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { locale }, select: { id: true } })
  })
}

/** Whether the actor wants mail about their own articles. */
export async function setArticleMail({ actor, on }: { actor: Actor; on: boolean }): Promise<void> {
  await transact({}, async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { articleMail: on }, select: { id: true } })
  })
}

/** A name under articles that belongs to no account (agency, guest). */
export async function createByline({ actor, name, now: given }: { actor: Actor; name: string; now?: Date }): Promise<{ id: string; name: string }> {
  if (!canCreateByline(actor)) throw forbidden()
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const existing = await tx.byline.findFirst({ where: { name, userId: null }, select: { id: true, name: true } })
    if (existing) return existing
    const byline = await insertByline(tx, { name, userId: null, now })
    await recordAudit(tx, { actorId: actor.userId, action: 'byline.create', subject: { kind: 'user', id: byline.id }, details: { name }, now })
    return byline
  })
}

async function insertByline(tx: Tx, { name, userId, now }: { name: string; userId: string | null; now: Date }): Promise<{ id: string; name: string }> {
  const base = (name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? ['namn']).join('-').slice(0, 80)
  const taken = new Set((await tx.byline.findMany({ where: { slug: { startsWith: base } }, select: { slug: true }, take: 1_000 })).map((row) => row.slug))
  let slug = base
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`
  await notifyCacheTags(tx, [`author-slug:${slug}`])
  return tx.byline.create({ data: { name, slug, userId, createdAt: now }, select: { id: true, name: true } })
}

/** Whom a one-time link is for: an account, or nobody yet (the first admin). INVALID when it is void. */
export async function inspectLink({ token }: { token: string }): Promise<{ name: string; email: string } | null> {
  return transact({}, async (tx, now) => {
    const { userId } = await redeemLink(tx, { token, now, spend: false })
    return userId ? tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } }) : null
  })
}

/** Sets the password of the link's owner, and ends the sessions that the old one opened. INVALID when the link is void. */
export async function setPasswordByLink({ token, password, now: given }: { token: string; password: string; now?: Date }): Promise<{ email: string }> {
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const { userId } = await redeemLink(tx, { token, now, spend: true })
    if (!userId) throw invalid('linkVoid')
    await setPassword(tx, { userId, password, now })
    await endSessionsOf(tx, userId, now)
    const { name, email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } })
    await recordAudit(tx, { actorId: userId, action: 'user.password', subject: { kind: 'user', id: userId }, details: { name }, now })
    return { email }
  })
}

/** Makes the first account, an admin, by the link that the start printed. INVALID when the link is void or somebody was first. */
export async function createFirstAdmin({ token, password, name, email, now: given }: { token: string; password: string; name: string; email: string; now?: Date }): Promise<{ email: string }> {
  return transact({ now: given, lock: LOCK }, async (tx, now) => {
    const { userId } = await redeemLink(tx, { token, now, spend: true })
    if (userId || (await tx.user.count()) > 0) throw invalid('linkVoid')
    const id = await insertUser(tx, { email, name, role: 'admin', now })
    await setPassword(tx, { userId: id, password, now })
    await recordAudit(tx, { actorId: id, action: 'user.create', subject: { kind: 'user', id }, details: { name, role: 'admin' }, now })
    return { email }
  })
}

/** The one-time link for the first admin; null when there are users. */
export async function issueFirstAdminLink({ now: given }: { now?: Date } = {}): Promise<string | null> {
  return transact({ now: given, lock: LOCK }, async (tx, now) => ((await tx.user.count()) > 0 ? null : (await issueLink(tx, { userId: null, now })).link))
}

async function load(tx: Tx, actor: Actor, userId: string) {
  if (!canManageUsers(actor)) throw forbidden()
  const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true, role: true, deactivatedAt: true } })
  if (!user) throw notFound()
  return user
}

async function keepAnAdmin(tx: Tx, userId: string): Promise<void> {
  const others = await tx.user.count({ where: { role: 'admin', deactivatedAt: null, NOT: { id: userId } } })
  if (others === 0) throw conflict('lastAdmin')
}
