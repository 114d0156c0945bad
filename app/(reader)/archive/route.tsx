import { readerRoute, sendPage } from '@/app/(reader)/respond'
import { Archive } from '@/components/reader/archive'
import { Document } from '@/components/reader/document'
import { findArchive } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** The months that have articles, with how many. */
export const GET = readerRoute(async (_request, _params, look) => {
  const { site, months, ...fresh } = await findArchive({ at: look.at })
  const head = { title: `Arkiv – ${site.name}`, description: `Allt som är publicerat i ${site.name}, månad för månad.`, path: '/archive' }
  return sendPage(<Document head={head} site={site} strip={look.strip}><Archive months={months} site={site} /></Document>, { fresh })
})
