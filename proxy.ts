import { getToken } from 'next-auth/jwt'
import { NextResponse, type NextRequest } from 'next/server'
import { sessionCookieName } from '@/lib/auth/cookies'
import { env } from '@/lib/platform/env'

/** The desk's side of the site; what readers see passes by, with headers of its own. */
export const config = { matcher: ['/desk/:path*', '/admin/:path*', '/account/:path*', '/sign-in', '/sign-out', '/set-password'] }
/** Readers' pages at the desk: they have the policy that readers get. */
const AS_READERS = /^\/desk\/(?:articles\/[^/]+\/)?preview$/
const OPEN = new Set(['/sign-in', '/set-password'])

/**
 * Gives every signed-out visitor of the desk a redirect before anything streams, and the pages their content security
 * policy. It is no boundary: pages, actions and routes each ask for the actor themselves.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  // A signed-out action answers UNAUTHENTICATED itself, so that a page with unsaved text can say so and stay.
  const isAction = request.method === 'POST' && request.headers.has('next-action')
  if (!OPEN.has(pathname) && !isAction && !(await hasToken(request))) {
    const next = pathname === '/sign-out' ? '' : `?next=${encodeURIComponent(pathname + search)}`
    return new NextResponse(null, { status: 307, headers: { location: new URL(`/sign-in${next}`, env().SITE_URL).href, 'cache-control': 'no-store' } })
  }
  return withPolicy(request)
}

async function hasToken(req: NextRequest): Promise<boolean> {
  const token = await getToken({ req, secret: process.env.AUTH_SECRET, cookieName: sessionCookieName() }).catch(() => null)
  return typeof token?.sid === 'string'
}

function withPolicy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = policyWith(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  if (!AS_READERS.test(request.nextUrl.pathname)) response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('cache-control', 'private, no-store')
  return response
}

// Styles are inline in many components' measured positions; scripts only with this answer's nonce.
function policyWith(nonce: string): string {
  const dev = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
