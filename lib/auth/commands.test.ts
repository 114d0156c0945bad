import { describe, expect, test } from 'vitest'
import { db, transact } from '@/lib/platform/db'
import { deleteExpired, endSession, endSessionsOf, issueLink, openSession, redeemLink, setPassword, signIn } from './commands'
import { makeActor, refusal } from './fixtures'
import type { Actor } from './model'
import { findActorBySession } from './queries'

const PASSWORD = 'sju sjuka sjömän'
const DAY = 24 * 3_600_000
const unique = (): string => crypto.randomUUID()

async function makeMember(): Promise<Actor> {
  const actor = await makeActor('writer')
  await transact({}, (tx, now) => setPassword(tx, { userId: actor.userId, password: PASSWORD, now }))
  return actor
}
const enter = (email: string, password: string, address = unique()) => signIn({ credentials: { email, password }, address })
const tokenOf = (link: string): string => link.split('#')[1]!
const redeem = (token: string, now = new Date(), spend = true) => transact({ now }, (tx) => redeemLink(tx, { token, now, spend }))

describe('signing in', () => {
  test('opens a session for the right password, whatever the case of the address', async () => {
    const { userId, email } = await makeMember()
    const session = await enter(` ${email.toUpperCase()} `, PASSWORD)
    expect(session?.id).toBe(userId)
    expect(await findActorBySession(session!.sid)).toMatchObject({ userId, email, role: 'writer' })
  })

  test('says the same for a wrong password, an unknown address, no password yet, a deactivated user and nonsense', async () => {
    const [member, gone, fresh] = [await makeMember(), await makeMember(), await makeActor('writer')]
    await db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } })
    const answers = [
      await enter(member.email, `${PASSWORD}!`), await enter('ingen@example.se', PASSWORD), await enter(fresh.email, PASSWORD), await enter(gone.email, PASSWORD),
      await signIn({ credentials: { email: member.email }, address: unique() }), await signIn({ credentials: null, address: unique() }),
    ]
    expect(answers).toEqual(answers.map(() => null))
  })

  test('stores no password, only an argon2id hash', async () => {
    const { userId } = await makeMember()
    const { passwordHash } = await db.credential.findUniqueOrThrow({ where: { userId } })
    expect(passwordHash).toMatch(/^\$argon2id\$/)
    expect(passwordHash).not.toContain(PASSWORD)
  })

  test('is stopped after eight wrong passwords on an account from one address, and only there', async () => {
    const { email } = await makeMember()
    const address = unique()
    for (let i = 0; i < 8; i += 1) expect(await enter(email, 'fel lösenord', address)).toBeNull()
    await expect(enter(email, PASSWORD, address)).rejects.toMatchObject({ code: 'RATE_LIMITED', params: { minutes: 15 } })
    expect(await enter(email, PASSWORD)).not.toBeNull()
  })

  test('is stopped for one who tries many accounts from one address', async () => {
    const address = unique()
    const tries = Array.from({ length: 61 }, (_, i) => () => signIn({ credentials: { email: `${i}-${address}@example.se`, password: 'fel' }, address }))
    const answers: PromiseSettledResult<unknown>[] = []
    for (const one of tries) answers.push(...(await Promise.allSettled([one()])))
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })

  test('forgets the wrong ones after a right one', async () => {
    const { email } = await makeMember()
    const address = unique()
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 5; i += 1) await enter(email, 'fel lösenord', address)
      expect(await enter(email, PASSWORD, address)).not.toBeNull()
    }
  })
})

describe('a session', () => {
  test('ends by sign-out, with the user, and by time', async () => {
    const { userId } = await makeMember()
    const open = (now = new Date()) => transact({ now }, (tx) => openSession(tx, userId, now))
    const [signedOut, ended, old] = [await open(), await open(), await open(new Date(Date.now() - 13 * 3_600_000))]
    await endSession(signedOut)
    expect(await findActorBySession(signedOut)).toBeNull()
    expect(await findActorBySession(ended)).not.toBeNull()
    await transact({}, (tx, now) => endSessionsOf(tx, userId, now))
    expect(await findActorBySession(ended)).toBeNull()
    expect(await findActorBySession(old)).toBeNull()
  })

  test('of an id that is none, or unknown, is nobody, and ending it is no error', async () => {
    for (const sid of [undefined, 'x', 1, { id: 1 }, crypto.randomUUID()]) {
      expect(await findActorBySession(sid)).toBeNull()
      await endSession(sid)
    }
  })
})

describe('a one-time link', () => {
  const issue = async (userId: string | null, now = new Date()) => (await transact({ now }, (tx) => issueLink(tx, { userId, now }))).link

  test('is good once, for its user, and looking at it does not spend it', async () => {
    const { userId } = await makeMember()
    const token = tokenOf(await issue(userId))
    expect(await redeem(token, new Date(), false)).toEqual({ userId })
    expect(await redeem(token)).toEqual({ userId })
    await expect(redeem(token)).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
  })

  test('used by two at once is good for one', async () => {
    const { userId } = await makeMember()
    const token = tokenOf(await issue(userId))
    const answers = await Promise.allSettled([redeem(token), redeem(token), redeem(token)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is void after a newer one, after seven days, and when its user is deactivated', async () => {
    const { userId } = await makeMember()
    const first = tokenOf(await issue(userId))
    const second = tokenOf(await issue(userId))
    await expect(redeem(first)).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
    await expect(redeem(second, new Date(Date.now() + 7 * DAY + 1))).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
    await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } })
    await expect(redeem(second)).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
  })

  test('is stored as a hash, and its token is in the fragment, which no log sees', async () => {
    const link = await issue((await makeMember()).userId)
    expect(link).toMatch(/^http:\/\/localhost:3000\/set-password#[\w-]{43}$/)
    expect(await db.oneTimeLink.count({ where: { tokenHash: tokenOf(link) } })).toBe(0)
  })
})

test('the night deletes what ended 30 days ago, and nothing younger', async () => {
  const { userId } = await makeMember()
  const at = (days: number) => new Date(Date.now() - days * DAY)
  const old = await db.session.create({ data: { userId, createdAt: at(40), expiresAt: at(31) } })
  const young = await db.session.create({ data: { userId, createdAt: at(40), expiresAt: at(29) } })
  await deleteExpired()
  expect((await db.session.findMany({ where: { id: { in: [old.id, young.id] } } })).map(({ id }) => id)).toEqual([young.id])
})
