import { readerRoute } from '@/app/(reader)/respond'
import { sendIndex } from '@/app/(reader)/sitemaps'

export const dynamic = 'force-dynamic'

/** The index of all sitemaps. */
export const GET = readerRoute(() => sendIndex())
