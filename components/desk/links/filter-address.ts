import type { LinksFilter } from '@/lib/related-links/schema'

/** The links desk's address for a filter; what is as always is left out of it. */
export function addressOf({ show, sort, q, before }: LinksFilter): string {
  const words = { ...(show !== 'all' && { show }), ...(sort !== 'used' && { sort }), ...(q && { q }), ...(before && { before }) }
  const query = new URLSearchParams(words).toString()
  return query ? `/desk/links?${query}` : '/desk/links'
}
