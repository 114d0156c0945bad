import { maySearch } from '@/app/(reader)/patience'
import { log } from '@/lib/platform/log'
import { articlePath, shownTime } from '@/lib/reader/model'
import { findSuggestions } from '@/lib/reader/queries'
import { searchSchema } from '@/lib/search/schema'

export const dynamic = 'force-dynamic'

const send = (body: object, status = 200): Response => Response.json(body, { status, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })

/** Headlines for somebody who is typing a search: `{ items: [{ href, headline, section, time }] }`, the newest first, at most 6. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { q } = searchSchema.parse({ q: new URL(request.url).searchParams.get('q') ?? '' })
    if (!(await maySearch(request))) return send({ items: [] }, 429)
    const { site, items } = await findSuggestions(q)
    return send({ items: items.map((item) => ({ href: articlePath(item.slug), headline: item.headline, section: item.section.name, time: shownTime(item.publishedAt, site.now, site.timeZone) })) })
  } catch (error) {
    log.warn({ err: error }, 'suggestions failed')
    return send({ items: [] }, 500)
  }
}
