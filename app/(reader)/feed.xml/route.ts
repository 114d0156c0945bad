import { sendSiteFeed } from '@/app/(reader)/feeds'
import { readerRoute } from '@/app/(reader)/respond'

export const dynamic = 'force-dynamic'

export const GET = readerRoute(() => sendSiteFeed('feed.xml'))
