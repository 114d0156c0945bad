import 'server-only'
import type { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { ownHosts } from '@/lib/platform/env'
import { findDuplicates, type Finding, type Knowledge, type LinkItem, type LinkRef, ownPath, type Ruling, siteKnowledge, slugInPath, articleIdInPath, titleKey, wordsInTitles } from '@/lib/related-links/model'
import { countElsewhere, findKnownWords, findReplacements, findRulings, findTargetViews, type TargetView } from '@/lib/related-links/queries'
import { type describeLinksSchema, type LinkInput, linkIdentity } from '@/lib/related-links/schema'
import { getSettings } from '@/lib/settings/queries'
import { type BodyLink, type CheckedLink, type CheckItem, linksOf, publishCheck, textLink } from './model'
import type { Body } from './schema'

type Candidate = { id: string; headline: string }
export type LinkView = {
  targetId: string | null
  kind: 'article' | 'url' | 'title'
  articleId: string | null
  url: string | null
  /** the title as given, or the article's headline; null for an address, and for what the actor may not read */
  title: string | null
  state: TargetView['state'] | 'hidden'
  at: Date | null
  /** when it comes down */
  until: Date | null
  /** for a title without a target: articles with the same key that the actor may read, at most 5 */
  candidates: Candidate[]
  /** how many other articles that the actor may read link to the same now, up to 1,000 */
  elsewhere: number
} & Pick<TargetView, 'health' | 'check' | 'redirectedTo'>
export type LinkDescription = { links: LinkView[]; knowledge: Knowledge; rulings: Ruling[] }

/** What an editor needs to see of these links, in their order: what they lead to, and what the verdict has to know. */
export async function describeLinks(actor: Actor, { articleId, links }: z.output<typeof describeLinksSchema>, reads: Reads = db): Promise<LinkDescription> {
  const given = links.filter((link): link is LinkInput => link.kind !== 'target')
  const [resolved, views, { siteName }, rulings] = await Promise.all([
    resolveLinks(given, reads),
    findTargetViews(links.flatMap((link) => (link.kind === 'target' ? [link.targetId] : [])), { reads }),
    getSettings(reads),
    findRulings(articleId, reads),
  ])
  const refs = given.map((link) => resolved.get(link) ?? link)
  const [articles, addresses] = await Promise.all([viewsOfArticles(refs, reads), viewsOfAddresses(refs, reads)])
  const byTarget = new Map(views.map((view) => [view.targetId, view]))
  const shown = links.map((link): LinkView => {
    if (link.kind === 'target') return present(actor, byTarget.get(link.targetId), { kind: 'title', title: '' })
    const ref = resolved.get(link) ?? link
    return present(actor, viewOf(ref, articles, addresses), ref)
  })
  const items = shown.map((view): LinkItem => ({ place: 'block', title: view.title, ref: refOf(view) }))
  const [{ candidates, knowledge }, elsewhere] = await Promise.all([
    findCandidates(actor, items, articleId, siteName, reads).then(async (candidates) => ({ candidates, knowledge: await loadKnowledge(items, candidates, siteName, reads) })),
    countElsewhere({ actor, articleId, links: shown.map((view) => (view.state === 'hidden' ? null : refOf(view))), siteName, reads }),
  ])
  return {
    links: shown.map((view, i) => ({ ...view, elsewhere: elsewhere[i]!, candidates: view.kind === 'title' && view.title ? (candidates.get(titleKey(view.title, siteName)) ?? []) : [] })),
    knowledge,
    rulings,
  }
}

/** The findings of a body as it would be published: the one verdict over everything that the site knows. */
export async function checkLinks(articleId: string, body: Body, reads: Reads = db): Promise<Finding[]> {
  return (await findingsOf(articleId, body, reads)).findings
}

/** The publish check of a body at the instant when it would go live (default: the database's now): what stops it, and what an editor should know of. */
export async function checkPublish({ articleId, body, goesLive }: { articleId: string; body: Body; goesLive?: Date }, reads: Reads = db): Promise<CheckItem[]> {
  const now = await databaseNow(reads)
  const { links, findings, views, inText } = await findingsOf(articleId, body, reads)
  const articles = await viewsOfArticles([...inText.values()], reads)
  const addresses = await viewsOfAddresses([...inText.values()], reads)
  const checked = links.map((link): CheckedLink => {
    if (link.place === 'block') {
      const target = views.get(link.targetId)
      return { place: link.place, target: checkedTarget(target), title: link.title, headlineThen: link.headlineThen, headline: target?.kind === 'article' ? target.title : null }
    }
    return { place: link.place, target: checkedTarget(viewOf(inText.get(link)!, articles, addresses)), title: null, headlineThen: null, headline: null }
  })
  return publishCheck({ articleId, links: checked, findings, goesLive: goesLive ?? now })
}

const checkedTarget = (view: TargetView | undefined): CheckedLink['target'] => (view ? { ...view, isBroken: view.health === 'broken' } : null)

async function findingsOf(articleId: string, body: Body, reads: Reads) {
  const links = linksOf(body)
  const views = new Map((await findTargetViews(links.flatMap((link) => (link.place === 'block' ? [link.targetId] : [])), { reads })).map((view) => [view.targetId, view]))
  const given = new Map(links.flatMap((link) => (link.place === 'text' ? [[link, textLink(link)] as const] : [])))
  const resolved = await resolveLinks([...given.values()], reads)
  const inText = new Map([...given].map(([link, ref]) => [link as BodyLink, resolved.get(ref) ?? ref] as const))
  const items = links.map((link): LinkItem => {
    if (link.place === 'text') return { place: 'text', title: null, ref: inText.get(link)! }
    const view = views.get(link.targetId)
    return { place: 'block', title: link.title ?? view?.title ?? null, ref: refOf(view ?? { kind: 'title', articleId: null, url: null, title: '' }) }
  })
  const { siteName } = await getSettings(reads)
  const knowledge = await loadKnowledge(items, await findCandidates(null, items, articleId, siteName, reads), siteName, reads)
  const findings = findDuplicates(items, siteKnowledge(knowledge), { selfArticleId: articleId, rulings: await findRulings(articleId, reads) })
  return { links, findings, views, inText }
}

/** Links that lead elsewhere than they say -> where: own addresses to their articles, merged targets to what they were merged into. */
export async function resolveLinks(links: readonly LinkInput[], reads: Reads = db): Promise<Map<LinkInput, LinkInput>> {
  const hosts = ownHosts()
  const pathsOf = (all: readonly LinkInput[]) => all.flatMap((link) => (link.kind === 'url' ? ownPaths(link.url, hosts) : []))
  const [replacements, found] = await Promise.all([findReplacements(links, reads), articlesAt(pathsOf(links), reads)])
  const replaced = new Map(replacements.flatMap(({ identity, by }) => (by ? [[identity, by] as const] : [])))
  const ids = new Map([...found, ...(await articlesAt(pathsOf([...replaced.values()]), reads))])
  return new Map(links.flatMap((link): [LinkInput, LinkInput][] => {
    const to = replaced.get(linkIdentity(link)) ?? link
    const [path] = pathsOf([to])
    const articleId = path === undefined ? null : (articleIdInPath(path) ?? ids.get(slugInPath(path) ?? ''))
    if (articleId) return [[link, { kind: 'article', articleId }]]
    return to !== link || to.kind === 'article' ? [[link, to]] : []
  }))
}

const ownPaths = (url: string, hosts: readonly string[]): string[] => {
  const path = ownPath(url, hosts)
  return path === null ? [] : [path]
}

async function articlesAt(paths: readonly string[], reads: Reads): Promise<Map<string, string>> {
  const slugs = paths.flatMap((path) => slugInPath(path) ?? [])
  if (slugs.length === 0) return new Map()
  const rows = await reads.articleAddress.findMany({ where: { slug: { in: slugs } }, select: { slug: true, articleId: true }, take: slugs.length })
  return new Map(rows.map((row) => [row.slug, row.articleId]))
}

type Views = ReadonlyMap<string, TargetView>
const viewOf = (link: LinkInput, articles: Views, addresses: Views): TargetView | undefined =>
  link.kind === 'article' ? articles.get(link.articleId) : link.kind === 'url' ? addresses.get(link.url) : undefined

async function viewsOfArticles(links: readonly LinkInput[], reads: Reads): Promise<Views> {
  const ids = links.flatMap((link) => (link.kind === 'article' ? [link.articleId] : []))
  if (ids.length === 0) return new Map()
  const views = await findTargetViews(ids, { reads, by: 'article' })
  return new Map(views.map((view) => [view.articleId!, view]))
}

/** What is known of outside addresses that were given as such; one that nothing has linked to before is not among them. */
async function viewsOfAddresses(links: readonly LinkInput[], reads: Reads): Promise<Views> {
  const rows = await findReplacements(links.filter((link) => link.kind === 'url'), reads)
  const views = await findTargetViews(rows.map((row) => row.id), { reads })
  return new Map(views.flatMap((view) => (view.url ? [[view.url, view] as const] : [])))
}

function present(actor: Actor, view: TargetView | undefined, ref: LinkInput): LinkView {
  const none = { targetId: view?.targetId ?? null, articleId: null, url: null, title: null, at: null, until: null, candidates: [], elsewhere: 0, health: null, check: null, redirectedTo: null }
  if (!view) {
    if (ref.kind === 'url') return { ...none, kind: 'url', url: ref.url, state: 'outside' }
    if (ref.kind === 'title') return { ...none, kind: 'title', title: ref.title, state: 'unresolved' }
    return { ...none, kind: 'article', articleId: ref.articleId, state: 'hidden' }
  }
  const { targetId, kind, articleId, url, title, state, at, until, health, check, redirectedTo } = view
  if (view.embargoed && !isEditor(actor) && view.createdById !== actor.userId) return { ...none, kind, articleId, state: 'hidden' }
  return { targetId, kind, articleId, url, title: kind === 'url' ? null : title, state, at, until, candidates: [], elsewhere: 0, health, check, redirectedTo }
}

function refOf(view: { kind: LinkRef['kind']; articleId: string | null; url: string | null; title: string | null }): LinkRef {
  if (view.kind === 'article') return { kind: 'article', articleId: view.articleId! }
  return view.kind === 'url' ? { kind: 'url', url: view.url! } : { kind: 'title', title: view.title ?? '' }
}

/** Articles by the exact title keys of unresolved titles; `actor` null sees all (publish check). */
async function findCandidates(actor: Actor | null, items: readonly LinkItem[], self: string, siteName: string, reads: Reads): Promise<Map<string, Candidate[]>> {
  const titles = items.flatMap((item) => (item.ref.kind === 'title' ? [item.ref.title] : []))
  if (titles.length === 0) return new Map()
  const keys = [...new Set(titles.map((title) => titleKey(title, siteName)))].filter(Boolean)
  const hidden = actor && !isEditor(actor) ? { OR: [{ embargoUntil: null }, { createdById: actor.userId }] } : {}
  const rows = await reads.article.findMany({
    where: { titleKey: { in: keys }, trashedAt: null, killedAt: null, id: { not: self }, ...hidden },
    orderBy: { changedAt: 'desc' },
    take: 5 * keys.length,
    select: { id: true, headline: true, titleKey: true },
  })
  return Map.groupBy(rows, (row) => row.titleKey)
}

async function loadKnowledge(items: readonly LinkItem[], candidates: ReadonlyMap<string, Candidate[]>, siteName: string, reads: Reads): Promise<Knowledge> {
  const hosts = ownHosts()
  const urls = items.flatMap((item) => (item.ref.kind === 'url' ? ownPaths(item.ref.url, hosts) : []))
  const titles = [...candidates].flatMap(([key, found]) => (found.length === 1 ? [[key, found[0]!.id] as const] : []))
  const words = wordsInTitles(items.flatMap((item) => (item.title ? [item.title] : [])))
  const [slugs, known] = await Promise.all([articlesAt(urls, reads), findKnownWords(words, reads)])
  return { hosts, name: siteName, slugs: Object.fromEntries(slugs), titles: Object.fromEntries(titles), words: known }
}
