import { Feed } from 'feed'
import { readerRoute, sendText } from '@/app/(reader)/respond'
import { articlePath } from '@/lib/reader/model'
import { findFeed } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** The newest articles as RSS 2.0. */
export const GET = readerRoute(async () => {
  const { site, items, ...fresh } = await findFeed()
  const feed = new Feed({ id: `${site.url}/`, title: site.name, description: site.tagline || site.name, link: `${site.url}/`, language: 'sv', generator: false, updated: items[0]?.publishedAt ?? site.now, feedLinks: { rss: `${site.url}/feed.xml` } })
  for (const item of items) {
    const link = site.url + articlePath(item.slug)
    feed.addItem({ title: item.headline, id: `urn:uuid:${item.id}`, link, date: item.publishedAt, description: item.standfirst || undefined, category: [{ name: item.section.name }] })
  }
  return sendText(feed.rss2(), { type: 'application/rss+xml', fresh })
})
