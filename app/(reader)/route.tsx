import { NOWHERE, readerRoute, sendLost, sendPage } from '@/app/(reader)/respond'
import { readCursor } from '@/app/(reader)/paging'
import { Document } from '@/components/reader/document'
import { Front } from '@/components/reader/front'
import { ListingPage } from '@/components/reader/listing'
import { organizationLd } from '@/lib/reader/model'
import { findFrontPage } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** The front: the newest first live first; with `?before=` the older ones as a plain list. */
export const GET = readerRoute(async (request, _params, look) => {
  const { cursor, query, isBroken } = readCursor(request)
  if (isBroken) return sendLost('unknown', { look, fresh: NOWHERE })
  const { site, page: { listing, placed, opening }, ...fresh } = await findFrontPage({ before: cursor, at: look.at })
  const title = site.tagline ? `${site.name} – ${site.tagline}` : site.name
  if (!cursor) return sendPage(<Document head={{ title, description: site.tagline, path: '/', jsonLd: [organizationLd(site)] }} site={site} isFront strip={look.strip}><Front site={site} listing={listing} placed={placed} opening={opening} /></Document>, { fresh })
  return sendPage(
    <Document head={{ title: `Äldre artiklar – ${site.name}`, path: `/${query}` }} site={site} strip={look.strip}>
      <ListingPage kicker={site.name} title="Äldre artiklar" listing={listing} site={site} path="/" isOlder empty="" waysOn={[]} />
    </Document>,
    { fresh },
  )
})
