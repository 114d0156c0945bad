import { createHash } from 'node:crypto'
import type { Captured } from './capture'
import { decode, encode, type Encoding, SMALLEST } from './encoding'

const DEPENDS_ON = 'x-spalt-depends-on'
const EXPIRES_IN = 'x-spalt-expires-in'
const COMPRESSIBLE = /^(text\/|application\/(json|ld\+json|feed\+json|javascript|xml|rss\+xml|atom\+xml|manifest\+json)|image\/svg\+xml)/
/** of headers, tags and the entry itself, by and large */
const OVERHEAD = 1_500
const TAG_BYTES = 80

/** One rendered page; instants are of the monotonic clock, ms. */
export type Page = {
  status: number
  /** as `writeHead` takes them, without what depends on the encoding */
  headers: readonly (readonly [string, string])[]
  etag: string
  isCompressible: boolean
  variants: Map<Encoding, Variant>
  /** encodings that are being made */
  pending: Map<Encoding, Promise<Variant>>
  /** null: to be rendered for each reader */
  freshness: { tags: string[]; expiresAt: number } | null
}
/** `bytes` with the headers that go with them, as a flat list of names and values. */
export type Variant = { bytes: Buffer; etag: string; head: string[] }

/** A captured answer as a page; the headers that only this process needs are taken out. `begun`: when its rendering began. */
export function pageOf({ status, headers, body }: Captured, begun: number): Page {
  const dependsOn = headers.get(DEPENDS_ON)
  const expiresIn = headers.get(EXPIRES_IN)
  const kept = [...headers].filter(([name]) => !name.startsWith('x-spalt-') && !['content-length', 'connection', 'date', 'etag', 'vary', 'transfer-encoding'].includes(name))
  const isCompressible = body.length >= SMALLEST && COMPRESSIBLE.test(headers.get('content-type') ?? '')
  const page: Page = {
    status, headers: kept, isCompressible, variants: new Map(), pending: new Map(),
    etag: createHash('sha1').update(body).digest('base64url').slice(0, 20),
    freshness: dependsOn === undefined ? null : { tags: dependsOn.split(' ').filter(Boolean).map(decodeURI), expiresAt: expiresIn === undefined ? Infinity : begun + Number(expiresIn) },
  }
  page.variants.set('identity', variantOf(page, body, 'identity'))
  return page
}

/** The page's bytes in an encoding that the reader takes, if they are made. */
const readyVariant = (page: Page, accepted: Encoding): Variant | undefined => page.variants.get(page.isCompressible ? accepted : 'identity')

/** The same, made once when first asked for. The plain bytes are let go when there are packed ones. */
export function variantFor(page: Page, accepted: Encoding): Variant | Promise<Variant> {
  const ready = readyVariant(page, accepted)
  if (ready) return ready
  const making = page.pending.get(accepted) ?? makeVariant(page, accepted)
  page.pending.set(accepted, making)
  return making
}

async function makeVariant(page: Page, encoding: Encoding): Promise<Variant> {
  const [[known, { bytes }]] = page.variants as unknown as [[Encoding, Variant]]
  const made = variantOf(page, await encode(await decode(bytes, known), encoding), encoding)
  page.variants.set(encoding, made)
  page.pending.delete(encoding)
  if (encoding !== 'identity') page.variants.delete('identity')
  return made
}

/** What a page takes in memory, in bytes. */
export function sizeOf(page: Page): number {
  let bytes = OVERHEAD + TAG_BYTES * (page.freshness?.tags.length ?? 0)
  for (const variant of page.variants.values()) bytes += variant.bytes.length
  return bytes
}

function variantOf({ headers, etag, isCompressible }: Page, bytes: Buffer, encoding: Encoding): Variant {
  const tag = `"${etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const own: [string, string][] = [['etag', tag], ...(isCompressible ? [['vary', 'Accept-Encoding'] as [string, string]] : []), ...(encoding === 'identity' ? [] : [['content-encoding', encoding] as [string, string]])]
  return { bytes, etag: tag, head: [...headers, ...own, ['content-length', String(bytes.length)]].flat() }
}
