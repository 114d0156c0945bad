import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { type ChangedLine, changedLines, hasCorrection, type Words } from './correction'
import { bodySchema, type Body } from './schema'

/** The newest correction of words that readers were given; `lines` is what it changed. */
export type Correction = { revisionId: string; fromId: string; at: string; lines: ChangedLine[] }
export type LiveWords = Words & { revisionId: string; body: Body }
type Row = { revisionId: string; liveFrom: Date; liveUntil: Date | null; revision: { createdAt: Date; correctsId: string | null } }
export type Corrected = { correction: Correction | null; lacking: ReadonlySet<string> }

/**
 * What the last text that an editor put before readers put right, if it was a correction, and which of the texts that are live
 * or planned do not have that. Derived from the timeline: a later publish, made by somebody who was told, ends it.
 */
export async function findCorrection(rows: readonly Row[], now: Date, reads: Reads): Promise<Corrected> {
  const begun = rows.filter(({ liveFrom }) => liveFrom <= now)
  const newest = begun.reduce<Row | null>((best, row) => (best && best.revision.createdAt > row.revision.createdAt ? best : row), null)
  const fromId = newest?.revision.correctsId
  if (!newest || !fromId) return { correction: null, lacking: new Set() }
  const ahead = rows.filter(({ liveUntil }) => liveUntil === null || liveUntil > now).map(({ revisionId }) => revisionId)
  const texts = await findWords([newest.revisionId, fromId, ...ahead], reads)
  const lines = changedLines(texts.get(fromId)!, texts.get(newest.revisionId)!)
  if (lines.length === 0) return { correction: null, lacking: new Set() }
  return { correction: { revisionId: newest.revisionId, fromId, at: newest.revision.createdAt.toISOString(), lines }, lacking: new Set(lackingOf(lines, ahead, texts)) }
}

/**
 * Which of the planned texts of any number of articles do not have what was last put right in what is live, as `findCorrection` says
 * of one. Two queries however many they are; ids of revisions.
 */
export async function findLacking(plans: readonly { articleId: string; revisionId: string }[], now: Date, reads: Reads = db): Promise<Set<string>> {
  const newest = await reads.$queryRaw<{ articleId: string; revisionId: string; fromId: string | null }[]>`
    SELECT DISTINCT ON (p.article_id) p.article_id AS "articleId", r.id AS "revisionId", r.corrects_id AS "fromId"
    FROM publication p JOIN revision r ON r.id = p.revision_id
    WHERE p.article_id = ANY(${plans.map(({ articleId }) => articleId)}::uuid[]) AND p.live_from <= ${now}
    ORDER BY p.article_id, r.created_at DESC, p.live_from DESC`
  const asked = newest.flatMap(({ articleId, revisionId, fromId }) => (fromId ? [{ fromId, revisionId, ids: plans.filter((plan) => plan.articleId === articleId).map((plan) => plan.revisionId) }] : []))
  if (asked.length === 0) return new Set()
  const texts = await findWords(asked.flatMap(({ fromId, revisionId, ids }) => [fromId, revisionId, ...ids]), reads)
  return new Set(asked.flatMap(({ fromId, revisionId, ids }) => lackingOf(changedLines(texts.get(fromId)!, texts.get(revisionId)!), ids, texts)))
}

const lackingOf = (lines: readonly ChangedLine[], ids: readonly string[], texts: ReadonlyMap<string, Words>): string[] => ids.filter((id) => !hasCorrection(lines, texts.get(id)!))

const WORDS = { id: true, headline: true, standfirst: true, shortHeadline: true, searchTitle: true, searchDescription: true, shareText: true, body: true } as const
/** The words of revisions, by id. */
export async function findWords(ids: readonly string[], reads: Reads): Promise<Map<string, LiveWords>> {
  const wanted = [...new Set(ids)]
  const rows = await reads.revision.findMany({ where: { id: { in: wanted } }, select: WORDS, take: wanted.length })
  return new Map(rows.map(({ id, body, ...row }) => [id, { ...row, revisionId: id, body: bodySchema.parse(body) }]))
}
