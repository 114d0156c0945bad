/** The pages that can be seen as they will be. */
const PAGES = /^\/(?:(a|section|tag|author)\/([^/?]+))?(?:\?|$)/
const LINK = /(<a\b[^>]*?\shref=")(\/[^"]*)"/g

export type TravelPage = { root: 'front' | 'a' | 'section' | 'tag' | 'author'; slug: string }

/** What an address of the site names; null for what is the same at all times. */
export function travelPage(path: string): TravelPage | null {
  const match = PAGES.exec(path)
  if (!match) return null
  const [, root = 'front', slug = ''] = match
  try {
    return { root: root as TravelPage['root'], slug: decodeURIComponent(slug) }
  } catch {
    return null
  }
}

/** Where an address is seen as at another instant. */
export const travelPath = (path: string, at: Date): string => `/desk/preview?${new URLSearchParams({ at: at.toISOString(), path })}`

/** A page's HTML, as React writes it, with links that stay at that instant. */
export function staying(html: string, at: Date): string {
  return html.replace(LINK, (whole, start: string, escaped: string) => {
    const path = escaped.replaceAll('&amp;', '&')
    return travelPage(path) ? `${start}${travelPath(path, at).replaceAll('&', '&amp;')}"` : whole
  })
}
