import { readerRoute, sendLost, sendText } from '@/app/(reader)/respond'
import { findSite } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

const GOOD_FOR = 180 * 86_400_000

/** Whom to tell of a hole (RFC 9116); nothing stands here until the settings name somebody. */
export const GET = readerRoute(async () => {
  const { site, securityContact, ...fresh } = await findSite()
  if (!securityContact) return sendLost('unknown', { fresh })
  const expires = new Date(site.now.getTime() + GOOD_FOR)
  expires.setUTCHours(0, 0, 0, 0)
  const lines = [`Contact: ${securityContact.startsWith('https://') ? securityContact : `mailto:${securityContact}`}`, `Expires: ${expires.toISOString()}`, 'Preferred-Languages: sv, en', `Canonical: ${site.url}/.well-known/security.txt`]
  return sendText(`${lines.join('\n')}\n`, { type: 'text/plain', fresh })
})
