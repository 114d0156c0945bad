import pg from 'pg'
import { expect, test } from 'vitest'
import { makeActor } from '@/lib/auth/fixtures'
import { db } from '@/lib/platform/db'
import { CHANNEL } from '@/lib/platform/notify'
import { updateSettings } from './commands'
import { getEditedSettings } from './queries'

test('an admin changes the settings: kept, told to the caches, logged; nobody else may', async () => {
  const [admin, editor] = [await makeActor('admin'), await makeActor('editor')]
  const before = await getEditedSettings()
  const settings = { ...before, siteName: 'Norrbladet', accent: '#005f73' }
  await expect(updateSettings({ actor: editor, settings })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const heard = await listen()
  expect(await updateSettings({ actor: admin, settings })).toEqual({ ...settings, version: before.version + 1 })
  expect((await heard()).map((payload) => payload.split(' ').slice(1))).toEqual([['site']])
  expect(await getEditedSettings()).toEqual({ ...settings, version: before.version + 1 })
  expect(await db.auditRow.findFirst({ where: { action: 'settings.update' }, select: { actorId: true, details: true } })).toEqual({ actorId: admin.userId, details: { count: 2, fields: ['siteName', 'accent'] } })
})

test('who edits what somebody else has changed meanwhile gets theirs, and nothing is overwritten', async () => {
  const admin = await makeActor('admin')
  const before = await getEditedSettings()
  const theirs = await updateSettings({ actor: admin, settings: { ...before, tagline: 'Deras' } })
  await expect(updateSettings({ actor: admin, settings: { ...before, tagline: 'Min' } })).rejects.toMatchObject({ code: 'CONFLICT', data: theirs })
  expect((await getEditedSettings()).tagline).toBe('Deras')
  expect(await updateSettings({ actor: admin, settings: theirs })).toEqual(theirs)
})

/** What the channel says from now on. */
async function listen(): Promise<() => Promise<string[]>> {
  const client = new pg.Client(process.env.DATABASE_URL)
  const said: string[] = []
  client.on('notification', ({ payload }) => said.push(payload!))
  await client.connect()
  await client.query(`LISTEN ${CHANNEL}`)
  return async () => {
    await client.query('SELECT 1')
    await client.end()
    return said
  }
}
