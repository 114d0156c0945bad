import { env } from '@/lib/platform/env'

/** True where browsers accept cookies with the prefix `__Host-`: https and loopback. */
export function isSecureSite(): boolean {
  const { hostname, protocol } = new URL(env().SITE_URL)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1'
}

/** The session cookie's name. */
export const sessionCookieName = (): string => `${isSecureSite() ? '__Host-' : ''}spalt.session`
