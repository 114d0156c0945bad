import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'
import { acceptedBy } from '@/server/accepted'

export type Encoding = 'br' | 'gzip' | 'identity'

const GZIP_LEVEL = 6
/** between speed and size for what is rendered while a reader waits */
const BROTLI_QUALITY = 5
/** Below this an encoding's own bytes eat what it saves. */
export const SMALLEST = 1_024
/** Clients send few different lists; what an attacker makes up is not remembered without end. */
const REMEMBERED = 500

const chosen = new Map<string, Encoding>()

/** The best encoding that the client lists and does not rule out: brotli, gzip, or the bytes as they are. */
export function chooseEncoding(list: string): Encoding {
  const known = chosen.get(list)
  if (known) return known
  const encoding = choose(list)
  if (chosen.size < REMEMBERED) chosen.set(list, encoding)
  return encoding
}

function choose(list: string): Encoding {
  const accepts = acceptedBy(list)
  // a client that takes anything may still not know brotli
  if (/\bbr\b/i.test(list) && accepts('br')) return 'br'
  return accepts('gzip') || accepts('x-gzip') ? 'gzip' : 'identity'
}

const [deflate, inflate, toBrotli, fromBrotli] = [promisify(gzip), promisify(gunzip), promisify(brotliCompress), promisify(brotliDecompress)]

/** Packs a body; `identity` leaves it as it is. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return exactly(await deflate(body, { level: GZIP_LEVEL }))
  if (encoding === 'br') return exactly(await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }))
  return body
}

/** The bytes alone: what zlib answers is a part of a larger buffer, all of which would be kept with it. */
function exactly(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}

/** The reverse. */
export async function decode(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return inflate(bytes)
  return encoding === 'br' ? fromBrotli(bytes) : bytes
}
