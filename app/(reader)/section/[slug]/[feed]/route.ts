import { sendPlaceFeed } from '@/app/(reader)/feeds'
import { readerRoute } from '@/app/(reader)/respond'
import { findTagPage } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

export const GET = readerRoute<{ slug: string; feed: string }>((_request, { slug, feed }) => sendPlaceFeed('section', feed, () => findTagPage('section', slug)))
