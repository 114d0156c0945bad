import { readCursor } from '@/app/(reader)/paging'
import { NOWHERE, readerRoute, sendLost, sendPage } from '@/app/(reader)/respond'
import { Corrections, CORRECTIONS_PATH } from '@/components/reader/corrections'
import { Document } from '@/components/reader/document'
import { findCorrections } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** What the paper has corrected. */
export const GET = readerRoute(async (request) => {
  const { cursor, query, isBroken } = readCursor(request)
  if (isBroken) return sendLost('unknown', { fresh: NOWHERE })
  const { site, page, ...fresh } = await findCorrections({ before: cursor })
  const head = { title: `Rättelser – ${site.name}`, description: `Fel som ${site.name} har rättat.`, path: CORRECTIONS_PATH + query }
  return sendPage(<Document head={head} site={site}><Corrections page={page} site={site} isOlder={cursor !== null} /></Document>, { fresh })
})
