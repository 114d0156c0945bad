import { readerRoute } from '@/app/(reader)/respond'
import { sendSiteText } from '@/app/(reader)/site-text'

export const dynamic = 'force-dynamic'

export const GET = readerRoute((_request, _params, look) => sendSiteText('contact', look))
