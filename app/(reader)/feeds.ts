import { escapeUTF8 } from 'entities'
import { Feed, type Item } from 'feed'
import { NOWHERE, sendLost, sendMoved, sendText } from '@/app/(reader)/respond'
import { fittingPath } from '@/lib/media/model'
import { articlePath, type Freshness, type Site, type Teaser } from '@/lib/reader/model'
import { findFeed, type ListAnswer, type PlacePage } from '@/lib/reader/queries'

const FORMATS = {
  'feed.xml': { type: 'application/rss+xml', write: (feed: Feed) => withCreators(feed.rss2()) },
  'atom.xml': { type: 'application/atom+xml', write: (feed: Feed) => feed.atom1() },
  'feed.json': { type: 'application/feed+json', write: (feed: Feed) => feed.json1() },
} as const
type Format = keyof typeof FORMATS
/** The library names the namespace of `dc:creator` only where there is content. */
function withCreators(rss: string): string {
  return rss.replace('<rss ', '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ')
}
type About = { title: string; description: string; path: string; items: readonly Teaser[]; fresh: Freshness }

/** The site's newest articles. */
export async function sendSiteFeed(format: Format): Promise<Response> {
  const { site, items, ...fresh } = await findFeed()
  return sendFeed(format, site, { title: site.name, description: site.tagline || site.name, path: '/', items, fresh })
}

/** The newest articles of a section, topic or author; an old address leads to the feed's new one. */
export async function sendPlaceFeed(root: 'section' | 'tag' | 'author', name: string, find: () => Promise<ListAnswer<PlacePage>>): Promise<Response> {
  if (!(name in FORMATS)) return sendLost('unknown', { fresh: NOWHERE })
  const { site, found, ...fresh } = await find()
  if (found.is === 'moved') return sendMoved(`${found.to}/${name}`, fresh)
  if (found.is !== 'found') return sendLost('unknown', { fresh })
  const { place, listing } = found.page
  return sendFeed(name as Format, site, { title: `${place.name} – ${site.name}`, description: `${place.name} i ${site.name}`, path: `/${root}/${place.slug}`, items: listing.items, fresh })
}

function sendFeed(format: Format, site: Site, { title, description, path, items, fresh }: About): Response {
  const at = (name: Format): string => site.url + path.replace(/\/?$/, '/') + name
  const feed = new Feed({
    id: site.url + path, title, description, link: site.url + path, language: 'sv', generator: false, updated: new Date(Math.max(...items.map(({ textSince }) => textSince.getTime()), items.length > 0 ? 0 : site.now.getTime())),
    favicon: `${site.url}/favicon.svg`, feedLinks: { rss: at('feed.xml'), atom: at('atom.xml'), json: at('feed.json') }, feed: at(format),
  })
  for (const item of items) {
    const common = { id: `urn:uuid:${item.id}`, link: site.url + articlePath(item.slug), date: item.textSince, published: item.publishedAt, category: [{ name: item.section.name, term: item.section.name }], ...imageOf(item, site) }
    feed.addItem({ ...common, ...WORDS[format](item, site) })
  }
  const { type, write } = FORMATS[format]
  return sendText(write(feed), { type, fresh })
}

const IN_FEEDS = 1280
/** An enclosure in RSS and Atom, the image of an item in JSON. */
const imageOf = ({ leadImage }: Teaser, site: Site): Pick<Item, 'image'> => (leadImage ? { image: site.url + fittingPath(leadImage, IN_FEEDS) } : {})

type Words = Pick<Item, 'title' | 'description' | 'content' | 'author' | 'extensions'>
const authorsOf = ({ bylines }: Teaser, site: Site): Item['author'] => (bylines.length > 0 ? bylines.map(({ name, slug }) => ({ name, link: `${site.url}/author/${slug}` })) : undefined)

/** What is HTML and what is plain text differs between the formats, and so does how authors are named: RSS wants an e-mail address in its own element. */
const WORDS: Record<Format, (item: Teaser, site: Site) => Words> = {
  'feed.xml': (item) => ({ title: item.headline, description: item.standfirst ? escapeUTF8(item.standfirst) : undefined, extensions: item.bylines.length > 0 ? [{ name: 'dc:creator', objects: { _text: item.bylines.map(({ name }) => name).join(', ') } }] : undefined }),
  'atom.xml': (item, site) => ({ title: escapeUTF8(item.headline), description: item.standfirst ? escapeUTF8(item.standfirst) : undefined, author: authorsOf(item, site) }),
  'feed.json': (item, site) => ({ title: item.headline, description: item.standfirst || undefined, content: `<p>${escapeUTF8(item.standfirst || item.headline)}</p>`, author: authorsOf(item, site) }),
}
