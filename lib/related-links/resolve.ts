import { Resolver } from 'node:dns/promises'

/** A name that exists as long as the internet does. */
const CERTAIN = 'com'
const NO_SUCH_NAME = 'ENOTFOUND'

export type NameServer = Pick<Resolver, 'resolve4' | 'resolve6' | 'resolveNs'>

/**
 * A and AAAA by asking the name servers: unlike the system's look-up, these tell "no such name" (ENOTFOUND) from "no answer".
 * Behind some firewalls no name outside exists: there "no such name" proves nothing, and is no answer.
 */
export async function resolvePublicly(hostname: string, ask: NameServer = new Resolver({ timeout: 2_000, tries: 2 })): Promise<string[]> {
  const [four, six] = await Promise.allSettled([ask.resolve4(hostname), ask.resolve6(hostname)])
  const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > 0) return found
  const isMissing = [four, six].every((answer) => answer.status === 'rejected' && (answer.reason as { code?: string }).code === NO_SUCH_NAME)
  const isProved = isMissing && (await ask.resolveNs(CERTAIN).then((servers) => servers.length > 0, () => false))
  throw Object.assign(new Error('no address'), { code: isProved ? NO_SUCH_NAME : 'EAI_AGAIN' })
}
