import 'server-only'
import { randomUUID } from 'node:crypto'
import { db, type Reads, type Tx } from '@/lib/platform/db'

/** Later than this it is late: the desk says so, and the health page. */
export const LATE_SECONDS = 60
const SHOWN = 100

/** `key`: by which the receiver drops repeats; an effect with a known key is not added again. */
export type NewEffect = { kind: string; key: string; payload: object; dueAt: Date }
export type Effect = { id: string; kind: string; key: string; payload: unknown }
export type LateEffect = { id: string; kind: string; payload: unknown; dueAt: Date; tries: number; lastError: string | null }

/** What has to happen elsewhere once this transaction is committed and its time has come: at least once, by the worker. */
export async function addEffects(tx: Tx, effects: readonly NewEffect[]): Promise<void> {
  if (effects.length === 0) return
  await tx.outbox.createMany({ data: effects.map(({ kind, key, payload, dueAt }) => ({ id: randomUUID(), kind, key, payload, dueAt })), skipDuplicates: true })
}

/** The same for what somebody settled once more: what waits under these keys gives way. */
export async function replaceEffects(tx: Tx, effects: readonly NewEffect[]): Promise<void> {
  await tx.outbox.deleteMany({ where: { key: { in: effects.map(({ key }) => key) }, handedAt: null, doneAt: null } })
  await addEffects(tx, effects)
}

/** Takes what is due out of the box, for the queue that is filled in the same transaction. */
export function takeDue(tx: Tx, limit: number): Promise<Effect[]> {
  return tx.$queryRaw<Effect[]>`
    WITH due AS (SELECT id FROM outbox WHERE handed_at IS NULL AND done_at IS NULL AND due_at <= clock_timestamp() ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE outbox o SET handed_at = clock_timestamp() FROM due WHERE o.id = due.id RETURNING o.id, o.kind, o.key, o.payload`
}

/** Done; or it failed, with the reason (null is done). */
export async function settleEffect(id: string, failure: string | null): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET tries = tries + 1, last_error = ${failure?.slice(0, 500) ?? null}, done_at = CASE WHEN ${failure === null} THEN clock_timestamp() END
    WHERE id = ${id}::uuid AND done_at IS NULL`
}

/** Whether it was done meanwhile: somebody had it done again while the queue was waiting to. */
export async function isDone(id: string): Promise<boolean> {
  return (await db.outbox.count({ where: { id, doneAt: null } })) === 0
}

/** Into the box again, once: false when it is done meanwhile. */
export async function handAgain(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$executeRaw`UPDATE outbox SET handed_at = NULL, due_at = least(due_at, clock_timestamp()) WHERE id = ${id}::uuid AND done_at IS NULL`) > 0
}

/** What should have happened a minute ago and has not, the oldest first, and how many there are. */
export async function findLate(reads: Reads = db): Promise<{ count: number; rows: LateEffect[] }> {
  const rows = await reads.$queryRaw<(LateEffect & { count: number })[]>`
    SELECT id, kind, payload, due_at AS "dueAt", tries, last_error AS "lastError", count(*) OVER ()::int AS count FROM outbox
    WHERE done_at IS NULL AND due_at < clock_timestamp() - make_interval(secs => ${LATE_SECONDS}) ORDER BY due_at LIMIT ${SHOWN}`
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _count, ...row }) => row) }
}

/** Drops what was done more than a week ago. */
export async function deleteDone(): Promise<void> {
  await db.$executeRaw`DELETE FROM outbox WHERE done_at < clock_timestamp() - interval '7 days'`
}
