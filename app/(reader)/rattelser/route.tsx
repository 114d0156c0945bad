import { readCursor } from '@/app/(reader)/paging'
import { NOWHERE, readerRoute, sendLost, sendPage } from '@/app/(reader)/respond'
import { Corrections, CORRECTIONS_PATH } from '@/components/reader/corrections'
import { Document } from '@/components/reader/document'
import { findCorrections } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** What the paper has corrected. */
export const GET = readerRoute(async (request, _params, look) => {
  const { cursor, query, isBroken } = readCursor(request)
  if (isBroken) return sendLost('unknown', { fresh: NOWHERE, look })
  const { site, page, ...fresh } = await findCorrections({ before: cursor, at: look.at })
  const head = { title: `Rättelser – ${site.name}`, description: `Fel som ${site.name} har rättat.`, path: CORRECTIONS_PATH + query }
  return sendPage(<Document head={head} site={site} strip={look.strip}><Corrections page={page} site={site} isOlder={cursor !== null} /></Document>, { fresh })
})
