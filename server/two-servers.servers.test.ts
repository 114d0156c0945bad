// Promise 8 with two servers on one database, as on two machines, the first with two processes on its port: whoever is asked,
// no reader gets what was overtaken.
import { readFileSync } from 'node:fs'
import { get as request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getDeskArticle } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import { db } from '@/lib/platform/db'
import { killArticle, publishArticle } from '@/lib/publishing/commands'
import { makeNewsroom } from '@/lib/reader/fixtures'
import { startPostgres } from '@/scripts/running/postgres.mjs'

const SERVERS = [process.env.FIRST_URL!, process.env.SECOND_URL!]
/** ms after a commit in which an old page may still be given */
const ALLOWED = 1_000
const READERS = 4
const OUTAGE = 60_000

type Answer = { server: string; path: string; begun: number; ended: number; status: number; text: string; location: string | null }
const newsroom = await makeNewsroom()
const get = async (server: string, path: string): Promise<Answer> => {
  const begun = performance.now()
  const response = await fetch(server + path, { redirect: 'manual' })
  const text = await response.text()
  return { server, path, begun, ended: performance.now(), status: response.status, text, location: response.headers.get('location') }
}

/** Readers who ask for these addresses at both servers, one after the other, until stopped; `pause` in ms between two rounds. */
function readers(paths: string[], pause = 0) {
  const answers: Answer[] = []
  let isOn = true
  const loops = SERVERS.flatMap((server) => Array.from({ length: READERS }, async () => {
    while (isOn) {
      for (const path of paths) answers.push(await get(server, path))
      if (pause > 0) await sleep(pause)
    }
  }))
  const since = (instant: number, path: string) => answers.filter((answer) => answer.begun > instant && answer.path === path)
  return {
    answers, since, add: (path: string) => paths.push(path),
    /** Both servers have been asked for each address again and again after the time that is allowed. */
    settle: (instant: number) => expect.poll(() => SERVERS.every((server) => paths.every((path) => since(instant + ALLOWED, path).filter((answer) => answer.server === server).length > 20)), { timeout: 60_000 }).toBe(true),
    stop: async () => {
      isOn = false
      await Promise.all(loops)
    },
  }
}

/** A few answers without their texts: what a failed test prints. */
const briefly = (answers: readonly Answer[]) => answers.slice(0, 3).map(({ text: _text, ...rest }) => rest)

async function publish(id: string, words: Partial<DraftInput>): Promise<number> {
  const { version, draft } = await getDeskArticle(newsroom.editor, id)
  await publishArticle({ actor: newsroom.editor, articleId: id, version, draft: { ...draft, ...words } as DraftInput })
  return performance.now()
}

beforeAll(async () => {
  for (const server of SERVERS) await vi.waitUntil(async () => ((await (await fetch(`${server}/api/health`)).json()) as { pages: { state: string } }).pages.state === 'ok', { timeout: 20_000 })
})
afterAll(() => db.$disconnect())

test('published, changed, renamed and killed under load: nothing old after a second, nothing fails', async () => {
  const made = await newsroom.live({ headline: 'Bron öppnar' })
  const other = await newsroom.live({ headline: 'Staden bygger', blocks: [] })
  const paths = [`/a/${made.slug}`, `/a/${other.slug}`, '/', '/feed.xml']
  const load = readers(paths)
  await load.settle(performance.now() - ALLOWED)

  const changed = await publish(made.id, { headline: 'Bron stängs' })
  await load.settle(changed)
  const renamed = `ny-${made.slug}`
  load.add(`/a/${renamed}`)
  await expect.poll(() => load.since(0, `/a/${renamed}`).some((answer) => answer.status === 404)).toBe(true)
  const moving = performance.now()
  const moved = await publish(made.id, { slug: renamed, slugChosen: true })
  await load.settle(moved)
  const killing = performance.now()
  await killArticle({ actor: newsroom.editor, articleId: made.id, reason: 'Fel person namngavs.', publicLine: 'Artikeln är borttagen.' })
  const killed = performance.now()
  await load.settle(killed)
  await load.stop()

  const after = (instant: number, path: string, until = Infinity) => load.since(instant + ALLOWED, path).filter((answer) => answer.ended < until)
  expect(briefly(load.answers.filter((answer) => answer.status >= 500))).toEqual([])
  for (const path of [`/a/${made.slug}`, '/', '/feed.xml']) {
    expect(after(changed, path, moving).every(({ text }) => text.includes('Bron stängs') && !text.includes('Bron öppnar'))).toBe(true)
  }
  expect(new Set(after(moved, `/a/${made.slug}`, killing).map(({ status, location }) => `${status} ${location}`))).toEqual(new Set([`308 /a/${renamed}`]))
  expect(new Set(after(moved, `/a/${renamed}`, killing).map(({ status }) => status))).toEqual(new Set([200]))
  for (const slug of [made.slug, renamed]) expect(new Set(after(killed, `/a/${slug}`).map(({ status, text }) => `${status} ${text.includes('Artikeln är borttagen.')}`))).toEqual(new Set(['410 true']))
  expect(briefly(load.answers.filter(({ begun, text }) => begun > killed + ALLOWED && text.includes('Bron stängs')))).toEqual([])
})

