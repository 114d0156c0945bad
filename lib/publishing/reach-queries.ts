import 'server-only'
import { can } from '@/lib/articles/policy'
import { getArticleFacts } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/model'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { pageEnv } from '@/lib/platform/env'
import { forbidden, notFound } from '@/lib/platform/errors'

/** A process says every two seconds that it lives. */
const SILENT_AFTER_SECONDS = 10

/** How far a kill has come: processes that serve readers, those of them that have let go of the text, and those that are not heard of; `at` is when the last one had. */
export type Reach = { processes: number; confirmed: number; silent: number; at: Date | null }

/**
 * Null when the article was not killed within the last day. Who started after the kill never had the text; who was not heard of for as long as
 * old pages may be shown has it no more. NOT_FOUND, FORBIDDEN for who may not lift the kill.
 */
export async function findReach(actor: Actor, articleId: string, reads: Reads = db): Promise<Reach | null> {
  const facts = await getArticleFacts(articleId, await databaseNow(reads), reads)
  if (!can(actor, 'read', facts)) throw notFound()
  if (!can(actor, 'liftKill', facts)) throw forbidden()
  const [row] = await reads.$queryRaw<Reach[]>`
    WITH change AS (SELECT c.id, c.at FROM cache_change c WHERE c.forget AND c.tags @> ARRAY[${`article:${articleId}`}] ORDER BY c.id DESC LIMIT 1)
    SELECT count(p.id)::int AS processes, count(f.at)::int AS confirmed,
      (count(p.id) FILTER (WHERE f.at IS NULL AND p.seen_at < clock_timestamp() - make_interval(secs => ${SILENT_AFTER_SECONDS})))::int AS silent,
      CASE WHEN count(p.id) = count(f.at) THEN greatest(max(f.at), change.at) END AS at
    FROM change LEFT JOIN server_process p ON p.started_at < change.at
      AND p.seen_at > clock_timestamp() - make_interval(mins => ${pageEnv().PAGE_KEPT_MINUTES}::int, secs => ${SILENT_AFTER_SECONDS})
    LEFT JOIN cache_confirmation f ON f.change_id = change.id AND f.process_id = p.id
    GROUP BY change.at`
  return row ?? null
}
