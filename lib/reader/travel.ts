/** The pages that can be seen as they will be. */
const PAGES = /^\/(?:(?<named>a|section|tag|author)\/(?<slug>[^/?]+)|archive\/(?<year>[^/?]+)\/(?<month>[^/?]+)|(?<plain>search|archive|rattelser|om|kontakt))?(?:\?|$)/
const LINK = /(<a\b[^>]*?\shref=")(\/[^"]*)"/g
const SEARCH_FORM = /(<form\b[^>]*?\saction=")\/search("[^>]*>)/g

/** `params`: what its address holds */
export type TravelPage = { root: 'front' | 'a' | 'section' | 'tag' | 'author' | 'month' | 'search' | 'archive' | 'rattelser' | 'om' | 'kontakt'; params: Params }
type Params = { slug: string; year: string; month: string }

/** What an address of the site names; null for what is no page of it. */
export function travelPage(path: string): TravelPage | null {
  const match = PAGES.exec(path)
  if (!match) return null
  const { named, plain, slug = '', year = '', month = '' } = match.groups!
  const root = named ?? plain ?? (year ? 'month' : 'front')
  try {
    return { root: root as TravelPage['root'], params: { slug: decodeURIComponent(slug), year, month } }
  } catch {
    return null
  }
}

/** Where an address is seen as at another instant. */
export const travelPath = (path: string, at: Date): string => `/desk/preview?${new URLSearchParams({ at: at.toISOString(), path })}`

/** A page's HTML, as React writes it, with links, and a form for searching, that stay at that instant. */
export function staying(html: string, at: Date): string {
  const hidden = Object.entries({ at: at.toISOString(), path: '/search' }).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}"/>`).join('')
  const searching = html.replace(SEARCH_FORM, (_whole, start: string, end: string) => `${start}/desk/preview${end}${hidden}`)
  return searching.replace(LINK, (whole, start: string, escaped: string) => {
    const path = escaped.replaceAll('&amp;', '&')
    return travelPage(path) ? `${start}${travelPath(path, at).replaceAll('&', '&amp;')}"` : whole
  })
}
