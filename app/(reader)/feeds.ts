import { Feed } from 'feed'
import { sendLost, sendMoved, sendText } from '@/app/(reader)/respond'
import { articlePath, type Freshness, type Site, type Teaser } from '@/lib/reader/model'
import { findFeed, type ListAnswer, type PlacePage } from '@/lib/reader/queries'

const FORMATS = {
  'feed.xml': { type: 'application/rss+xml', write: (feed: Feed) => feed.rss2() },
  'atom.xml': { type: 'application/atom+xml', write: (feed: Feed) => feed.atom1() },
  'feed.json': { type: 'application/feed+json', write: (feed: Feed) => feed.json1() },
} as const
type Format = keyof typeof FORMATS
type About = { title: string; description: string; path: string; items: readonly Teaser[]; fresh: Freshness }

/** The site's newest articles. */
export async function sendSiteFeed(format: Format): Promise<Response> {
  const { site, items, ...fresh } = await findFeed()
  return sendFeed(format, site, { title: site.name, description: site.tagline || site.name, path: '/', items, fresh })
}

/** The newest articles of a section, topic or author; an old address leads to the feed's new one. */
export async function sendPlaceFeed(root: 'section' | 'tag' | 'author', name: string, find: () => Promise<ListAnswer<PlacePage>>): Promise<Response> {
  if (!(name in FORMATS)) return sendLost('unknown')
  const { site, found, ...fresh } = await find()
  if (found.is === 'moved') return sendMoved(`${found.to}/${name}`, fresh)
  if (found.is !== 'found') return sendLost('unknown', { fresh })
  const { place, listing } = found.page
  return sendFeed(name as Format, site, { title: `${place.name} – ${site.name}`, description: `${place.name} i ${site.name}`, path: `/${root}/${place.slug}`, items: listing.items, fresh })
}

function sendFeed(format: Format, site: Site, { title, description, path, items, fresh }: About): Response {
  const at = (name: Format): string => site.url + path.replace(/\/?$/, '/') + name
  const feed = new Feed({
    id: site.url + path, title, description, link: site.url + path, language: 'sv', generator: false, updated: items[0]?.publishedAt ?? site.now,
    favicon: `${site.url}/favicon.svg`, feedLinks: { rss: at('feed.xml'), atom: at('atom.xml'), json: at('feed.json') }, feed: at(format),
  })
  for (const item of items) {
    const author = item.bylines.map(({ name, slug }) => ({ name, link: `${site.url}/author/${slug}` }))
    feed.addItem({ title: item.headline, id: `urn:uuid:${item.id}`, link: site.url + articlePath(item.slug), date: item.publishedAt, published: item.publishedAt, description: item.standfirst || undefined, category: [{ name: item.section.name, term: item.section.name }], author: author.length > 0 ? author : undefined })
  }
  const { type, write } = FORMATS[format]
  return sendText(write(feed), { type, fresh })
}