test('the database is away for a minute: readers keep reading, and the first change after it is seen', async () => {
  const made = await newsroom.live({ headline: 'Före avbrottet' })
  const paths = [`/a/${made.slug}`, '/', '/feed.xml']
  const load = readers(paths, 50)
  // the publish is heard of everywhere, and what was made of it is remembered
  await load.settle(performance.now())
  const postgres = await startPostgres({ dataDir: process.env.SPALT_DATA_DIR!, durable: false })
  await db.$disconnect()
  await postgres.stop()
  const stopped = performance.now()
  await expect.poll(() => performance.now() - stopped > OUTAGE, { timeout: OUTAGE * 2, interval: 1_000 }).toBe(true)
  const health = (await (await fetch(`${SERVERS[0]}/api/health`)).json()) as { database: string; pages: { state: string } }
  expect([health.database, health.pages.state]).toEqual(['down', 'deaf'])

  await startPostgres({ dataDir: process.env.SPALT_DATA_DIR!, durable: false })
  await expect.poll(async () => (await db.$queryRaw`SELECT 1`.then(() => true, () => false)), { timeout: 20_000 }).toBe(true)
  const changed = await publish(made.id, { headline: 'Efter avbrottet' })
  // five seconds from when the connection came back
  await load.settle(changed + 4_000)
  await load.stop()
  expect(briefly(load.answers.filter(({ status }) => status !== 200))).toEqual([])
  expect(briefly(load.answers.filter(({ begun, path, text }) => path !== '/feed.xml' && begun < changed - 1_000 && !text.includes('Före avbrottet')))).toEqual([])
  for (const path of paths) expect(load.since(changed + 5_000, path).every(({ text }) => text.includes('Efter avbrottet'))).toBe(true)
})

test('a process that dies beside another on the same port is missed by no new reader, and comes again', async () => {
  const first = Number(process.env.FIRST_PID)
  const children = (): number[] => readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  const beside = (): number[] => children().filter((child) => commandOf(child).includes('server/web.ts'))
  const fresh = (): Promise<number | undefined> => new Promise((done, fail) => request(SERVERS[0]!, { agent: false }, (response) => response.resume().once('end', () => done(response.statusCode))).once('error', fail))
  const hearing = (): Promise<number> => db.$queryRaw<{ id: string }[]>`SELECT id FROM server_process WHERE seen_at > clock_timestamp() - interval '4 seconds'`.then(({ length }) => length)
  await expect.poll(hearing, { timeout: 20_000 }).toBe(3)
  const [pid] = beside()
  process.kill(pid!, 'SIGKILL')
  await expect.poll(children).not.toContain(pid)
  expect(new Set(await Promise.all(Array.from({ length: 50 }, fresh)))).toEqual(new Set([200]))
  await expect.poll(beside, { timeout: 20_000 }).toEqual([expect.any(Number)])
  await expect.poll(hearing, { timeout: 20_000 }).toBe(3)
})

/** The command line of a process; empty when it has ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
