import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** Attempts in a quarter of an hour. From one address few on one account; the wider ones stop whoever spreads them. */
const LIMITS = { pair: 8, account: 40, address: 60 } as const
const WINDOW_SECONDS = 15 * 60

type Kind = keyof typeof LIMITS
const shared = { storeClient: db, tableName: 'rateLimiterFlexible', duration: WINDOW_SECONDS, clearExpiredByTimeout: false }
const limiters = Object.fromEntries(
  Object.entries(LIMITS).map(([kind, points]) => [kind, new RateLimiterPrisma({ ...shared, keyPrefix: `sign-in-${kind}`, points })]),
) as Record<Kind, RateLimiterPrisma>

// The table keeps no addresses of people.
const keyOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url')
const keysOf = (email: string, address: string): Record<Kind, string> => ({ pair: keyOf(email, address), account: keyOf(email), address: keyOf(address) })

/** Counts an attempt to sign in before its password is looked at. RATE_LIMITED (`minutes` to wait) when there were too many. */
export async function countAttempt(email: string, address: string): Promise<void> {
  const keys = keysOf(email, address)
  for (const kind of ['pair', 'address', 'account'] as const) await limiters[kind].consume(keys[kind]).catch(refuse)
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason
  throw new AppError('RATE_LIMITED', 'rateLimited', { params: { minutes: Math.ceil(reason.msBeforeNext / 60_000) } })
}

/** After a right password the attempts from this address on this account count no more. */
export async function forgiveAttempts(email: string, address: string): Promise<void> {
  const keys = keysOf(email, address)
  await Promise.all([limiters.pair.delete(keys.pair), limiters.address.reward(keys.address), limiters.account.reward(keys.account)])
}
