import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { PageFront } from './front'

type Answer = { text?: string; status?: number; tags?: string; expires?: number; fails?: boolean }
const closings: (() => void)[] = []
afterEach(() => closings.splice(0).forEach((close) => close()))

/** A front over pages that the test writes, and a real server before it; rendering waits where the test says. */
async function newsroom({ keptFor = 60_000, speaksSurrogate = false } = {}) {
  const pages = new Map<string, Answer>()
  const asked: { url: string; headers: IncomingMessage['headers'] }[] = []
  const gate: { wait: Promise<void> | null } = { wait: null }
  const render = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push({ url: request.url!, headers: request.headers })
    const { text = 'x'.repeat(3_000), status = 200, tags = `slug:${request.url}`, expires, fails } = pages.get(request.url!) ?? {}
    await gate.wait
    if (fails) throw new Error('no page')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (tags) response.setHeader('x-spalt-depends-on', tags)
    if (expires !== undefined) response.setHeader('x-spalt-expires-in', String(expires))
    response.writeHead(status)
    response.write(text.slice(0, 10))
    response.end(text.slice(10))
  }
  const front = new PageFront({ render, host: 'tidning.example', limit: 10_000_000, keptFor, speaksSurrogate })
  front.isListening = true
  const server = createServer((request, response) => {
    if (!front.answerKnown(request, response) && !front.answer(request, response)) response.writeHead(404).end('next')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closings.push(() => server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(base + path, init)
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return { front, pages, asked, gate, get }
}

describe('the page cache', () => {
  test('renders once for any number of readers who come together, and without anything of theirs', async () => {
    const { asked, get } = await newsroom()
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => get(`/a/x?utm_source=${n}`, { headers: { cookie: '__Host-session=secret', authorization: 'x' } })))
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
    await get('/a/x')
    expect(asked).toEqual([{ url: '/a/x', headers: { host: 'tidning.example' } }])
    expect([...all[0]!.headers.keys()].filter((name) => name.startsWith('x-spalt'))).toEqual([])
  })

  test('counts what it holds: the packed bytes, once a page is packed', async () => {
    const { front, get } = await newsroom()
    await get('/a/x', { headers: { 'accept-encoding': 'identity' } })
    const plain = front.state.bytes
    await get('/a/x', { headers: { 'accept-encoding': 'br' } })
    expect(plain).toBeGreaterThan(3_000)
    expect(front.state.bytes).toBeLessThan(plain - 2_500)
  })

  test('packs, and answers 304 to who has the bytes; HEAD has no body', async () => {
    const { get } = await newsroom()
    const packed = await get('/a/x', { headers: { 'accept-encoding': 'br' } })
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary'), packed.text.length]).toEqual(['br', 'Accept-Encoding', 3_000])
    const etag = packed.headers.get('etag')!
    for (const known of [etag, `"other", W/${etag}`, '*']) expect((await get('/a/x', { headers: { 'accept-encoding': 'br', 'if-none-match': known } })).status).toBe(304)
    expect((await get('/a/x', { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } })).status).toBe(200)
    const plain = await get('/a/x', { headers: { 'accept-encoding': 'identity' } })
    expect([plain.text, plain.headers.get('content-encoding')]).toEqual(['x'.repeat(3_000), null])
    const head = await get('/a/x', { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    expect([head.status, head.text, Number(head.headers.get('content-length')) > 0]).toEqual([200, '', true])
  })

  test('a page is made anew when what it depends on changed, or when its time is over', async () => {
    const { front, pages, get } = await newsroom()
    pages.set('/a/x', { text: 'old', tags: 'article:1 tag:2' })
    expect((await get('/a/x')).text).toBe('old')
    pages.set('/a/x', { text: 'new', tags: 'article:1', expires: 0 })
    front.overtake(['tag:3'], false)
    expect((await get('/a/x')).text).toBe('old')
    front.overtake(['tag:2'], false)
    expect((await get('/a/x')).text).toBe('new')
    pages.set('/a/x', { text: 'newest' })
    expect((await get('/a/x')).text).toBe('newest')
  })

  test('a change while a page is rendered: who came before gets it, nobody after', async () => {
    const { front, pages, asked, gate, get } = await newsroom()
    let open = () => {}
    gate.wait = new Promise((done) => { open = done })
    pages.set('/a/x', { text: 'old', tags: 'article:1' })
    const first = get('/a/x')
    await expect.poll(() => asked.length).toBe(1)
    pages.set('/a/x', { text: 'new', tags: 'article:1' })
    front.overtake(['article:1'], false)
    const second = get('/a/x')
    open()
    expect([(await first).text, (await second).text, (await get('/a/x')).text]).toEqual(['old', 'new', 'new'])
  })

  test('an old page is shown while none can be made, but not what was taken from readers', async () => {
    const { front, pages, get } = await newsroom()
    for (const path of ['/a/x', '/a/killed']) await get(path)
    for (const path of ['/a/x', '/a/killed']) pages.set(path, { status: 500, tags: '', text: 'broken' })
    front.overtake(['slug:/a/x'], false)
    front.overtake(['slug:/a/killed'], true)
    expect([(await get('/a/x')).status, (await get('/a/killed')).status]).toEqual([200, 500])
    expect(front.state.oldPagesSince).not.toBeNull()
    pages.delete('/a/x')
    await expect.poll(async () => (await get('/a/x')).status === 200 && front.state.oldPagesSince === null, { timeout: 5_000 }).toBe(true)
  })

  test('who does not hear of changes remembers nothing new, and shows what is known only for a while', async () => {
    const { front, pages, asked, get } = await newsroom({ keptFor: 0 })
    await get('/a/x')
    front.isListening = false
    pages.set('/a/x', { text: 'new' })
    expect((await get('/a/x')).text).toBe('new')
    await get('/a/y')
    await get('/a/y')
    expect(asked.filter(({ url }) => url === '/a/y')).toHaveLength(2)
  })

  test('tells a cache in front how long and by which keys', async () => {
    const { pages, get } = await newsroom({ speaksSurrogate: true })
    pages.set('/a/x', { tags: 'article:1 tag:2', expires: 90_500 })
    const { headers } = await get('/a/x')
    expect([headers.get('surrogate-control'), headers.get('surrogate-key')]).toEqual(['max-age=90', 'article:1 tag:2'])
  })

  test('a page that cannot be made at all is an answer too', async () => {
    const { pages, get } = await newsroom()
    pages.set('/a/x', { fails: true })
    const { status, headers } = await get('/a/x')
    expect([status, headers.get('retry-after')]).toEqual([503, '10'])
  })

  test('leaves alone what is not a readers’ page', async () => {
    const { asked, get } = await newsroom()
    expect([(await get('/desk')).text, (await get('/a/x', { method: 'POST' })).text, asked.length]).toEqual(['next', 'next', 0])
  })
})
