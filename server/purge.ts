import { z } from 'zod'
import { pageEnv } from '@/lib/platform/env'

const PATIENCE = 10_000
const payloadSchema = z.strictObject({ tags: z.array(z.string()) })

/** Tells the cache in front which keys to let go of; rejects when it does not say that it did. */
export async function purge(payload: unknown, key: string): Promise<void> {
  const { PURGE_URL, PURGE_TOKEN } = pageEnv()
  if (!PURGE_URL) return
  const keys = payloadSchema.parse(payload).tags.map(encodeURI)
  const answer = await fetch(PURGE_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/json', 'surrogate-key': keys.join(' ').slice(0, 7_000), 'idempotency-key': key,
      ...(PURGE_TOKEN && { authorization: `Bearer ${PURGE_TOKEN}` }),
    },
    body: JSON.stringify({ keys }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok) throw new Error(`the cache in front answered ${answer.status}`)
}
