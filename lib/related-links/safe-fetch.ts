// The only way out to the network. Every address that a name has is checked, and what was checked is what is connected to.
import { Resolver } from 'node:dns/promises'
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addAbortSignal } from 'node:stream'
import type { Problem } from './health'
import { hostnameOf, isPlainWeb, isPublicAddress, portOf } from './network-address'

const MOST_REDIRECTS = 5
const MOST_BYTES = 512_000
const LIMIT_MS = 5_000
const PORTS = new Set([80, 443])
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PERMANENT = new Set([301, 308])
/** After these a second request would only be a nuisance. */
const NO_SECOND_TRY = new Set([429, 503, 999])

export type Answer = {
  status: number
  /** the text, cut at the limit; empty unless it was asked for */
  body: string
  /** where the first redirects lead, while they are permanent; null without any */
  permanentTo: string | null
}
export type Fetched = { ok: true; answer: Answer } | { ok: false; problem: Problem }

export type Network = {
  userAgent: string
  /** every address of a name; rejects as node:dns does */
  resolve?: (hostname: string) => Promise<string[]>
  limitMs?: number
  mostBytes?: number
  /** Only for tests: `address:port` of servers on loopback that may be asked all the same. */
  open?: ReadonlySet<string>
}
export type Way = {
  /** `status`: HEAD, then GET where HEAD is refused, and no body; `text`: GET with its body */
  wanted: 'status' | 'text'
  /** called before each request, redirects too; a problem ends it */
  before: (url: URL) => Promise<Problem | null>
  /** runs each request, when it may be made; the time until then is not counted */
  inTurn: <T>(host: string, request: () => Promise<T>) => Promise<T>
}

class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem)
    this.problem = problem
  }
}

/** Asks for an address, following at most 5 redirects, each checked like the first. Never throws for what the other side does. */
export async function fetchSafely(address: string, way: Way, network: Network): Promise<Fetched> {
  try {
    return { ok: true, answer: await walk(address, way, network) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

type Step = { url: URL; method: 'HEAD' | 'GET'; redirects: number; isPermanent: boolean; permanentTo: string | null }

async function walk(address: string, way: Way, network: Network): Promise<Answer> {
  const clock = stopwatch(network.limitMs ?? LIMIT_MS)
  let step: Step = { url: parse(address), method: way.wanted === 'status' ? 'HEAD' : 'GET', redirects: 0, isPermanent: true, permanentTo: null }
  for (;;) {
    const { url, method } = step
    if (!isPlainWeb(url)) throw new Refused('unsafe')
    const problem = await way.before(url)
    if (problem) throw new Refused(problem)
    const reply = await way.inTurn(url.host, () => clock.run((signal) => ask({ url, method, isBodyWanted: way.wanted === 'text', network, signal })))
    const next = stepAfter(step, reply)
    if (next === null) return { status: reply.status, body: reply.body, permanentTo: step.permanentTo }
    step = next
  }
}

/** Where a reply sends us: on to another address, or back with GET; null when it is the answer. */
function stepAfter(step: Step, { status, location }: Reply): Step | null {
  if (REDIRECTS.has(status) && location !== undefined) return redirected(step, status, location)
  const isRefused = status < 200 || status > 299
  return step.method === 'HEAD' && isRefused && !NO_SECOND_TRY.has(status) ? { ...step, method: 'GET' } : null
}

function redirected(step: Step, status: number, location: string): Step {
  const redirects = step.redirects + 1
  if (redirects > MOST_REDIRECTS) throw new Refused('redirects')
  const url = parse(location, step.url)
  const isPermanent = step.isPermanent && PERMANENT.has(status)
  return { ...step, url, redirects, isPermanent, permanentTo: isPermanent ? url.href : step.permanentTo }
}

function parse(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refused(base ? 'redirects' : 'unsafe')
  return new URL(address, base)
}

type Asked = { url: URL; method: 'HEAD' | 'GET'; isBodyWanted: boolean; network: Network; signal: AbortSignal }
type Reply = { status: number; location: string | undefined; body: string }

async function ask({ url, method, isBodyWanted, network, signal }: Asked): Promise<Reply> {
  const addresses = await checkedAddresses(url, network)
  signal.throwIfAborted()
  const response = await send(url, { method, addresses, network, signal })
  try {
    const body = isBodyWanted ? await readText(response, network.mostBytes ?? MOST_BYTES) : ''
    return { status: response.statusCode!, location: response.headers.location, body }
  } finally {
    response.destroy()
  }
}

/** The addresses of the url's host, all of them public; none is connected to when one is not. */
async function checkedAddresses(url: URL, network: Network): Promise<string[]> {
  const hostname = hostnameOf(url)
  const addresses = isIP(hostname) ? [hostname] : await resolveAll(hostname, network)
  const port = portOf(url)
  const mayBeAsked = (address: string): boolean => network.open?.has(`${address}:${port}`) || (PORTS.has(port) && isPublicAddress(address))
  if (addresses.length === 0) throw new Refused('dns')
  if (!addresses.every(mayBeAsked)) throw new Refused('unsafe')
  return addresses
}

async function resolveAll(hostname: string, { resolve = resolvePublicly }: Network): Promise<string[]> {
  try {
    return await resolve(hostname)
  } catch (error) {
    throw new Refused((error as { code?: string }).code === 'ENOTFOUND' ? 'no-host' : 'dns')
  }
}

/** A and AAAA by asking the name servers: unlike the system's look-up, these tell "no such name" from "no answer". */
async function resolvePublicly(hostname: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > 0) return found
  const codes = [four, six].map((answer) => (answer.status === 'rejected' ? (answer.reason as { code?: string }).code : undefined))
  throw Object.assign(new Error('no address'), { code: codes.every((code) => code === 'ENOTFOUND') ? 'ENOTFOUND' : 'EAI_AGAIN' })
}

function send(url: URL, { method, addresses, network, signal }: { method: string; addresses: string[]; network: Network; signal: AbortSignal }): Promise<IncomingMessage> {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  // Called for names only; an IP address is connected to as it stands.
  const lookup: LookupFunction = (_hostname, { all: wantsAll }, done) => (wantsAll ? done(null, all) : done(null, all[0]!.address, all[0]!.family))
  const headers = { 'user-agent': network.userAgent, accept: '*/*', 'accept-encoding': 'identity' }
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((done, fail) => {
    const request: ClientRequest = open(url, { method, lookup, headers, agent: false })
    addAbortSignal(signal, request)
    request.once('response', (response) => {
      response.on('error', () => {})
      done(addAbortSignal(signal, response))
    })
    request.on('error', (error) => fail(new Refused(isTlsError(error) ? 'tls' : 'connection')))
    request.end()
  })
}

const isTlsError = ({ code = '' }: NodeJS.ErrnoException): boolean => /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/.test(code)

async function readText(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, most - size))
      size += chunk.length
      if (size >= most) break
    }
  } catch {
    throw new Refused('connection')
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Runs the steps of one walk against one limit. */
function stopwatch(limitMs: number) {
  let left = limitMs
  return {
    async run<T>(step: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const began = performance.now()
      const ending = new AbortController()
      let timer: NodeJS.Timeout | undefined
      const tooLate = new Promise<never>((_done, fail) => {
        timer = setTimeout(() => {
          fail(new Refused('timeout'))
          ending.abort()
        }, Math.max(0, left))
      })
      try {
        return await Promise.race([step(ending.signal), tooLate])
      } finally {
        clearTimeout(timer)
        left -= performance.now() - began
      }
    },
  }
}
