import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { pageEnv } from '@/lib/platform/env'
import { addEffects } from '@/lib/platform/outbox'

/** The channel on which a committed change tells every process which cached pages it touches. */
export const CHANNEL = 'spalt_cache'
/** Postgres refuses a payload of 8,000 bytes or more. */
const MAX_PAYLOAD = 7_000

/**
 * Promise 8: sent by the transaction that makes the change, so it arrives exactly when the change is visible, and kept for a day for
 * processes that lost their connection. `forget`: what is gone for readers may not even be shown while the database is away.
 */
export async function notifyCacheTags(tx: Tx, tags: readonly string[], { forget = false }: { forget?: boolean } = {}): Promise<void> {
  const distinct = [...new Set(tags)]
  if (distinct.length === 0) return
  const [row] = await tx.$queryRaw<{ id: bigint; at: Date }[]>`INSERT INTO cache_change (tags, forget) VALUES (${distinct}::text[], ${forget}) RETURNING id, at`
  if (pageEnv().PURGE_URL) await addEffects(tx, [{ kind: 'purge', key: `purge:${row!.id}:${row!.at.toISOString()}`, payload: { tags: distinct }, dueAt: row!.at }])
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${payloadOf({ id: String(row!.id), forget, tags: distinct })})`
}

/** `<id>[!] <tag> <tag> ...`; without tags where they do not fit: they stand in the row. */
function payloadOf({ id, forget, tags }: { id: string; forget: boolean; tags: readonly string[] }): string {
  const head = `${id}${forget ? '!' : ''}`
  const whole = [head, ...tags].join(' ')
  return Buffer.byteLength(whole) <= MAX_PAYLOAD ? whole : head
}

/** The reverse; `tags` is null when they have to be read from the row. */
export function parsePayload(payload: string): { id: string; forget: boolean; tags: string[] | null } {
  const [head = '', ...tags] = payload.split(' ')
  return { id: head.replace('!', ''), forget: head.endsWith('!'), tags: tags.length > 0 ? tags : null }
}

/** Changes that no process can have missed any more, and processes that are long gone. */
export async function deleteOldChanges(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM cache_change WHERE at < clock_timestamp() - interval '1 day'`
  await tx.$executeRaw`DELETE FROM server_process WHERE seen_at < clock_timestamp() - interval '1 day'`
  await tx.$executeRaw`DELETE FROM hot_page WHERE at < clock_timestamp() - interval '7 days'`
}
