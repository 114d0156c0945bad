import { maySearch } from '@/app/(reader)/patience'
import { readerRoute, sendPage, sendText } from '@/app/(reader)/respond'
import { Document } from '@/components/reader/document'
import { SCRIPTS_SECURITY_POLICY } from '@/components/reader/render'
import { SEARCH_SCRIPT } from '@/components/reader/script.generated'
import { Search } from '@/components/reader/search'
import { findSearchPage, findWaysOn } from '@/lib/reader/queries'
import { searchSchema } from '@/lib/search/schema'

export const dynamic = 'force-dynamic'

/** The form, and what it finds. Never kept by a cache, and search engines are asked to leave it. */
export const GET = readerRoute(async (request, _params, look) => {
  const input = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  if (input.q && !look.at && !(await maySearch(request))) return sendText('Du söker fortare än vi hinner svara. Försök igen om en minut.', { type: 'text/plain', status: 429, cache: 'no-store' })
  const { site, page } = await findSearchPage(input, { at: look.at })
  const ways = page && page.hits.length > 0 ? [] : (await findWaysOn({ at: look.at })).items
  const head = { title: `${input.q ? `Sökning: ${input.q}` : 'Sök'} – ${site.name}`, description: `Sök bland artiklarna i ${site.name}.` }
  return sendPage(
    <Document head={head} site={site} strip={look.strip}><Search input={input} page={page} site={site} waysOn={ways} />{!look.at && <script defer src={SEARCH_SCRIPT} />}</Document>,
    { policy: SCRIPTS_SECURITY_POLICY },
  )
})
