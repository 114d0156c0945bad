import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { CHANNEL, parsePayload } from '@/lib/platform/notify'
import { type CheckOptions, checkLinks, deleteOldHosts, enlistTargets, ensureTargets, replaceLinkUses } from './commands'
import { findTargetViews } from './queries'

const HOUR = 3_600_000
const T0 = new Date('2026-11-24T06:00:00Z')
const after = (hours: number): Date => new Date(T0.getTime() + hours * HOUR)
const closing: (() => void)[] = []
afterEach(async () => {
  closing.splice(0).forEach((close) => close())
  await db.linkUse.deleteMany()
  await db.linkHealth.deleteMany()
  await db.linkHost.deleteMany()
})
afterAll(() => db.$disconnect())

/** A clock that moves when somebody sleeps: exact for one sleeper. */
function clockAt(start: Date) {
  let now = start.getTime()
  return {
    time: () => new Date(now),
    clock: {
      now: async () => new Date(now),
      sleep: async (ms: number) => {
        now += ms
      },
    },
  }
}
/** Hosts whose robots.txt is known to allow everything: nobody has to sleep. */
const knowHosts = (...urls: string[]) => db.linkHost.createMany({ data: urls.map((url) => ({ host: new URL(url).host, nextRequestAt: T0, robots: '', robotsUntil: after(24) })) })

