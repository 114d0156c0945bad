import { beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '@/lib/auth/commands'
import { makeActor, refusal } from '@/lib/auth/fixtures'
import type { Actor } from '@/lib/auth/model'
import { findActorBySession } from '@/lib/auth/queries'
import { db } from '@/lib/platform/db'
import { changeRole, createByline, createFirstAdmin, createUser, inspectLink, issueFirstAdminLink, renewLink, setActive, setLocale, setPasswordByLink } from './commands'
import { findUsers, searchBylines } from './queries'

const PASSWORD = 'sju sjuka sjömän'
let admin: Actor
beforeEach(async () => {
  // No other admin is left over: who is the last one is this test's own matter.
  await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'writer' } })
  admin = await makeActor('admin')
})
const newEmail = (): string => `${crypto.randomUUID()}@example.se`
const tokenOf = (link: string): string => link.split('#')[1]!
const enter = (email: string) => signIn({ credentials: { email, password: PASSWORD }, address: crypto.randomUUID() })
const roleOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).role

describe('an invited user', () => {
  test('gets a byline and a link, sets a password by it once, and is in', async () => {
    const email = newEmail()
    const { userId, link } = await createUser({ actor: admin, email, name: 'Åsa Öberg', role: 'writer' })
    expect(await db.byline.findFirst({ where: { userId } })).toMatchObject({ name: 'Åsa Öberg', slug: expect.stringMatching(/^asa-oberg(-\d+)?$/) })
    expect(await inspectLink({ token: tokenOf(link) })).toEqual({ name: 'Åsa Öberg', email })
    expect(await enter(email)).toBeNull()
    await setPasswordByLink({ token: tokenOf(link), password: PASSWORD })
    expect(await enter(email)).toMatchObject({ id: userId })
    await expect(setPasswordByLink({ token: tokenOf(link), password: 'ett helt annat' })).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
    expect(await enter(email)).not.toBeNull()
  })

  test('whose address is taken is refused at the field', async () => {
    const email = newEmail()
    await createUser({ actor: admin, email, name: 'En', role: 'writer' })
    await expect(createUser({ actor: admin, email, name: 'Två', role: 'writer' })).rejects.toMatchObject({ code: 'CONFLICT', fields: { email: 'emailTaken' } })
  })

  test('can get a new link, which voids the one before and ends the old sessions when it is used', async () => {
    const email = newEmail()
    const { userId, link } = await createUser({ actor: admin, email, name: 'Glömsk', role: 'writer' })
    await setPasswordByLink({ token: tokenOf(link), password: PASSWORD })
    const session = await enter(email)
    const renewed = await renewLink({ actor: admin, userId })
    expect(await findActorBySession(session!.sid)).not.toBeNull()
    await setPasswordByLink({ token: tokenOf(renewed.link), password: 'ett nytt lösenord' })
    expect(await findActorBySession(session!.sid)).toBeNull()
  })
})

describe('deactivation', () => {
  test('ends the open sessions at once, stops sign-in and links, and can be taken back', async () => {
    const email = newEmail()
    const { userId, link } = await createUser({ actor: admin, email, name: 'Slutat', role: 'editor' })
    await setPasswordByLink({ token: tokenOf(link), password: PASSWORD })
    const session = await enter(email)
    await setActive({ actor: admin, userId, active: false })
    expect(await findActorBySession(session!.sid)).toBeNull()
    expect(await enter(email)).toBeNull()
    await expect(renewLink({ actor: admin, userId })).rejects.toMatchObject(refusal('CONFLICT', 'userInactive'))
    await setActive({ actor: admin, userId, active: true })
    expect(await findActorBySession(session!.sid)).toBeNull()
    expect(await enter(email)).not.toBeNull()
  })

  test('shows in the list, last', async () => {
    const { userId } = await makeActor('writer')
    await setActive({ actor: admin, userId, active: false })
    const users = await findUsers()
    expect(users.findIndex(({ id }) => id === userId)).toBeGreaterThan(users.findLastIndex(({ deactivatedAt }) => deactivatedAt === null))
  })
})

