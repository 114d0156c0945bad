import { readCursor } from '@/app/(reader)/paging'
import { type Look, NOWHERE, sendLost, sendMoved, sendPage } from '@/app/(reader)/respond'
import { Document, type Head } from '@/components/reader/document'
import { ListingPage } from '@/components/reader/listing'
import { SectionPage } from '@/components/reader/section'
import { type Cursor, type Freshness, freshnessOf, type Place, type Site, type Teaser, trailLd } from '@/lib/reader/model'
import { findWaysOn, type ListAnswer, type PlacePage } from '@/lib/reader/queries'

type Words = { root: 'tag' | 'section' | 'author'; kicker: string; describe: (name: string, site: string) => string; empty: (name: string) => string }

/** Answers with the list that an address of a topic, section or author leads to. */
export async function sendPlace(request: Request, words: Words, find: (reading: { before: Cursor | null; at?: Date }) => Promise<ListAnswer<PlacePage>>, look: Look): Promise<Response> {
  const { cursor, query, isBroken } = readCursor(request)
  if (isBroken) return sendLost('unknown', { look, fresh: NOWHERE })
  const { site, found, ...fresh } = await find({ before: cursor, at: look.at })
  if (found.is === 'moved') return sendMoved(found.to, fresh)
  if (found.is !== 'found') return sendLost('unknown', { fresh, look })
  const { place, listing, opening } = found.page
  const path = `/${words.root}/${place.slug}`
  const isOlder = cursor !== null
  const ways = await waysOn(listing.items.length > 0 || isOlder, look)
  const head = headOf({ place, words, site, path, query })
  const current = words.root === 'section' ? place.slug : undefined
  return sendPage(
    <Document head={head} site={site} current={current} strip={look.strip}>
      {current && !isOlder && listing.items.length > 0 ? <SectionPage title={place.name} listing={listing} opening={opening} site={site} path={path} /> : <ListingPage kicker={words.kicker} title={place.name} listing={listing} site={site} path={path} isOlder={isOlder} empty={words.empty(place.name)} waysOn={ways.items} hasBylines={words.root !== 'author'} />}
    </Document>,
    { fresh: freshnessOf(fresh, ...ways.fresh) },
  )
}

function headOf({ place: { name }, words, site, path, query }: { place: Place; words: Words; site: Site; path: string; query: string }): Head {
  const title = `${name} – ${site.name}`
  return { title: query ? `${name}, äldre artiklar – ${site.name}` : title, description: words.describe(name, site.name), path: path + query, feed: { title, path }, jsonLd: [trailLd([{ name, path }], site)] }
}

/** For a page that has nothing itself. */
async function waysOn(hasItems: boolean, { at }: Look): Promise<{ items: Teaser[]; fresh: Freshness[] }> {
  if (hasItems) return { items: [], fresh: [] }
  const { items, ...fresh } = await findWaysOn({ at })
  return { items, fresh: [fresh] }
}
