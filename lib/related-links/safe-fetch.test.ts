import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchSafely, type Network, type Way } from './safe-fetch'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A server on loopback that notes what it is asked. */
async function serve(answer: RequestListener, host = '127.0.0.1', port = 0) {
  const asked: IncomingMessage[] = []
  const left = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    asked.push(request)
    request.socket.once('close', () => left.resolve())
    answer(request, response)
  })
  server.listen(port, host)
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port: taken } = server.address() as AddressInfo
  return { asked, left: left.promise, server, port: taken, opened: `${host}:${taken}`, url: (path = '/') => `http://${host}:${taken}${path}` }
}

const status: Way = { wanted: 'status', before: async () => null, inTurn: (_host, request) => request() }
const text: Way = { ...status, wanted: 'text' }
const network = (more: Partial<Network>): Network => ({ userAgent: 'Test/1.0', limitMs: 3_000, resolve: () => Promise.reject(new Error('no names here')), ...more })
const names = (table: Record<string, string[]>) => (hostname: string) => (table[hostname] ? Promise.resolve(table[hostname]) : Promise.reject(Object.assign(new Error(hostname), { code: 'ENOTFOUND' })))
const open = (...servers: { opened: string }[]) => new Set(servers.map(({ opened }) => opened))
const problem = (name: string) => ({ ok: false, problem: name })

describe('what is not public is not connected to', () => {
  test('nor is a server on loopback, by any spelling, with nothing opened for the test', async () => {
    const server = await serve((_request, response) => response.end())
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', 'localhost', 'intern.test']) {
      const resolve = names({ localhost: ['127.0.0.1'], 'intern.test': ['127.0.0.1'] })
      expect(await fetchSafely(`http://${host}:${server.port}/`, status, network({ resolve }))).toEqual(problem('unsafe'))
    }
    expect(server.asked).toEqual([])
  })

  test('nor another port, scheme or user info', async () => {
    const resolve = names({ 'a.test': ['8.8.8.8'] })
    for (const address of ['http://a.test:8080/', 'https://a.test:22/', 'ftp://a.test/', 'file:///etc/passwd', 'http://a:b@a.test/', 'http://@:80/', 'inte en adress', ''])
      expect(await fetchSafely(address, status, network({ resolve }))).toEqual(problem('unsafe'))
  })

  test('nor a name of which one address is private, wherever it stands', async () => {
    const server = await serve((_request, response) => response.end())
    for (const addresses of [['127.0.0.1', '10.0.0.1'], ['10.0.0.1', '127.0.0.1'], ['127.0.0.1', '::1'], ['127.0.0.1', '8.8.8.8', 'fe80::1']])
      expect(await fetchSafely(`http://a.test:${server.port}/`, status, network({ resolve: names({ 'a.test': addresses }), open: open(server) }))).toEqual(problem('unsafe'))
    expect(server.asked).toEqual([])
  })

  test('what was checked is connected to: a name that answers otherwise the second time leads nowhere else', async () => {
    const outside = await serve((_request, response) => response.end('ute'))
    const inside = await serve((_request, response) => response.end('inne'), '127.0.0.2', outside.port)
    let answers = 0
    const resolve = async () => ((answers += 1) === 1 ? ['127.0.0.1'] : ['127.0.0.2'])
    expect(await fetchSafely(`http://byter.test:${outside.port}/`, text, network({ resolve, open: open(outside) }))).toMatchObject({ ok: true, answer: { body: 'ute' } })
    expect(answers).toBe(1)
    expect(outside.asked[0]!.headers.host).toBe(`byter.test:${outside.port}`)
    expect(await fetchSafely(`http://byter.test:${outside.port}/`, text, network({ resolve, open: open(outside) }))).toEqual(problem('unsafe'))
    expect(inside.asked).toEqual([])
  })

  test('a redirect is checked like the first address', async () => {
    const inside = await serve((_request, response) => response.end('hemligt'))
    for (const to of [inside.url(), 'http://169.254.169.254/latest/', 'http://[::1]/', 'file:///etc/passwd', 'http://a:b@8.8.8.8/', 'http://8.8.8.8:22/', 'http://intern.test/']) {
      const server = await serve((_request, response) => response.writeHead(302, { location: to }).end())
      expect(await fetchSafely(server.url(), text, network({ resolve: names({ 'intern.test': ['192.168.1.1'] }), open: open(server) }))).toEqual(problem('unsafe'))
    }
    expect(inside.asked).toEqual([])
  })

  test('a redirect to a name that now is private is refused, though it was not before', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/igen' }).end())
    let answers = 0
    const resolve = async () => ((answers += 1) === 1 ? ['127.0.0.1'] : ['127.0.0.2'])
    expect(await fetchSafely(`http://a.test:${server.port}/`, status, network({ resolve, open: open(server) }))).toEqual(problem('unsafe'))
    expect(server.asked).toHaveLength(1)
  })
})

