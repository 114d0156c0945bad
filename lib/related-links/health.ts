import { urlKeys } from './url-key'

/** Why a check was no success. `missing` is 404 or 410, `no-host` a name that does not exist; all the others prove nothing. */
export type Problem = 'missing' | 'no-host' | 'refused' | 'server-error' | 'timeout' | 'tls' | 'connection' | 'dns' | 'redirects' | 'robots' | 'unsafe'
export type Health = 'healthy' | 'unknown' | 'broken'

/** What is stored of an address. `failures`: since the last success, the first and each at least four hours after it. */
export type HealthRow = { checkedAt: Date | null; status: number | null; problem: Problem | null; failures: number; firstFailedAt: Date | null; redirectedTo: string | null }
/** What a check found: `permanentTo` is where permanent redirects lead. */
export type Outcome = { status: number | null; problem: Problem | null; permanentTo: string | null }

export const UNCHECKED: HealthRow = { checkedAt: null, status: null, problem: null, failures: 0, firstFailedAt: null, redirectedTo: null }
const FAILURES_OF_BROKEN = 2
const HOUR = 3_600_000
const APART = 4 * HOUR
const AGAIN = { failed: 5 * HOUR, unknown: 24 * HOUR, broken: 24 * HOUR, healthy: 7 * 24 * HOUR } as const

/** Known broken only after two failures hours apart; an answer that proves nothing neither breaks a link nor heals it. */
export function healthOf(row: Pick<HealthRow, 'checkedAt' | 'problem' | 'failures'> | null): Health {
  if (row === null || row.checkedAt === null) return 'unknown'
  if (row.failures >= FAILURES_OF_BROKEN) return 'broken'
  return row.problem === null ? 'healthy' : 'unknown'
}

/** The row after a check of the address `url`. */
export function afterCheck(row: HealthRow, url: string, { status, problem, permanentTo }: Outcome, now: Date): HealthRow {
  const last = { checkedAt: now, status, problem }
  if (problem === null) return { ...last, failures: 0, firstFailedAt: null, redirectedTo: offered(url, permanentTo) }
  if (problem !== 'missing' && problem !== 'no-host') return { ...row, ...last }
  if (row.firstFailedAt === null) return { ...last, failures: 1, firstFailedAt: now, redirectedTo: null }
  const counts = now.getTime() - row.firstFailedAt.getTime() >= APART
  return { ...row, ...last, failures: row.failures + (counts ? 1 : 0) }
}

/** When to look again; `luck` from 0 to 1 spreads what was checked together, half a day to either side in a week. */
export function nextCheckAt(row: HealthRow, now: Date, luck: number): Date {
  const health = healthOf(row)
  const failed = row.failures === 1 && (row.problem === 'missing' || row.problem === 'no-host')
  const pause = AGAIN[failed ? 'failed' : health]
  return new Date(now.getTime() + pause + (health === 'healthy' ? (luck - 0.5) * 24 * HOUR : 0))
}

/** A new address worth offering: another page by its key, and no front page, where sites send what they have lost. */
function offered(url: string, to: string | null): string | null {
  if (to === null) return null
  const [before, after] = [urlKeys(url), urlKeys(to)]
  const isFrontPage = new URL(to).pathname === '/' && new URL(to).search === ''
  return after && after.key !== before?.key && !isFrontPage ? to : null
}
