import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '@/lib/platform/env'
import { isAppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { isSecureSite } from './cookies'
import { endSession, signIn } from './commands'
import { type Actor, SESSION_SECONDS } from './model'
import { findActorBySession } from './queries'

declare module 'next-auth' {
  interface Session {
    actor?: Actor
  }
  interface User {
    sid?: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

const cookie = (name: string) => ({
  name: `${isSecureSite() ? '__Host-' : ''}spalt.${name}`,
  options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecureSite() },
})

// next-auth hands a thrown message on to the sign-in form.
async function signInOrSay(credentials: unknown, address: string) {
  try {
    return await signIn({ credentials, address })
  } catch (error) {
    if (isAppError(error)) throw new Error(`${error.code}:${error.params.minutes}`)
    log.error({ err: error }, 'signing in failed')
    throw new Error('UNEXPECTED')
  }
}

/** next-auth carries the id of a session row in its token; the row, looked up at each request, is what makes a session. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    useSecureCookies: isSecureSite(),
    cookies: { sessionToken: cookie('session'), csrfToken: cookie('csrf'), callbackUrl: cookie('callback') },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => signInOrSay(credentials, String(request.headers?.['x-spalt-client-address'] ?? 'unknown')),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.sid } : { sid: token.sid }),
      session: async ({ session, token }) => ({ expires: session.expires, actor: (await findActorBySession(token.sid)) ?? undefined }),
    },
    events: { signOut: async ({ token }) => endSession(token?.sid) },
  }
}
