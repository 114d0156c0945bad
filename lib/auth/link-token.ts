import { createHash, hkdfSync } from 'node:crypto'
import { env } from '@/lib/platform/env'

/**
 * The token of a one-time link: made of the row's id and AUTH_SECRET, so that the worker can put the very link that the admin
 * was shown into a mail, as often as it takes, and it is stored nowhere.
 */
export function linkToken(linkId: string): string {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set')
  return Buffer.from(hkdfSync('sha256', AUTH_SECRET, linkId, 'spalt one-time link', 32)).toString('base64url')
}

/** What is stored of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The address; the token is its fragment, which no log and no referrer sees. */
export const linkAddress = (token: string): string => `${env().SITE_URL}/set-password#${token}`
