import { createServer, type AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { makeActor } from '@/lib/auth/fixtures'
import { db, transact } from '@/lib/platform/db'
import { addEffects } from '@/lib/platform/outbox'
import { redoEffect } from '@/lib/publishing/commands'
import { createUser, inspectLink, renewLink, setActive, setPasswordByLink } from '@/lib/users/commands'
import { startPost, startWorker } from './mail-fixtures'

const SLOW = { timeout: 30_000 }
const admin = await makeActor('admin')
const post = await startPost()
const stop = await startWorker('jobs_links')
afterAll(async () => {
  await stop()
  await post.close()
})

const invite = async () => {
  const email = `${crypto.randomUUID()}@example.se`
  return { email, ...(await createUser({ actor: admin, email, name: 'Åsa Öberg', role: 'writer' })) }
}
const tokenOf = (link: string): string => link.split('#')[1]!
const allDone = () => expect.poll(() => db.outbox.count({ where: { doneAt: null } }), SLOW).toBe(0)

/** Everything that the database holds, queues too, as text. */
async function wholeDatabase(): Promise<string> {
  const tables = await db.$queryRaw<{ rows: string }[]>`
    SELECT query_to_xml(format('SELECT * FROM %I.%I', table_schema, table_name), true, false, '')::text AS rows
    FROM information_schema.tables WHERE table_schema IN ('public', 'jobs_links') AND table_type = 'BASE TABLE'`
  return tables.map(({ rows }) => rows).join('\n')
}

test('an invitation carries the link that the admin was shown, and it works', async () => {
  const { email, link, isMailed, userId } = await invite()
  expect(isMailed).toBe(true)
  await expect.poll(() => post.to(email).length, SLOW).toBe(1)
  const mail = post.to(email)[0]!
  expect(mail.subject).toBe('Ditt konto på Spalt')
  expect(mail.text).toContain(`Hej Åsa Öberg! Du har fått ett konto på Spalt. Välj ett lösenord här:\n\n${link}\n`)
  expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  await setPasswordByLink({ token: tokenOf(link), password: 'sju sjuka sjömän' })
  const { link: second } = await renewLink({ actor: admin, userId })
  await expect.poll(() => post.to(email).map(({ subject }) => subject), SLOW).toEqual(['Ditt konto på Spalt', 'Nytt lösenord på Spalt'])
  expect(post.to(email)[1]!.text).toContain(second)
})

test('no secret stands in the box, in the queue or in any other table', async () => {
  const { email, link } = await invite()
  await expect.poll(() => post.to(email).length, SLOW).toBe(1)
  await allDone()
  const whole = await wholeDatabase()
  expect(whole).toContain(email)
  expect(whole).toContain('linkId')
  expect(whole).not.toContain(tokenOf(link))
})

test('a repeat carries the same link under the same Message-ID', async () => {
  post.state.say = 'later'
  const { email, link } = await invite()
  const row = () => db.outbox.findFirstOrThrow({ where: { lastError: { not: null }, doneAt: null } })
  await expect.poll(() => row().then(({ tries }) => tries, () => 0), SLOW).toBe(1)
  post.state.say = null
  await redoEffect({ actor: admin, id: (await row()).id })
  await allDone()
  const all = post.to(email)
  expect(all.length).toBeGreaterThan(1)
  expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(1)
  for (const { text } of all) expect(text).toContain(link)
  expect(await inspectLink({ token: tokenOf(link) })).toMatchObject({ email })
})

test('a link that is void, or whose owner was deactivated, is not sent', async () => {
  await post.close()
  const { email, userId, link } = await invite()
  const { link: second } = await renewLink({ actor: admin, userId })
  const gone = await invite()
  await setActive({ actor: admin, userId: gone.userId, active: false })
  await post.reopen()
  await allDone()
  expect(post.to(email).map(({ text }) => [text!.includes(link), text!.includes(second)])).toEqual([[false, true]])
  expect(post.to(gone.email)).toEqual([])
})

test('a mail server that takes calls and says nothing holds up nothing else', async () => {
  const mute = createServer(() => {})
  await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening))
  const { MAIL_URL } = process.env
  process.env.MAIL_URL = `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`
  for (let n = 0; n < 12; n++) await invite()
  await expect.poll(() => new Promise((said) => mute.getConnections((_error, count) => said(count))), SLOW).toBe(10)
  await transact({}, (tx) => addEffects(tx, [{ kind: 'links', key: 'links:beside', payload: { articleId: crypto.randomUUID() }, dueAt: new Date() }]))
  await expect.poll(async () => (await db.outbox.findUniqueOrThrow({ where: { key: 'links:beside' } })).doneAt, { timeout: 8_000 }).not.toBeNull()
  expect(await db.outbox.count({ where: { kind: 'mail', doneAt: null } })).toBe(12)
  process.env.MAIL_URL = MAIL_URL
  mute.close()
})
