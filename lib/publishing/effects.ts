import type { NewEffect } from '@/lib/platform/outbox'

/** What follows when an article's texts begin to be live at these instants (past ones count as now): its outside links are looked at. */
export function effectsOf(articleId: string, begins: readonly Date[], now: Date): NewEffect[] {
  return begins.map((begin) => {
    const dueAt = begin < now ? now : begin
    return { kind: 'links', key: `links:${articleId}:${dueAt.toISOString()}`, payload: { articleId }, dueAt }
  })
}
