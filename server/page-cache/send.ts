import type { ServerResponse } from 'node:http'
import type { Page, Variant } from './page'

const LONGEST_SURROGATE = 86_400

/** Writes a page; 304 when the client has these very bytes. */
export function sendPage(page: Page, variant: Variant, response: ServerResponse, { known, isHead, speaksSurrogate }: { known: string | undefined; isHead: boolean; speaksSurrogate: boolean }): void {
  const extra = speaksSurrogate && page.freshness ? surrogate(page.freshness) : []
  if (known !== undefined && page.status === 200 && matches(known, variant.etag)) {
    response.writeHead(304, ['etag', variant.etag, ...page.headers.filter(([name]) => name === 'cache-control').flat(), ...(page.isCompressible ? ['vary', 'Accept-Encoding'] : []), ...extra]).end()
    return
  }
  response.writeHead(page.status, extra.length > 0 ? [...variant.head, ...extra] : variant.head)
  if (isHead) response.end()
  else response.end(variant.bytes)
}

/** RFC 9110, 13.1.2: a list is compared weakly, and * is anything. */
const matches = (known: string, etag: string): boolean => known === etag || known.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag)

/** For a cache in front that is told when to let go: how long, and by which keys. */
function surrogate({ tags, expiresAt }: { tags: string[]; expiresAt: number }): string[] {
  const left = Math.max(0, Math.min(LONGEST_SURROGATE, Math.floor((expiresAt - performance.now()) / 1_000)))
  return ['surrogate-control', `max-age=${left}`, 'surrogate-key', tags.map(encodeURI).join(' ')]
}
