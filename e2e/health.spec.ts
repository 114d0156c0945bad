import { expect, test } from './fixtures'

test('health says what is well and what is late, and ?ready demands all of it', async ({ request }) => {
  const alive = await request.get('/api/health')
  expect(alive.status()).toBe(200)
  expect(await alive.json()).toEqual({ database: 'ok', worker: 'late', lateEffects: expect.any(Number), pages: { state: 'ok', remembered: expect.any(Number), bytes: expect.any(Number), oldSince: null } })
  expect((await request.get('/api/health?ready')).status()).toBe(503)
})
