import { createHash, randomUUID } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'

const limiter = new RateLimiterMemory({ points: 120, duration: 60 })
// An address is only ever held mixed with this, which dies with the process.
const salt = randomUUID()

/** From this machine comes what a proxy passes on without saying for whom (TRUST_PROXY): all readers are not one. */
const OWN = /^(?:127\.|::1$|::ffff:127\.)/

/** Whether a reader has searched no more than a person can: searches are made anew each time. */
export async function maySearch({ headers }: Request): Promise<boolean> {
  const address = headers.get('x-spalt-client-address') ?? 'unknown'
  if (OWN.test(address)) return true
  const key = createHash('sha256').update(salt + address).digest('base64url')
  return limiter.consume(key).then(() => true, () => false)
}
