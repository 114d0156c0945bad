import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** The channel on which a committed change tells every process which cached pages it touches. */
export const CHANNEL = 'spalt_cache'
/** Postgres refuses a payload of 8,000 bytes or more. */
const MAX_PAYLOAD = 7_000

/** Promise 8: sent by the transaction that makes the change, so it arrives exactly when the change is visible. */
export async function notifyCacheTags(tx: Tx, tags: readonly string[]): Promise<void> {
  for (const payload of payloads([...new Set(tags)])) await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${payload})`
}

/** Tags joined by spaces, in as few payloads as fit. */
export function payloads(tags: readonly string[]): string[] {
  const out: string[] = []
  for (const tag of tags) {
    const last = out.at(-1)
    if (last !== undefined && Buffer.byteLength(last) + Buffer.byteLength(tag) + 1 <= MAX_PAYLOAD) out[out.length - 1] = `${last} ${tag}`
    else out.push(tag)
  }
  return out
}
