import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { databaseNow, db, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { notifyCacheTags } from '@/lib/platform/notify'
import { Prisma } from '@/prisma/generated/client'
import { afterCheck, healthOf, type HealthRow, nextCheckAt, type Outcome } from './health'
import { type Clock, makeManners } from './host-commands'
import { checkLink, type Manners } from './link-check'
import { ROBOT } from './robots'
import type { Network } from './safe-fetch'

/** Addresses looked up in one run; a run begins no check after its minute. */
const BATCH = 50
const RUN_MS = 50_000
/** A worker that dies in the middle loses its batch for so long. */
const LEASE_MS = 10 * 60_000
/** Targets made last, among which each run looks for new ones; the night's work looks at all. */
const NEWEST = 2_000
const ENLIST_AT_ONCE = 10_000
/** What a host is asked in a minute, at 10 s a request. */
const CHECKS_A_MINUTE = 3

export type CheckOptions = { network?: Partial<Network>; clock?: Clock; /** 0 to 1 */ luck?: () => number }
type Due = { targetId: string; url: string }

const CLOCK: Clock = { now: () => databaseNow(), sleep: (ms) => pause(ms).then(() => {}) }

/**
 * Checks outside addresses that are due, a bounded batch, several hosts at a time and each host politely. For the worker
 * alone: no request of a reader or an editor comes here. Network and transactions never wait for each other.
 */
export async function checkLinks({ network, clock = CLOCK, luck = Math.random }: CheckOptions = {}): Promise<{ checked: number; deferred: number }> {
  const began = await clock.now()
  await enlistTargets(began, NEWEST)
  const due = await claimDue(began)
  const manners = makeManners(clock)
  const out: Network = { userAgent: `${ROBOT}/1.0 (+${env().SITE_URL}; checks that links in our articles still work)`, ...network }
  const deferred: Due[][] = []
  await Promise.all([...Map.groupBy(due, ({ url }) => hostOf(url)).values()].map(async (ofHost) => {
    for (const [i, link] of ofHost.entries()) {
      if ((await clock.now()).getTime() - began.getTime() > RUN_MS) return void deferred.push(ofHost.slice(i))
      await recordCheck(link, await check(link.url, manners, out), await clock.now(), luck())
    }
  }))
  await defer(deferred, await clock.now())
  const left = deferred.flat().length
  if (due.length > 0) log.info({ checked: due.length - left, deferred: left }, 'links: checked')
  return { checked: due.length - left, deferred: left }
}

/** One address that trips the code must not stop the others. */
const check = (url: string, manners: Manners, network: Network): Promise<Outcome> =>
  checkLink(url, manners, network).catch((error: unknown) => {
    log.error({ err: error }, 'links: a check failed')
    return { status: null, problem: 'connection', permanentTo: null }
  })

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

/** Drafts and articles that are or will be live name it. */
const inUse = (target: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM link_use u LEFT JOIN publication p ON p.revision_id = u.revision_id
  WHERE u.target_id = ${target} AND (u.revision_id IS NULL OR p.live_until IS NULL OR p.live_until > ${now}))`

/**
 * Makes outside targets due that something names and nobody looks after: among the `newest` named, or all. A merged one
 * counts as the one that it leads to.
 */
export async function enlistTargets(now: Date, newest: number | null = null): Promise<number> {
  return db.$executeRaw`
    INSERT INTO link_health (target_id, next_check_at)
    SELECT DISTINCT s.id, ${now}::timestamptz
    FROM (SELECT id, coalesce(merged_into_id, id) AS survivor FROM link_target ORDER BY id DESC LIMIT ${newest}) t
    JOIN link_target s ON s.id = t.survivor LEFT JOIN link_health h ON h.target_id = s.id
    WHERE s.kind = 'url' AND h.next_check_at IS NULL AND ${inUse(Prisma.sql`t.id`, now)}
    LIMIT ${ENLIST_AT_ONCE}
    ON CONFLICT (target_id) DO UPDATE SET next_check_at = EXCLUDED.next_check_at`
}

const hurriedSchema = z.strictObject({ articleId: z.uuid() })

/** An article's outside links are looked at in the next run, when it has just gone live; those that were within the hour are not asked again. */
export async function hurryTargets(payload: unknown): Promise<number> {
  const { articleId } = hurriedSchema.parse(payload)
  return db.$executeRaw`
    INSERT INTO link_health (target_id, next_check_at)
    SELECT DISTINCT s.id, clock_timestamp()
    FROM publication p JOIN link_use u ON u.revision_id = p.revision_id JOIN link_target t ON t.id = u.target_id JOIN link_target s ON s.id = coalesce(t.merged_into_id, t.id)
    LEFT JOIN link_health h ON h.target_id = s.id
    WHERE p.article_id = ${articleId}::uuid AND p.live_from <= clock_timestamp() AND (p.live_until IS NULL OR p.live_until > clock_timestamp())
      AND s.kind = 'url' AND (h.checked_at IS NULL OR h.checked_at < clock_timestamp() - interval '1 hour') LIMIT ${ENLIST_AT_ONCE}
    ON CONFLICT (target_id) DO UPDATE SET next_check_at = least(link_health.next_check_at, EXCLUDED.next_check_at)`
}

/** Takes what is due for this run; what was merged into another, or nothing names any more, is let go. */
async function claimDue(now: Date): Promise<Due[]> {
  const rows = await db.$queryRaw<(Due & { isClaimed: boolean })[]>`
    WITH due AS (SELECT target_id FROM link_health WHERE next_check_at <= ${now} ORDER BY next_check_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    UPDATE link_health h SET next_check_at = CASE WHEN used.is THEN ${new Date(now.getTime() + LEASE_MS)}::timestamptz END
    FROM due JOIN link_target t ON t.id = due.target_id CROSS JOIN LATERAL (
      SELECT t.merged_into_id IS NULL AND EXISTS (SELECT FROM (SELECT t.id UNION ALL SELECT id FROM link_target WHERE merged_into_id = t.id) m
        WHERE ${inUse(Prisma.sql`m.id`, now)}) AS is) used
    WHERE h.target_id = due.target_id
    RETURNING h.target_id AS "targetId", t.url, h.next_check_at IS NOT NULL AS "isClaimed"`
  return rows.filter((row) => row.isClaimed)
}

/** Stores what a check found. Pages that name the target are told when it begins or ends to be broken. */
async function recordCheck({ targetId, url }: Due, outcome: Outcome, now: Date, luck: number): Promise<void> {
  await transact({ now }, async (tx) => {
    const [before] = await tx.$queryRaw<HealthRow[]>`
      SELECT checked_at AS "checkedAt", status, problem, failures, first_failed_at AS "firstFailedAt", redirected_to AS "redirectedTo"
      FROM link_health WHERE target_id = ${targetId}::uuid FOR UPDATE`
    if (!before) return
    const after = afterCheck(before, url, outcome, now)
    await tx.linkHealth.update({ where: { targetId }, data: { ...after, nextCheckAt: nextCheckAt(after, now, luck) }, select: { targetId: true } })
    if ((healthOf(before) === 'broken') !== (healthOf(after) === 'broken')) await notifyCacheTags(tx, [`target:${targetId}`])
  })
}

/** Gives back what a run did not come to, later ones later, so that a host with many links does not hold up the others. */
async function defer(hosts: readonly (readonly Due[])[], now: Date): Promise<void> {
  const rows = hosts.flatMap((ofHost) => ofHost.map(({ targetId }, i) => ({ targetId, minutes: 1 + Math.floor(i / CHECKS_A_MINUTE) })))
  if (rows.length === 0) return
  await db.$executeRaw`
    UPDATE link_health h SET next_check_at = ${now}::timestamptz + make_interval(mins => given.minutes)
    FROM unnest(${rows.map((row) => row.targetId)}::uuid[], ${rows.map((row) => row.minutes)}::int[]) AS given(target_id, minutes)
    WHERE h.target_id = given.target_id`
}
