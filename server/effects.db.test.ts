import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { addEffects, findLate } from '@/lib/platform/outbox'
import { redoEffect } from '@/lib/publishing/commands'
import { findLateEffects } from '@/lib/publishing/queries'
import { makeNewsroom, named, targetOf, url } from '@/lib/reader/fixtures'
import { startEffects } from './effects'

const { editor, writer, live } = await makeNewsroom()
const heard: { key: string; keys: string[]; token: string }[] = []
/** what the cache in front answers to a purge of such a key */
const answers = new Map<string, number>()
const front = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => { body += part }).on('end', () => {
    const { keys } = JSON.parse(body) as { keys: string[] }
    heard.push({ key: String(request.headers['idempotency-key']), keys, token: String(request.headers.authorization) })
    response.writeHead(answers.get(keys[0]!) ?? 200).end()
  })
})
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, schema: 'jobs_test', max: 3 })
boss.on('error', () => {})
let stop = async (): Promise<void> => {}

beforeAll(async () => {
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  process.env.PURGE_URL = `http://127.0.0.1:${(front.address() as AddressInfo).port}/purge`
  process.env.PURGE_TOKEN = 'secret'
  await boss.start()
  stop = await startEffects(boss)
})
afterAll(async () => {
  delete process.env.PURGE_URL
  await stop()
  await boss.stop({ graceful: false })
  front.close()
})

const timesOf = (tag: string): number => heard.filter(({ keys }) => keys.includes(tag)).length

test('a cache in front is told what a committed change touches, and nothing of one that was rolled back', async () => {
  await transact({}, (tx) => notifyCacheTags(tx, ['article:å 1', 'front']))
  await transact({}, async (tx) => {
    await notifyCacheTags(tx, ['article:never'])
    throw new Error('no')
  }).catch(() => {})
  await expect.poll(() => heard.find(({ keys }) => keys.includes('front')), { timeout: 15_000 }).toMatchObject({ keys: [encodeURI('article:å 1'), 'front'], token: 'Bearer secret' })
  expect(timesOf('article:never')).toBe(0)
})

test('what fails is late after a minute, is tried again with the same key, and is done when it succeeds', async () => {
  answers.set('article:broken', 503)
  await transact({}, (tx) => addEffects(tx, [{ kind: 'purge', key: 'purge:test', payload: { tags: ['article:broken'] }, dueAt: new Date(Date.now() - 120_000) }]))
  await expect.poll(async () => (await findLate()).rows, { timeout: 15_000 }).toMatchObject([{ kind: 'purge', tries: 1, lastError: 'the cache in front answered 503' }])
  const { rows: [row], mayRedo } = await findLateEffects(editor)
  expect([mayRedo, (await findLateEffects(writer)).rows[0]?.lastError]).toEqual([true, null])
  answers.delete('article:broken')
  await expect(redoEffect({ actor: writer, id: row!.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await redoEffect({ actor: editor, id: row!.id })
  await expect.poll(async () => (await findLate()).count, { timeout: 15_000 }).toBe(0)
  expect(new Set(heard.filter(({ keys }) => keys.includes('article:broken')).map(({ key }) => key))).toEqual(new Set(['purge:test']))
  await expect(redoEffect({ actor: editor, id: row!.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a key that is known is not added again, and what lies ahead waits', async () => {
  const effect = { kind: 'purge', key: 'purge:once', payload: { tags: ['article:once'] }, dueAt: new Date(Date.now() - 1_000) }
  for (let n = 0; n < 3; n++) await transact({}, (tx) => addEffects(tx, [effect]))
  await transact({}, (tx) => addEffects(tx, [{ ...effect, key: 'purge:ahead', payload: { tags: ['article:ahead'] }, dueAt: new Date(Date.now() + 3_600_000) }]))
  await expect.poll(() => timesOf('article:once'), { timeout: 15_000 }).toBe(1)
  await expect.poll(async () => (await db.outbox.findUniqueOrThrow({ where: { key: 'purge:once' } })).doneAt, { timeout: 15_000 }).not.toBeNull()
  expect([timesOf('article:once'), timesOf('article:ahead')]).toEqual([1, 0])
})

test('the outside links of what has gone live are looked at in the next run', async () => {
  const made = await live(named(url()))
  const at = async (): Promise<Date | null> => (await db.linkHealth.findUnique({ where: { targetId: targetOf(made) }, select: { nextCheckAt: true } }))?.nextCheckAt ?? null
  await expect.poll(at, { timeout: 15_000 }).not.toBeNull()
  expect((await at())!.getTime()).toBeLessThanOrEqual(Date.now())
})
