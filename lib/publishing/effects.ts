import type { NewEffect } from '@/lib/platform/outbox'
import type { HappeningInput } from './article-mail'
import type { TimelineChange } from './model'

/** What follows when an article's texts begin to be live at these instants (past ones count as now): its outside links are looked at. */
export function effectsOf(articleId: string, begins: readonly Date[], now: Date): NewEffect[] {
  return begins.map((begin) => {
    const dueAt = notBefore(begin, now)
    return { kind: 'links', key: `links:${articleId}:${dueAt.toISOString()}`, payload: { articleId }, dueAt }
  })
}

/** People are told when texts begin to be live; whether it is so is looked at then. */
export const publishedTellings = (articleId: string, begins: readonly Date[], now: Date): NewEffect[] =>
  begins.map((begin) => telling({ about: 'published', articleId, at: begin.toISOString() }, notBefore(begin, now)))

/** People are told at once who took the article down. */
export const takenDownTelling = (articleId: string, byId: string, now: Date): NewEffect => telling({ about: 'takenDown', articleId, at: now.toISOString(), byId }, now)

/** People are told at each end that a change plans, if it still holds then; `byId`: who planned it. */
export const endedTellings = (articleId: string, byId: string, { set, add }: TimelineChange, now: Date): NewEffect[] => {
  const begins = new Set(add.map(({ liveFrom }) => liveFrom.getTime()))
  const ends = [...set, ...add].flatMap(({ liveUntil }) => (liveUntil && liveUntil > now && !begins.has(liveUntil.getTime()) ? [liveUntil] : []))
  return ends.map((end) => telling({ about: 'ended', articleId, at: end.toISOString(), byId }, end))
}

const telling = (happening: HappeningInput, dueAt: Date): NewEffect => ({ kind: 'tell', key: `${happening.about}:${happening.articleId}:${happening.at}`, payload: happening, dueAt })
const notBefore = (instant: Date, now: Date): Date => (instant < now ? now : instant)
