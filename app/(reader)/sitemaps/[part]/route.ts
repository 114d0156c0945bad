import { readerRoute } from '@/app/(reader)/respond'
import { sendPart } from '@/app/(reader)/sitemaps'

export const dynamic = 'force-dynamic'

/** One sitemap: pages.xml, news.xml, tags-N.xml, authors-N.xml, YYYY-MM-N.xml. */
export const GET = readerRoute<{ part: string }>((_request, { part }) => sendPart(part))
