import 'server-only'
import { getDeskArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/model'
import { db, type Reads } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import { findArticlePage, resolveText } from './article-queries'
import type { ArticleView, Place, Site } from './model'
import { loadSite } from './site-queries'

/** The draft as readers would get it if it were published now. NOT_FOUND for what the actor may not read. */
export async function getPreview(actor: Actor, articleId: string, reads: Reads = db): Promise<{ site: Site; article: ArticleView }> {
  const site = { ...(await loadSite({ reads })).site, isPreview: true }
  const { draft, timeline, id, tags, bylines, notes: told } = await getDeskArticle(actor, articleId, reads, site.now)
  const [{ blocks, leadImage }, section, tagPlaces, bylinePlaces] = await Promise.all([
    resolveText(draft, id, site.now, reads),
    draft.sectionId ? findTags([draft.sectionId], reads) : [],
    findTags(tags.map((tag) => tag.id), reads),
    reads.byline.findMany({ where: { id: { in: bylines.map((byline) => byline.id) } }, select: { id: true, name: true, slug: true }, take: bylines.length }),
  ])
  const listed = timeline.findLast(({ phase }) => phase !== 'plan')
  const notes = told.map(({ kind, text, at }) => ({ kind, text, at: new Date(at) }))
  return {
    site,
    article: {
      id, slug: draft.slug ?? id, headline: draft.headline, standfirst: draft.standfirst, label: draft.label, dateline: draft.dateline, noindex: true, leadImage, blocks,
      section: section[0] ?? null, tags: inOrder(tags, tagPlaces), bylines: inOrder(bylines, bylinePlaces),
      publishedAt: listed ? new Date(listed.listedAt) : site.now, changedAt: notes[0]?.at ?? null, notes,
      title: draft.searchTitle || draft.headline, description: draft.searchDescription || draft.standfirst, shareText: draft.shareText,
    },
  }
}

/** What a plan shows readers when it goes live, and all that it names as it will be then. NOT_FOUND for what the actor may not read, and when it is planned no more. */
export async function getPlannedPreview(actor: Actor, { articleId, planId }: { articleId: string; planId: string }, reads: Reads = db): Promise<{ site: Site; article: ArticleView }> {
  const { timeline } = await getDeskArticle(actor, articleId, reads)
  const plan = timeline.find(({ id }) => id === planId)
  if (!plan) throw notFound()
  const { slug } = await reads.revision.findUniqueOrThrow({ where: { id: plan.revisionId }, select: { slug: true } })
  const { site, found } = await findArticlePage(slug, { reads, at: new Date(plan.liveFrom) })
  if (found.is !== 'found') throw notFound()
  return { site, article: { ...found.page, noindex: true } }
}

async function findTags(ids: string[], reads: Reads): Promise<(Place & { id: string })[]> {
  const rows = await reads.tag.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, slug: true, mergedInto: { select: { name: true, slug: true } } }, take: ids.length })
  return rows.map(({ id, name, slug, mergedInto }) => ({ id, ...(mergedInto ?? { name, slug }) }))
}

const inOrder = (wanted: readonly { id: string }[], found: readonly (Place & { id: string })[]): Place[] => wanted.flatMap(({ id }) => found.find((place) => place.id === id) ?? [])
