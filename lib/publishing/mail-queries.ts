import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import type { Locale } from '@/lib/platform/locale'
import { type Happening, type Told, toldOf } from './article-mail'

export { happeningSchema } from './article-mail'

type Person = { id: string; email: string; locale: Locale }
/** `by`: the name of who did it; `people`: who is told */
export type ArticleMail = Omit<Told, 'byId' | 'concerned'> & { articleId: string; at: Date; by: string; people: Person[] }

const BYLINES = { select: { byline: { select: { userId: true } } } } as const

/** What a mail about this says and who gets one (never who did it, was deactivated or does not want it); null when it is so no more. */
export async function findArticleMail(happening: Happening, now: Date, reads: Reads = db): Promise<ArticleMail | null> {
  const article = await reads.article.findUnique({
    where: { id: happening.articleId },
    select: {
      headline: true, bylines: BYLINES, trashedAt: true, killedAt: true, killLine: true, createdById: true, embargoUntil: true,
      publications: { orderBy: { liveFrom: 'asc' }, select: { liveFrom: true, liveUntil: true, createdById: true, revision: { select: { headline: true, slug: true, bylines: BYLINES } } } },
    },
  })
  const told = article && toldOf(article, happening, now)
  if (!told) return null
  const { byId, concerned, kind, headline, slug, publicLine } = told
  const people = await reads.user.findMany({ where: { id: { in: concerned }, deactivatedAt: null, articleMail: true }, select: { id: true, email: true, locale: true }, take: concerned.length })
  const { name: by } = await reads.user.findUniqueOrThrow({ where: { id: byId }, select: { name: true } })
  return { articleId: happening.articleId, at: happening.at, kind, headline, slug, publicLine, by, people }
}