type Asked = { method: string; url: string; host: string; at: Date; agent: string }
/** A web of one server on loopback: `host` in its names is what a request named. Only this test opens it. */
async function web(answer: RequestListener, start = T0) {
  const asked: Asked[] = []
  const { time, clock } = clockAt(start)
  const server = createServer((request, response) => {
    asked.push({ method: request.method!, url: request.url!, host: request.headers.host!.split(':')[0]!, at: time(), agent: request.headers['user-agent']! })
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const resolve = async () => ['127.0.0.1']
  const options: CheckOptions = { network: { resolve, open: new Set([`127.0.0.1:${port}`]) }, clock, luck: () => 0.5 }
  return { asked, options, url: (path: string, host = 'a.test') => `http://${host}:${port}${path}` }
}
const noRobots = (answer: RequestListener): RequestListener => (request, response) => (request.url === '/robots.txt' ? response.writeHead(404).end() : answer(request, response))
const says = (status: number) => noRobots((_request, response) => response.writeHead(status).end())

/** Target rows of addresses that a draft names. */
async function name(...urls: string[]): Promise<string[]> {
  const user = await db.user.create({ data: { email: `${crypto.randomUUID()}@example.se`, name: 'N', role: 'editor' } })
  const { id: articleId } = await db.article.create({ data: { body: { type: 'doc', content: [] }, createdById: user.id, changedById: user.id, createdAt: T0, changedAt: T0 } })
  return db.$transaction(async (tx) => {
    const ids = await ensureTargets(tx, urls.map((url) => ({ kind: 'url', url })), T0)
    const uses = urls.map((url, position) => ({ position, place: 'block' as const, targetId: ids.get(`url:${url}`)!, title: null }))
    await replaceLinkUses(tx, { articleId, revisionId: null, uses, now: T0 })
    return uses.map(({ targetId }) => targetId)
  })
}
const healthAt = async (id: string) => (await findTargetViews([id]))[0]!
const row = (targetId: string) => db.linkHealth.findUniqueOrThrow({ where: { targetId } })
const run = ({ options }: { options: CheckOptions }, at: Date) => checkLinks({ ...options, clock: clockAt(at).clock })

async function listen() {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  await client.query(`LISTEN ${CHANNEL}`)
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(...parsePayload(payload!).tags!))
  closing.push(() => void client.end())
  // What was sent before this answers has been heard by then.
  return async () => {
    await client.query('SELECT 1')
    return heard.splice(0)
  }
}

describe('a link that a draft names', () => {
  test('is looked at in the next run, robots.txt first, with HEAD, and rests a week', async () => {
    const site = await web(says(200))
    const [id] = await name(site.url('/a'))
    expect(await healthAt(id!)).toMatchObject({ state: 'outside', health: 'unknown', check: null })
    expect(await checkLinks(site.options)).toEqual({ checked: 1, deferred: 0 })
    expect(site.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /robots.txt', 'HEAD /a'])
    expect(site.asked[0]!.agent).toBe('SpaltLinkCheck/1.0 (+http://localhost:3000; checks that links in our articles still work)')
    expect(await healthAt(id!)).toMatchObject({ health: 'healthy', check: { status: 200, problem: null } })
    const { checkedAt, nextCheckAt } = await row(id!)
    expect(nextCheckAt!.getTime() - checkedAt!.getTime()).toBe(7 * 24 * HOUR)
    expect(await run(site, after(6))).toEqual({ checked: 0, deferred: 0 })
  })

  test.each([404, 410])('that answers %i is broken the second time, hours later, and healthy when it answers again; pages are told', async (said) => {
    let status = said
    const site = await web(noRobots((_request, response) => response.writeHead(status).end()))
    const [id] = await name(site.url('/borta'))
    const heard = await listen()
    await run(site, T0)
    expect(site.asked.map(({ method }) => method)).toEqual(['GET', 'HEAD', 'GET'])
    expect(await healthAt(id!)).toMatchObject({ health: 'unknown', check: { status: said, problem: 'missing' } })
    expect(await run(site, after(4.9))).toEqual({ checked: 0, deferred: 0 })
    expect(await heard()).toEqual([])
    await run(site, after(5.1))
    expect(await healthAt(id!)).toMatchObject({ health: 'broken' })
    expect(await heard()).toEqual([`target:${id}`])
    await run(site, after(29.2))
    expect(await heard()).toEqual([])
    status = 200
    await run(site, after(53.3))
    expect(await healthAt(id!)).toMatchObject({ health: 'healthy' })
    expect(await heard()).toEqual([`target:${id}`])
  })

  test('on a host whose name is gone is broken the second time', async () => {
    const site = await web(says(200))
    const [id] = await name('http://finns-inte.test/x')
    const network = { ...site.options.network, resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) }
    for (const at of [T0, after(5.1)]) await run({ options: { ...site.options, network } }, at)
    expect(await healthAt(id!)).toMatchObject({ health: 'broken', check: { status: null, problem: 'no-host' } })
  })

  test.each([403, 429, 999, 500, 503])('that answers %i is unknown however often', async (said) => {
    const site = await web(says(said))
    const [id] = await name(site.url('/x'))
    for (let day = 0; day < 3; day += 1) expect(await run(site, after(day * 25))).toEqual({ checked: 1, deferred: 0 })
    expect(await healthAt(id!)).toMatchObject({ health: 'unknown', check: { status: said } })
  })

  test('to a private machine is never asked for', async () => {
    const site = await web(says(200))
    const [id] = await name('http://169.254.169.254/latest/meta-data/')
    const [other] = await name(`${site.url('/')}`.replace('a.test', '127.0.0.2'))
    await checkLinks(site.options)
    for (const target of [id, other]) expect(await healthAt(target!)).toMatchObject({ health: 'unknown', check: { problem: 'unsafe' } })
    expect(site.asked).toEqual([])
  })

  test('has its new address remembered when it has moved for good, and is never changed', async () => {
    const site = await web(noRobots((request, response) => response.writeHead(request.url === '/gammal' ? 301 : 200, { location: '/ny' }).end()))
    const [id] = await name(site.url('/gammal'))
    await checkLinks(site.options)
    expect(await healthAt(id!)).toMatchObject({ health: 'healthy', redirectedTo: site.url('/ny'), url: site.url('/gammal') })
  })

  test('is forgotten by the checker when nothing names it, and remembered when something does', async () => {
    const site = await web(says(200))
    const [id] = await name(site.url('/x'))
    await enlistTargets(T0)
    const { articleId } = await db.linkUse.findFirstOrThrow({ where: { targetId: id! } })
    await db.linkUse.deleteMany({ where: { targetId: id! } })
    expect(await checkLinks(site.options)).toEqual({ checked: 0, deferred: 0 })
    expect(await row(id!)).toMatchObject({ nextCheckAt: null })
    expect(await run(site, after(48))).toEqual({ checked: 0, deferred: 0 })
    await db.linkUse.create({ data: { articleId, position: 0, place: 'block', targetId: id! } })
    expect(await run(site, after(49))).toEqual({ checked: 1, deferred: 0 })
  })

  test('that was merged into another is that one', async () => {
    const site = await web(says(200))
    const [from, into] = await name(site.url('/fran'), site.url('/till'))
    await enlistTargets(T0)
    await db.linkTarget.update({ where: { id: from! }, data: { mergedIntoId: into! } })
    await db.linkUse.deleteMany({ where: { targetId: into! } })
    expect(await checkLinks(site.options)).toEqual({ checked: 1, deferred: 0 })
    expect(site.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/till'])
    expect(await healthAt(from!)).toMatchObject({ health: 'healthy', survivorId: into })
  })
})

describe('manners', () => {
  test('what robots.txt closes is not asked for, and robots.txt itself once a day', async () => {
    const site = await web((request, response) => response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /\n\nUser-agent: spaltlinkcheck\nDisallow: /stangt\n' : ''))
    const [closed, open] = await name(site.url('/stangt/x'), site.url('/oppet'))
    await run(site, T0)
    expect(await healthAt(closed!)).toMatchObject({ health: 'unknown', check: { problem: 'robots' } })
    expect(await healthAt(open!)).toMatchObject({ health: 'healthy' })
    await db.linkHealth.updateMany({ data: { nextCheckAt: T0 } })
    await run(site, after(23))
    await db.linkHealth.updateMany({ data: { nextCheckAt: T0 } })
    await run(site, after(25))
    expect(site.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/oppet', '/oppet', '/robots.txt', '/oppet'])
  })

  test('a redirect asks the robots.txt of where it leads', async () => {
    const site = await web((request, response) => {
      const isClosed = request.headers.host!.startsWith('b.test')
      if (request.url === '/robots.txt') response.end(isClosed ? 'User-agent: *\nDisallow: /' : '')
      else response.writeHead(301, { location: `http://${request.headers.host!.replace('a.test', 'b.test')}/` }).end()
    })
    const [id] = await name(site.url('/x'))
    await checkLinks(site.options)
    expect(site.asked.map(({ host, url }) => host + url)).toEqual(['a.test/robots.txt', 'a.test/x', 'b.test/robots.txt'])
    expect(await healthAt(id!)).toMatchObject({ check: { problem: 'robots' }, redirectedTo: null })
  })

  test('a robots.txt that cannot be read now lets nothing be asked, and is tried again', async () => {
    let isWell = false
    const site = await web((_request, response) => response.writeHead(isWell ? 200 : 503).end())
    const [id] = await name(site.url('/x'))
    await run(site, T0)
    expect(site.asked.map(({ url }) => url)).toEqual(['/robots.txt'])
    expect(await healthAt(id!)).toMatchObject({ health: 'unknown', check: { problem: 'server-error' } })
    isWell = true
    await run(site, after(25))
    expect(await healthAt(id!)).toMatchObject({ health: 'healthy' })
  })

  test('a host is asked at most every 10 s, others do not wait for it, and what a run does not come to is put off', async () => {
    const site = await web(says(200))
    const others = [site.url('/', 'b.test'), site.url('/', 'c.test')]
    await knowHosts(...others)
    const ids = await name(...Array.from({ length: 9 }, (_, i) => site.url(`/${i}`)), ...others)
    const { checked, deferred } = await checkLinks(site.options)
    expect([checked, deferred]).toEqual([2 + 6, 3])
    const times = site.asked.filter(({ host }) => host === 'a.test').map(({ at }) => at.getTime() - T0.getTime())
    expect(times).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000])
    for (const id of ids.slice(-2)) expect(await healthAt(id)).toMatchObject({ health: 'healthy' })
    const left = await db.linkHealth.findMany({ where: { checkedAt: null } })
    expect(left.map(({ nextCheckAt }) => nextCheckAt!.getTime() - T0.getTime())).toEqual(Array(3).fill(120_000))
  })

  test('the next run does not come sooner to a host than this one; after two days the host is forgotten', async () => {
    const site = await web(says(200))
    await name(site.url('/1'))
    await checkLinks(site.options)
    await name(site.url('/2'))
    await checkLinks(site.options)
    expect(site.asked.map(({ at }) => at.getTime() - T0.getTime())).toEqual([0, 10_000, 20_000])
    for (const [hours, count] of [[47, 1], [50, 0]] as const) {
      await deleteOldHosts(after(hours))
      expect(await db.linkHost.count()).toBe(count)
    }
  })

  test('at most four requests at once', async () => {
    let [now, most] = [0, 0]
    const waiting: (() => void)[] = []
    // Four wait for each other, and then for the database, so that a fifth had the time to come.
    const site = await web((_request, response) => {
      most = Math.max(most, (now += 1))
      waiting.push(() => {
        now -= 1
        response.end()
      })
      if (waiting.length === 4) void db.$queryRaw`SELECT 1`.then(() => waiting.splice(0, 4).forEach((answer) => answer()))
    })
    const urls = Array.from({ length: 12 }, (_, i) => site.url('/', `h${i}.test`))
    await knowHosts(...urls)
    await name(...urls)
    expect(await checkLinks(site.options)).toEqual({ checked: 12, deferred: 0 })
    expect(most).toBe(4)
  })

  test('two runs at once never take the same link', async () => {
    const site = await web(says(200))
    const urls = Array.from({ length: 8 }, (_, i) => site.url('/', `h${i}.test`))
    await knowHosts(...urls)
    await name(...urls)
    await enlistTargets(T0)
    const [one, two] = await Promise.all([checkLinks(site.options), checkLinks(site.options)])
    expect(one.checked + two.checked).toBe(8)
    expect(site.asked.filter(({ method }) => method === 'HEAD')).toHaveLength(8)
  })
})
