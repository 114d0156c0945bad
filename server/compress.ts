import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { constants, createGzip, type Gzip } from 'node:zlib'
import { acceptedBy } from '@/server/accepted'
import { setHeaders } from '@/server/set-headers'

const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|ld\+json|javascript|xml|rss\+xml|atom\+xml|feed\+json|manifest\+json)|image\/svg\+xml)/
/** Below this, gzip's own bytes eat what it saves. */
const SMALLEST = 1_024
const LEVEL = 6

type Callback = (error?: Error | null) => void

/** Compresses the answer to this request with gzip, where that helps and the client can read it. Streams stay streams. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  const accepts = acceptedBy(String(request.headers['accept-encoding'] ?? ''))
  const accepted = accepts('gzip') || accepts('x-gzip')
  const write = response.write.bind(response) as (chunk: unknown, encoding?: unknown, done?: Callback) => boolean
  const end = response.end.bind(response) as (chunk?: unknown, encoding?: unknown, done?: Callback) => ServerResponse
  const writeHead = response.writeHead.bind(response)
  let gzip: Gzip | null = null
  let decided = false

  const decide = (wholeLength?: number): void => {
    if (decided) return
    decided = true
    if (!isCompressible(response)) return
    response.appendHeader('vary', 'Accept-Encoding')
    const length = Number(response.getHeader('content-length') ?? wholeLength ?? Infinity)
    if (!accepted || length < SMALLEST || request.method === 'HEAD') return
    gzip = encode(response, write, end)
  }

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = rest.find((part) => typeof part === 'object') as OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined
    response.statusCode = status
    if (typeof rest[0] === 'string') response.statusMessage = rest[0]
    setHeaders(response, headers)
    decide()
    return writeHead(status)
  }) as typeof response.writeHead
  response.write = ((chunk: unknown, encoding?: unknown, done?: Callback) => {
    decide()
    return gzip ? gzip.write(chunk, encoding as BufferEncoding, done) : write(chunk, encoding, done)
  }) as typeof response.write
  response.end = ((chunk?: unknown, encoding?: unknown, done?: Callback) => {
    decide(byteLength(chunk))
    if (!gzip) return end(chunk, encoding, done)
    gzip.end(...([chunk, encoding, done].filter((part) => part !== undefined) as [unknown]))
    return response
  }) as typeof response.end
  // React asks for this between the parts of a streamed page.
  Object.assign(response, { flush: () => gzip?.flush(constants.Z_SYNC_FLUSH) })
}

function encode(response: ServerResponse, write: (chunk: unknown) => boolean, end: () => unknown): Gzip {
  response.removeHeader('content-length')
  response.setHeader('content-encoding', 'gzip')
  const tag = response.getHeader('etag')
  if (typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('etag', `W/${tag}`)
  const gzip = createGzip({ level: LEVEL })
  gzip.on('data', (chunk: Buffer) => {
    if (!write(chunk)) gzip.pause()
  })
  gzip.on('end', () => end())
  gzip.on('drain', () => response.emit('drain'))
  response.on('drain', () => gzip.resume())
  response.on('close', () => gzip.destroy())
  return gzip
}

function isCompressible(response: ServerResponse): boolean {
  const { statusCode } = response
  if (statusCode < 200 || statusCode === 204 || statusCode === 206 || statusCode === 304) return false
  if (response.hasHeader('content-encoding') || /no-transform/.test(String(response.getHeader('cache-control') ?? ''))) return false
  return COMPRESSIBLE.test(String(response.getHeader('content-type') ?? ''))
}

function byteLength(chunk: unknown): number | undefined {
  if (typeof chunk === 'string') return Buffer.byteLength(chunk)
  return chunk instanceof Uint8Array ? chunk.byteLength : 0
}