describe('what is asked', () => {
  test('HEAD; GET where HEAD is refused or says no', async () => {
    for (const refusal of [400, 401, 403, 404, 405, 410, 500, 501]) {
      const server = await serve((request, response) => response.writeHead(request.method === 'HEAD' ? refusal : 200).end())
      expect(await fetchSafely(server.url(), status, network({ open: open(server) }))).toMatchObject({ ok: true, answer: { status: 200 } })
      expect(server.asked.map((request) => request.method)).toEqual(['HEAD', 'GET'])
    }
    for (const said of [200, 204, 429, 503, 999]) {
      const server = await serve((_request, response) => response.writeHead(said).end())
      expect(await fetchSafely(server.url(), status, network({ open: open(server) }))).toMatchObject({ ok: true, answer: { status: said } })
      expect(server.asked.map((request) => request.method)).toEqual(['HEAD'])
    }
  })

  test('without cookies or credentials, also after a redirect that sets one, and under our name', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/inne', 'set-cookie': 'a=b; Path=/' }).end()
      else response.end()
    })
    await fetchSafely(server.url(), status, network({ open: open(server) }))
    expect(server.asked).toHaveLength(2)
    for (const { headers } of server.asked) expect(headers).toEqual({ 'user-agent': 'Test/1.0', accept: '*/*', 'accept-encoding': 'identity', host: server.opened, connection: 'close' })
  })

  test('at most five redirects', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url!.slice(1))
      if (left > 0) response.writeHead(307, { location: `/${left - 1}` })
      response.end()
    })
    expect(await fetchSafely(server.url('/5'), status, network({ open: open(server) }))).toMatchObject({ ok: true, answer: { status: 200, permanentTo: null } })
    expect(await fetchSafely(server.url('/6'), status, network({ open: open(server) }))).toEqual(problem('redirects'))
  })

  test('permanent redirects tell where they lead, as far as they are permanent', async () => {
    const way: Record<string, [number, string]> = { '/a': [301, '/b'], '/b': [308, '/c'], '/c': [302, '/d'], '/d': [301, '/e'] }
    const server = await serve((request, response) => {
      const [code, location] = way[request.url!] ?? [200, undefined]
      response.writeHead(code, location ? { location } : {}).end()
    })
    expect(await fetchSafely(server.url('/a'), status, network({ open: open(server) }))).toMatchObject({ answer: { permanentTo: server.url('/c') } })
    expect(await fetchSafely(server.url('/c'), status, network({ open: open(server) }))).toMatchObject({ answer: { permanentTo: null } })
  })
})

describe('limits', () => {
  test.each(['headers', 'body'])('a server that keeps us waiting for its %s is left', async (what) => {
    const server = await serve((_request, response) => {
      if (what === 'body') response.writeHead(200).write('lite')
    })
    const [answer] = await Promise.all([fetchSafely(server.url(), text, network({ open: open(server), limitMs: 150 })), server.left])
    expect(answer).toEqual(problem('timeout'))
  })

  test('the limit is for all steps together', async () => {
    const server = await serve((_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60))
    expect(await fetchSafely(server.url(), status, network({ open: open(server), limitMs: 150 }))).toEqual(problem('timeout'))
    expect(server.asked.length).toBeLessThanOrEqual(3)
  })

  test('a name server that keeps us waiting is left', async () => {
    expect(await fetchSafely('http://a.test/', status, network({ resolve: () => new Promise(() => {}), limitMs: 50 }))).toEqual(problem('timeout'))
  })

  test('an endless body is cut and the connection closed', async () => {
    const chunk = Buffer.alloc(64_000, 'x')
    const server = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', more)
      }
      more()
    })
    const [answer] = await Promise.all([fetchSafely(server.url(), text, network({ open: open(server) })), server.left])
    expect(answer).toMatchObject({ ok: true, answer: { status: 200 } })
    expect(answer.ok && answer.answer.body.length).toBe(512_000)
  })
})

test('what went wrong has a name', async () => {
  const dropping = await serve((request) => request.socket.destroy())
  const plain = await serve((_request, response) => response.end())
  const closed = await serve(() => {})
  await new Promise((done) => closed.server.close(done))
  const resolve = (hostname: string) => Promise.reject(Object.assign(new Error(hostname), { code: hostname.startsWith('finns-inte') ? 'ENOTFOUND' : 'ESERVFAIL' }))
  const ask = (address: string) => fetchSafely(address, status, network({ resolve, open: open(dropping, plain, closed) }))
  expect(await ask('http://finns-inte.test/')).toEqual(problem('no-host'))
  expect(await ask('http://servfail.test/')).toEqual(problem('dns'))
  expect(await ask(dropping.url())).toEqual(problem('connection'))
  expect(await ask(closed.url())).toEqual(problem('connection'))
  expect(await ask(plain.url().replace('http:', 'https:'))).toEqual(problem('tls'))
})
