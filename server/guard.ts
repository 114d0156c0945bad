import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'

/** The address that asked, as this process saw it: the only one that throttling and audit may believe. */
const CLIENT_ADDRESS = 'x-spalt-client-address'

// Next trusts these; a client has no business with them.
const NEVER_FROM_OUTSIDE = /^x-middleware-|^x-spalt-|^x-invoke-/
const ONLY_FROM_A_PROXY = /^x-forwarded-|^forwarded$|^x-real-ip$/

/** What any part of the site is asked by. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** Makes a request safe to hand on, or answers it with 400 or 405 and says false. */
export function guardRequest(request: IncomingMessage, response: ServerResponse): boolean {
  if (!METHODS.has(request.method ?? '')) {
    response.writeHead(405, { 'content-type': 'text/plain; charset=utf-8', allow: [...METHODS].join(', '), connection: 'close' }).end('Method not allowed\n')
    return false
  }
  if (!isPlainTarget(request.url) || request.headers.upgrade !== undefined) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end('Bad request\n')
    return false
  }
  const trusted = process.env.TRUST_PROXY === '1'
  const address = clientAddress(request, trusted)
  for (const name of Object.keys(request.headers)) {
    if (NEVER_FROM_OUTSIDE.test(name) || (!trusted && ONLY_FROM_A_PROXY.test(name))) delete request.headers[name]
  }
  request.headers[CLIENT_ADDRESS] = address
  return true
}

/** A path on this site that can be decoded: no other host's address, no broken escape, no NUL (which Postgres refuses). */
function isPlainTarget(target = ''): boolean {
  if (!target.startsWith('/') || target.startsWith('//') || /[\\\0]|%00/.test(target)) return false
  const [path = ''] = target.split('?', 1)
  try {
    decodeURIComponent(path)
    return URL.canParse(target, 'http://spalt.invalid')
  } catch {
    return false
  }
}

/** The last hop's word behind a proxy that we were told to trust, else the socket itself. */
function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trusted: boolean): string {
  const forwarded = trusted ? String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)!.trim() : ''
  const address = isIP(forwarded) ? forwarded : (request.socket.remoteAddress ?? 'unknown')
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}

/** No part of the site speaks anything but plain requests (and Next's own proxying of upgrades could be led elsewhere). */
export function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => {})
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
