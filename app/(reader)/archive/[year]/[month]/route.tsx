import { readCursor } from '@/app/(reader)/paging'
import { NOWHERE, readerRoute, sendLost, sendPage } from '@/app/(reader)/respond'
import { MonthWays } from '@/components/reader/archive'
import { Document } from '@/components/reader/document'
import { ListingPage } from '@/components/reader/listing'
import { archivePath, freshnessOf, parseMonth, shownMonth } from '@/lib/reader/model'
import { findArchiveMonth, findWaysOn } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** What was first published in a month and is live, newest first. */
export const GET = readerRoute<{ year: string; month: string }>(async (request, params, look) => {
  const month = parseMonth(params.year, params.month)
  const { cursor, query, isBroken } = readCursor(request)
  if (!month || isBroken) return sendLost('unknown', { fresh: NOWHERE, look })
  const { site, found, ...fresh } = await findArchiveMonth(month, { before: cursor, at: look.at })
  if (found.is !== 'found') return sendLost('unknown', { fresh, look })
  const { listing, previous, next } = found.page
  const path = archivePath(month)
  const name = shownMonth(month)
  const title = name[0]!.toUpperCase() + name.slice(1)
  const ways = listing.items.length > 0 || cursor ? null : await findWaysOn({ at: look.at })
  const head = { title: `${title}${cursor ? ', äldre artiklar' : ''} – Arkiv – ${site.name}`, description: `Artiklar publicerade i ${site.name} i ${name}.`, path: path + query, noindex: ways !== null }
  return sendPage(
    <Document head={head} site={site} strip={look.strip}>
      <ListingPage kicker="Arkiv" title={title} listing={listing} site={site} path={path} isOlder={cursor !== null} empty={`Ingen artikel från ${name} finns kvar att läsa. Prova månaderna intill, eller börja med det senaste.`} waysOn={ways?.items ?? []} />
      <MonthWays previous={previous} next={next} />
    </Document>,
    { fresh: ways ? freshnessOf(fresh, ways) : fresh },
  )
})
