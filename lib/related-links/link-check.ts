// One check of an address outside, as a polite stranger makes it: robots.txt first, then HEAD, and GET where HEAD is refused.
import type { Outcome, Problem } from './health'
import { robotsAllow } from './robots'
import { fetchSafely, type Network } from './safe-fetch'

/** What is shared with other checks. */
export type Manners = {
  /** runs a request to a host when it is that host's turn */
  inTurn: <T>(host: string, request: () => Promise<T>) => Promise<T>
  /** the robots.txt that is known of a host, null for none */
  findRobots: (host: string) => Promise<string | null>
  keepRobots: (host: string, text: string) => Promise<void>
}

/** Looks at an address once, politely: what it answered, or why it is not known. Never throws for what the network does. */
export async function checkLink(url: string, manners: Manners, network: Network): Promise<Outcome> {
  const inTurn = manners.inTurn
  const before = async (next: URL): Promise<Problem | null> => {
    const robots = await robotsOf(next, manners, network)
    if (typeof robots !== 'string') return robots.problem
    return robotsAllow(robots, next) ? null : 'robots'
  }
  const fetched = await fetchSafely(url, { wanted: 'status', before, inTurn }, network)
  if (!fetched.ok) return { status: null, problem: fetched.problem, permanentTo: null }
  const { status, permanentTo } = fetched.answer
  return { status, problem: problemOf(status), permanentTo }
}

function problemOf(status: number): Problem | null {
  if (status >= 200 && status < 300) return null
  if (status === 404 || status === 410) return 'missing'
  return status >= 500 && status < 600 ? 'server-error' : 'refused'
}

/** RFC 9309: none (4xx) allows everything; one that cannot be read now (5xx, no answer) allows nothing now. */
async function robotsOf(url: URL, { inTurn, findRobots, keepRobots }: Manners, network: Network): Promise<string | { problem: Problem }> {
  const known = await findRobots(url.host)
  if (known !== null) return known
  const fetched = await fetchSafely(new URL('/robots.txt', url).href, { wanted: 'text', before: async () => null, inTurn }, network)
  if (!fetched.ok && fetched.problem !== 'redirects') return { problem: fetched.problem }
  const text = fetched.ok ? textOf(fetched.answer) : ''
  if (text === null) return { problem: 'server-error' }
  await keepRobots(url.host, text)
  return text
}

function textOf({ status, body }: { status: number; body: string }): string | null {
  if (status >= 200 && status < 300) return body.replaceAll('\0', '')
  return status === 429 || status >= 500 ? null : ''
}
