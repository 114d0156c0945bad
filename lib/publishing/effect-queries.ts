import 'server-only'
import { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { findLate } from '@/lib/platform/outbox'

export type LateRow = { id: string; kind: 'purge' | 'links' | 'tell' | 'mail'; article: { id: string; headline: string } | null; dueAt: Date; tries: number; lastError: string | null }
const aboutArticle = z.object({ articleId: z.uuid() })

/** How many effects of publishing are late, for the desk's alarm: editors are told. */
export async function countLateEffects(actor: Actor): Promise<number> {
  return isEditor(actor) ? (await findLate()).count : 0
}

/** What should have happened a minute ago and has not: at most 100, the oldest first. Writers see when, not what of. */
export async function findLateEffects(actor: Actor): Promise<{ count: number; rows: LateRow[]; mayRedo: boolean }> {
  const { count, rows } = await findLate()
  const idOf = (payload: unknown): string | undefined => aboutArticle.safeParse(payload).data?.articleId
  const ids = isEditor(actor) ? rows.flatMap(({ payload }) => idOf(payload) ?? []) : []
  const articles = new Map((await db.article.findMany({ where: { id: { in: ids } }, select: { id: true, headline: true }, take: ids.length })).map((row) => [row.id, row]))
  return {
    count, mayRedo: isEditor(actor),
    rows: rows.map(({ payload, kind, ...row }) => ({ ...row, kind: kind as LateRow['kind'], lastError: isEditor(actor) ? row.lastError : null, article: articles.get(idOf(payload) ?? '') ?? null })),
  }
}
