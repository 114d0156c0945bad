import { z } from 'zod'
import { isLive, type OutOfUse, stateAt } from '@/lib/articles/model'

const about = { articleId: z.uuid(), at: z.iso.datetime().transform((text) => new Date(text)) }
/** What happened to an article that people are told of; `at`: when it went live or came down, `byId`: who took it down, or planned that (`ended`). */
export const happeningSchema = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('published'), ...about }),
  z.strictObject({ about: z.literal('takenDown'), ...about, byId: z.uuid() }),
  z.strictObject({ about: z.literal('ended'), ...about, byId: z.uuid() }),
])
export type Happening = z.output<typeof happeningSchema>
export type HappeningInput = z.input<typeof happeningSchema>

type Byline = { byline: { userId: string | null } }
type Text = { headline: string; bylines: Byline[] }
type Row = { liveFrom: Date; liveUntil: Date | null; createdById: string; revision: Text & { slug: string } }
/** An article with its timeline, the earliest row first. */
export type ToldArticle = Text & OutOfUse & { createdById: string; embargoUntil: Date | null; killLine: string; publications: Row[] }
export type Told = { kind: 'published' | 'unpublished' | 'ended' | 'killed'; headline: string; slug: string | null; publicLine: string; byId: string; concerned: string[] }

/**
 * What is to be said of it, and whom it concerns: who stands on the byline and whose article it is, but not who did it. Null when
 * it is so no more: it was moved, taken down or brought back meanwhile, or was live before.
 */
export function toldOf(article: ToldArticle, happening: Happening, now: Date): Told | null {
  const told = foundOf(article, happening, now)
  if (!told) return null
  const { bylines, ...rest } = told
  const concerned = new Set([article.createdById, ...bylines.flatMap(({ byline }) => byline.userId ?? [])])
  concerned.delete(told.byId)
  return { ...rest, publicLine: article.killLine, concerned: [...concerned] }
}

type Found = Text & Pick<Told, 'kind' | 'slug' | 'byId'>

function foundOf(article: ToldArticle, happening: Happening, now: Date): Found | null {
  if (happening.about === 'published') return publishedOf(article, happening.at, now)
  return happening.about === 'ended' ? endedOf(article, happening, now) : takenDownOf(article, happening, now)
}

function publishedOf(article: ToldArticle, at: Date, now: Date): Found | null {
  if (stateAt(article.publications, article, now) !== 'live') return null
  const first = firstOfLife(article.publications, now)
  const live = article.publications.find((row) => isLive(row, now))
  return first?.liveFrom.getTime() === at.getTime() ? { kind: 'published', byId: first.createdById, ...live!.revision } : null
}

/** The row with which the life that goes on now began; those after it took over without a gap. */
function firstOfLife(rows: readonly Row[], now: Date): Row | undefined {
  let row = rows.find((each) => isLive(each, now))
  for (let before = row; before; before = rows.find(({ liveUntil }) => liveUntil?.getTime() === row!.liveFrom.getTime())) row = before
  return row
}

function takenDownOf(article: ToldArticle, { at, byId }: { at: Date; byId: string }, now: Date): Found | null {
  const last = article.publications.findLast(({ liveFrom }) => liveFrom <= now)
  const holds = article.killedAt ? article.killedAt.getTime() === at.getTime() : last && last.liveFrom <= at && !isLive(last, now)
  if (!holds) return null
  return { kind: article.killedAt ? 'killed' : 'unpublished', slug: null, byId, ...textOf(article, last, now) }
}

function endedOf(article: ToldArticle, { at, byId }: { at: Date; byId: string }, now: Date): Found | null {
  const last = article.publications.findLast(({ liveFrom }) => liveFrom <= now)
  const holds = !article.killedAt && !article.trashedAt && at <= now && last?.liveUntil?.getTime() === at.getTime()
  return holds ? { kind: 'ended', slug: null, byId, ...textOf(article, last, now) } : null
}

/** The text that readers had last; of one that they never had, nobody hears but those who may read it. */
function textOf({ headline, bylines, embargoUntil }: ToldArticle, last: Row | undefined, now: Date): Text {
  if (last) return { headline: last.revision.headline, bylines: last.revision.bylines }
  return { headline, bylines: embargoUntil && embargoUntil > now ? [] : bylines }
}
