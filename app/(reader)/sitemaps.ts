import { escapeUTF8 } from 'entities'
import { NOWHERE, sendLost, sendText } from '@/app/(reader)/respond'
import { archivePath, articlePath, type Freshness, type Month, monthKey, parseMonth, type Site } from '@/lib/reader/model'
import { findArchive, findArticleSitemap, findNewsSitemap, findPlaceSitemap, findPlaceParts, PART_SIZE } from '@/lib/reader/queries'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const PART = /^(?:(pages|news)|(tags|authors)-([1-9]\d{0,2})|(\d{4})-(\d\d)-([1-9]\d?))\.xml$/

type Entry = { path: string; changedAt?: Date }
const element = (name: string, value: string): string => `<${name}>${escapeUTF8(value)}</${name}>`
const entries = (outer: string, site: Site, list: readonly Entry[]): string =>
  list.map(({ path, changedAt }) => `<${outer}>${element('loc', site.url + path)}${changedAt ? element('lastmod', changedAt.toISOString()) : ''}</${outer}>\n`).join('')
const sendXml = (text: string, fresh?: Freshness): Response => sendText(HEAD + text, { type: 'application/xml', fresh })
const sendUrls = (site: Site, list: readonly Entry[], fresh?: Freshness): Response => sendXml(`<urlset ${NAMESPACE}>\n${entries('url', site, list)}</urlset>\n`, fresh)

/** Names every part: pages, news, tags and authors, and each month of the archive. */
export async function sendIndex(): Promise<Response> {
  const [{ site, months }, { tags, authors }] = await Promise.all([findArchive(), findPlaceParts()])
  const numbered = (name: string, count: number): Entry[] => Array.from({ length: Math.ceil(count / PART_SIZE) }, (_, i) => ({ path: `/sitemaps/${name}-${i + 1}.xml` }))
  const parts = [
    { path: '/sitemaps/pages.xml' }, { path: '/sitemaps/news.xml' }, ...numbered('tags', tags), ...numbered('authors', authors),
    ...months.flatMap((month) => numbered(monthKey(month), month.count)),
  ]
  return sendXml(`<sitemapindex ${NAMESPACE}>\n${entries('sitemap', site, parts)}</sitemapindex>\n`)
}

/** One part by the name that the index has for it. */
export async function sendPart(name: string): Promise<Response> {
  const [, single, places, place, year, month, part] = PART.exec(name) ?? []
  if (single) return single === 'news' ? sendNews() : sendPages()
  if (places) return sendPlaces(places as 'tags' | 'authors', Number(place))
  const parsed = year && month ? parseMonth(year, month) : null
  return parsed ? sendMonth(parsed, Number(part)) : sendLost('unknown', { fresh: NOWHERE })
}

async function sendMonth(month: Month, part: number): Promise<Response> {
  const { site, items, ...fresh } = await findArticleSitemap(month, part)
  return items.length > 0 ? sendUrls(site, items.map(({ slug, changedAt }) => ({ path: articlePath(slug), changedAt })), fresh) : sendLost('unknown')
}

async function sendPlaces(kind: 'tags' | 'authors', part: number): Promise<Response> {
  const { site, slugs } = await findPlaceSitemap(kind, part)
  return slugs.length > 0 ? sendUrls(site, slugs.map((slug) => ({ path: `/${kind === 'tags' ? 'tag' : 'author'}/${slug}` }))) : sendLost('unknown')
}

async function sendPages(): Promise<Response> {
  const { site, months, ...fresh } = await findArchive()
  const texts = [...(site.hasAbout ? ['/om'] : []), ...(site.hasContact ? ['/kontakt'] : [])]
  return sendUrls(site, ['/', ...texts, '/archive', ...site.sections.map(({ slug }) => `/section/${slug}`), ...months.map(archivePath)].map((path) => ({ path })), fresh)
}

/** What began in the last 48 hours, as news search engines ask for it. */
async function sendNews(): Promise<Response> {
  const { site, items, ...fresh } = await findNewsSitemap()
  const publication = `<news:publication>${element('news:name', site.name)}<news:language>sv</news:language></news:publication>`
  const urls = items.map(({ slug, headline, publishedAt }) =>
    `<url>${element('loc', site.url + articlePath(slug))}<news:news>${publication}${element('news:publication_date', publishedAt.toISOString())}${element('news:title', headline)}</news:news></url>\n`)
  return sendXml(`<urlset ${NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('')}</urlset>\n`, fresh)
}