describe('the last admin', () => {
  test('can neither be deactivated nor become something else', async () => {
    await expect(setActive({ actor: admin, userId: admin.userId, active: false })).rejects.toMatchObject(refusal('CONFLICT', 'lastAdmin'))
    await expect(changeRole({ actor: admin, userId: admin.userId, role: 'editor' })).rejects.toMatchObject(refusal('CONFLICT', 'lastAdmin'))
    expect(await roleOf(admin.userId)).toBe('admin')
  })

  test('is not one who shares the role with a deactivated admin', async () => {
    const other = await makeActor('admin')
    await setActive({ actor: admin, userId: other.userId, active: false })
    await expect(changeRole({ actor: admin, userId: admin.userId, role: 'writer' })).rejects.toMatchObject(refusal('CONFLICT', 'lastAdmin'))
  })

  test('stays when two admins demote each other at once', async () => {
    const other = await makeActor('admin')
    const answers = await Promise.allSettled([
      changeRole({ actor: admin, userId: other.userId, role: 'writer' }),
      changeRole({ actor: other, userId: admin.userId, role: 'writer' }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await roleOf(admin.userId), await roleOf(other.userId)].filter((role) => role === 'admin')).toHaveLength(1)
  })
})

test('accounts are the admins’ alone', async () => {
  const target = await makeActor('writer')
  for (const actor of [await makeActor('writer'), await makeActor('editor')]) {
    for (const attempt of [
      () => createUser({ actor, email: newEmail(), name: 'N', role: 'admin' }),
      () => renewLink({ actor, userId: target.userId }),
      () => changeRole({ actor, userId: actor.userId, role: 'admin' }),
      () => setActive({ actor, userId: target.userId, active: false }),
    ]) await expect(attempt()).rejects.toMatchObject(refusal('FORBIDDEN'))
  }
})

test('every change of an account has its row in the log, without the link', async () => {
  const { userId, link } = await createUser({ actor: admin, email: newEmail(), name: 'Loggad', role: 'writer' })
  await changeRole({ actor: admin, userId, role: 'editor' })
  await renewLink({ actor: admin, userId })
  await setActive({ actor: admin, userId, active: false })
  await setActive({ actor: admin, userId, active: true })
  const rows = await db.auditRow.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } })
  expect(rows.map(({ action }) => action).sort()).toEqual(['user.activate', 'user.create', 'user.deactivate', 'user.link', 'user.role'])
  expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
})

describe('bylines', () => {
  test('of nobody are made once, by editors', async () => {
    const name = `TT ${crypto.randomUUID()}`
    const editor = await makeActor('editor')
    const byline = await createByline({ actor: editor, name })
    expect(await createByline({ actor: editor, name })).toEqual(byline)
    expect(await searchBylines(name.slice(3, 20).toUpperCase())).toEqual([byline])
    await expect(createByline({ actor: await makeActor('writer'), name: 'Jag' })).rejects.toMatchObject(refusal('FORBIDDEN'))
  })

  test('of one name get addresses of their own', async () => {
    const name = `Öjvind ${crypto.randomUUID().slice(0, 8)}`
    const users = [await createUser({ actor: admin, email: newEmail(), name, role: 'writer' }), await createUser({ actor: admin, email: newEmail(), name, role: 'writer' })]
    const slugs = (await db.byline.findMany({ where: { userId: { in: users.map(({ userId }) => userId) } }, orderBy: { slug: 'asc' } })).map(({ slug }) => slug)
    expect(slugs[1]).toBe(`${slugs[0]}-2`)
  })
})

test('the language is each user’s own', async () => {
  await setLocale({ actor: admin, locale: 'en' })
  expect((await db.user.findUniqueOrThrow({ where: { id: admin.userId } })).locale).toBe('en')
})

describe('the first admin', () => {
  test('is made by the link that the start printed, once, while there is nobody', async () => {
    await db.$executeRawUnsafe('TRUNCATE "user" CASCADE')
    const token = tokenOf((await issueFirstAdminLink())!)
    expect(await inspectLink({ token })).toBeNull()
    const email = newEmail()
    const give = () => createFirstAdmin({ token, password: PASSWORD, name: 'Ada', email })
    const answers = await Promise.allSettled([give(), give()])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await findUsers()).map(({ role }) => role)).toEqual(['admin'])
    expect(await enter(email)).not.toBeNull()
    expect(await issueFirstAdminLink()).toBeNull()
  })

  test('cannot be made by a user’s link, nor a user’s password be set by the first link', async () => {
    const { link } = await createUser({ actor: admin, email: newEmail(), name: 'N', role: 'writer' })
    await expect(createFirstAdmin({ token: tokenOf(link), password: PASSWORD, name: 'X', email: newEmail() })).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
    await db.$executeRawUnsafe('TRUNCATE "user" CASCADE')
    const first = tokenOf((await issueFirstAdminLink())!)
    await expect(setPasswordByLink({ token: first, password: PASSWORD })).rejects.toMatchObject(refusal('INVALID', 'linkVoid'))
  })
})
