import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { findDeskTargets } from './queries'

const actor = { userId: '00000000-0000-7000-8000-000000000000', name: 'Redaktör', role: 'editor', email: 'redaktor@example.se', locale: 'sv' } as const
const find = (q: string, limit?: number) => findDeskTargets(actor, { show: 'all', sort: 'used', q, before: undefined, limit })

beforeAll(async () => {
  await db.$executeRaw`
    INSERT INTO link_target (id, kind, title, title_key, created_at)
    SELECT gen_random_uuid(), 'title', CASE WHEN n = 1 THEN 'Lanternan på kajen' ELSE 'Mötet om hamnen ' || n END, 'nyckel ' || n, timestamptz '2020-01-01' + n * interval '1 second'
    FROM generate_series(1, 8000) n`
  await db.$executeRaw`
    INSERT INTO link_target (id, kind, title, title_key, created_at)
    SELECT gen_random_uuid(), 'title', 'Fyren ' || n, 'fyr ' || n, timestamptz '2019-01-01' + n * interval '1 second' FROM generate_series(1, 2500) n`
})

test('a word that stands only in the oldest of thousands is found, whole', async () => {
  expect(await find('ANTERNAN PÅ')).toMatchObject({ rows: [{ title: 'Lanternan på kajen' }], next: null, isCut: false })
})

test('a word that stands in all of them gives the newest first, page after page', async () => {
  const { rows, next, isCut } = await find('hamnen', 2)
  expect(rows.map((row) => row.title)).toEqual(['Mötet om hamnen 8000', 'Mötet om hamnen 7999'])
  expect(isCut).toBe(false)
  const further = await findDeskTargets(actor, { show: 'all', sort: 'used', q: 'hamnen', before: next!, limit: 1 })
  expect(further.rows.map((row) => row.title)).toEqual(['Mötet om hamnen 7998'])
})

test('says so when more have the word than are looked at and the page is not full', async () => {
  expect(await find('fyren')).toMatchObject({ isCut: true })
})
