import { NOWHERE, readerRoute, sendLost } from '@/app/(reader)/respond'

export const dynamic = 'force-dynamic'

/** All that is no page's address: without this the desk's own 404, with its scripts, would answer. */
export const GET = readerRoute(() => sendLost('unknown', { fresh: NOWHERE }))
