import { readCursor } from '@/app/(reader)/paging'
import { sendLost, sendMoved, sendPage } from '@/app/(reader)/respond'
import { Document, type Head } from '@/components/reader/document'
import { ListingPage } from '@/components/reader/listing'
import { type Cursor, freshnessOf, type Place, type Site, trailLd } from '@/lib/reader/model'
import { findWaysOn, type ListAnswer, type PlacePage } from '@/lib/reader/queries'

type Words = { root: 'tag' | 'section' | 'author'; kicker: string; describe: (name: string, site: string) => string; empty: (name: string) => string }

/** Answers with the list that an address of a topic, section or author leads to. */
export async function sendPlace(request: Request, words: Words, find: (before: Cursor | null) => Promise<ListAnswer<PlacePage>>): Promise<Response> {
  const { cursor, query, isBroken } = readCursor(request)
  if (isBroken) return sendLost('unknown')
  const { site, found, ...fresh } = await find(cursor)
  if (found.is === 'moved') return sendMoved(found.to, fresh)
  if (found.is !== 'found') return sendLost('unknown', { fresh })
  const { place, listing } = found.page
  const path = `/${words.root}/${place.slug}`
  const isOlder = cursor !== null
  const ways = listing.items.length > 0 || isOlder ? null : await findWaysOn()
  const head = headOf({ place, words, site, path, query })
  const current = words.root === 'section' ? place.slug : undefined
  return sendPage(
    <Document head={head} site={site} current={current}>
      <ListingPage kicker={words.kicker} title={place.name} listing={listing} site={site} path={path} isOlder={isOlder} empty={words.empty(place.name)} waysOn={ways?.items ?? []} hasBylines={words.root !== 'author'} />
    </Document>,
    { fresh: ways ? freshnessOf(fresh, ways) : fresh },
  )
}

function headOf({ place: { name }, words, site, path, query }: { place: Place; words: Words; site: Site; path: string; query: string }): Head {
  const title = `${name} – ${site.name}`
  return { title: query ? `${name}, äldre artiklar – ${site.name}` : title, description: words.describe(name, site.name), path: path + query, feed: { title, path }, jsonLd: [trailLd([{ name, path }], site)] }
}
