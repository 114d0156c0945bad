// Keeps promise 6: one verdict on every way in. Pure: what the site knows is an argument, so it runs in the browser, on the server and in the shell.
import { compareTitles, type PreparedTitle, prepareTitle } from './title-compare'
import { titleKey } from './title-key'
import { type UrlKeys, urlKeys } from './url-key'

export { explain } from './explain'
export { afterCheck, type Health, healthOf, type HealthRow, nextCheckAt, type Outcome, type Problem, UNCHECKED } from './health'
export { articleIdInPath, type Knowledge, siteKnowledge, slugInPath } from './knowledge'
export { splitReadAlsoLine } from './labels'
export { wordsInTitles } from './title-compare'
export { foldedTitleKey, titleKey } from './title-key'
export { isSafeHref, ownPath, parseAddress } from './url-key'

export type LinkRef = { kind: 'article'; articleId: string } | { kind: 'url'; url: string } | { kind: 'title'; title: string }
/** A link of an article as data. `title` is what a block shows: the editor's words or the target's headline. */
export type LinkItem = { ref: LinkRef; place: 'block' | 'text'; title: string | null }
export type Verdict = 'none' | 'likely' | 'exact'
export type Reason = 'same-article' | 'same-url' | 'same-title' | 'self' | 'weak-url' | 'title-folded' | 'title-typo' | 'title-other-target' | 'text-link'

export type SiteKnowledge = {
  /** hosts, with a port that is not the scheme's own, that are this site */
  hosts: readonly string[]
  /** the site's own name, dropped from the end of titles */
  name: string
  /** an own path (current or old slug, preview or desk address) -> article id */
  articleAt(path: string): string | null
  /** the exact title key of exactly one article -> its id */
  articleTitled(titleKey: string): string | null
  /** a word (lower case) of the language's dictionary or of the site's own headlines */
  knowsWord(word: string): boolean
}
export const UNKNOWN_SITE: SiteKnowledge = { hosts: [], name: '', articleAt: () => null, articleTitled: () => null, knowsWord: () => false }

export type Comparison = { verdict: Verdict; reason: Reason | null; keyA: string; keyB: string }
/** What an editor said of a pair of keys (in any order). */
export type Ruling = { keyA: string; keyB: string; ruling: 'keep' | 'dismiss' }
/** `index` and `of` count the links given; `of` is `index` for a link to the article itself, which cannot be kept. */
export type Finding = { index: number; of: number; verdict: 'likely' | 'exact'; reason: Reason; keyA: string; keyB: string; blocking: boolean; ruling: 'keep' | 'dismiss' | null }

/** The comparison key of an address, null when it is refused (no http(s), user info, no address at all). */
export const urlKey = (url: string, site?: SiteKnowledge): string | null => urlKeys(url, site)?.key ?? null
/** The weak key: equal ones are likely the same page. */
export const weakUrlKey = (url: string, site?: SiteKnowledge): string | null => urlKeys(url, site)?.weak ?? null

type Prepared = { place: 'block' | 'text'; kind: LinkRef['kind']; articleId: string | null; url: UrlKeys | null; title: PreparedTitle | null; key: string }

function prepare({ ref, place, title }: LinkItem, site: SiteKnowledge): Prepared {
  const words = title ?? (ref.kind === 'title' ? ref.title : null)
  const prepared = words === null ? null : prepareTitle(words, site.name)
  const url = ref.kind === 'url' ? urlKeys(ref.url, site) : null
  return { place, kind: ref.kind, articleId: articleOf(ref, url, prepared, site), url, title: prepared, key: linkKey(ref, site) }
}

/** A title without a target counts as the one article that has it: it is resolved to that when it is stored. */
function articleOf(ref: LinkRef, url: UrlKeys | null, title: PreparedTitle | null, site: SiteKnowledge): string | null {
  if (ref.kind === 'article') return ref.articleId
  if (ref.kind === 'url') return url?.articleId ?? null
  return title?.keys.joined ? site.articleTitled(title.keys.joined) : null
}

/** What rulings are stored by: `article:<id>`, `url:<key>` or `title:<key>`. */
export function linkKey(ref: LinkRef, site: SiteKnowledge): string {
  if (ref.kind === 'article') return `article:${ref.articleId}`
  if (ref.kind === 'title') return `title:${titleKey(ref.title, site.name)}`
  const keys = urlKeys(ref.url, site)
  if (keys?.articleId) return keys.key
  return `url:${keys?.key ?? ref.url.trim()}`
}

/** The verdict on two links. Symmetric; never throws. Two links in running text are none. */
export function compareLinks(a: LinkItem, b: LinkItem, site: SiteKnowledge): Comparison {
  return judge(prepare(a, site), prepare(b, site), site)
}

function judge(a: Prepared, b: Prepared, site: SiteKnowledge): Comparison {
  const [verdict, reason] = verdictOf(a, b, site)
  return { verdict, reason, keyA: a.key, keyB: b.key }
}

const NONE = ['none', null] as const

function verdictOf(a: Prepared, b: Prepared, site: SiteKnowledge): readonly [Verdict, Reason | null] {
  if (a.place === 'text' && b.place === 'text') return NONE
  const target = sameTarget(a, b)
  const surely = target === 'same-article' || target === 'same-url'
  if (a.place !== b.place) return surely ? ['likely', 'text-link'] : NONE
  if (surely) return ['exact', target]
  // two addresses: their titles can say no more than likely
  return target ? ['likely', target] : titleVerdict(a, b, site)
}

function titleVerdict(a: Prepared, b: Prepared, site: SiteKnowledge): readonly [Verdict, Reason | null] {
  const alike = a.title && b.title ? compareTitles(a.title, b.title, site.knowsWord) : null
  if (alike === null) return NONE
  if (alike !== 'same') return ['likely', alike === 'folded' ? 'title-folded' : 'title-typo']
  return resolvedApart(a, b) ? ['likely', 'title-other-target'] : ['exact', 'same-title']
}

function sameTarget(a: Prepared, b: Prepared): 'same-article' | 'same-url' | 'weak-url' | null {
  if (a.articleId !== null && b.articleId !== null) return a.articleId === b.articleId ? 'same-article' : null
  if (!a.url || !b.url) return null
  if (a.url.key === b.url.key) return 'same-url'
  return a.url.weak === b.url.weak && sourcesAgree(a.url.sources, b.url.sources) ? 'weak-url' : null
}

const sourcesAgree = (a: UrlKeys['sources'], b: UrlKeys['sources']): boolean => [...a].every(([name, value]) => !b.has(name) || b.get(name) === value)

/** Both lead somewhere, and not to the same place. */
const resolvedApart = (a: Prepared, b: Prepared): boolean => (a.kind !== 'title' || a.articleId !== null) && (b.kind !== 'title' || b.articleId !== null)

/**
 * The findings of one article's links, given in document order: n equal blocks give n-1, at the later ones; at most one
 * a block: one that nobody has ruled on before one that somebody has, then the strongest, then with the earliest partner.
 * Kept and dismissed ones are given with their ruling.
 */
export function findDuplicates(links: readonly LinkItem[], site: SiteKnowledge, { selfArticleId, rulings }: { selfArticleId: string | null; rulings: readonly Ruling[] }): Finding[] {
  const prepared = links.map((link) => prepare(link, site))
  const ruled = new Map(rulings.map(({ keyA, keyB, ruling }) => [pairOf(keyA, keyB), ruling]))
  return prepared.flatMap((block, index): Finding[] => {
    if (block.place !== 'block') return []
    if (selfArticleId !== null && block.articleId === selfArticleId)
      return [{ index, of: index, verdict: 'exact', reason: 'self', keyA: block.key, keyB: block.key, blocking: true, ruling: null }]
    const found = strongest(prepared, index, site, ruled)
    return found ? [found] : []
  })
}

const pairOf = (a: string, b: string): string => JSON.stringify([a, b].sort())
const HEAVIEST = 3
const weightOf = ({ verdict, ruling }: Omit<Finding, 'index' | 'of'>): number => (ruling === null ? 2 : 0) + (verdict === 'exact' ? 1 : 0)

function strongest(links: readonly Prepared[], index: number, site: SiteKnowledge, ruled: ReadonlyMap<string, 'keep' | 'dismiss'>): Finding | null {
  let best: Finding | null = null
  for (const [of, other] of links.entries()) {
    if (other.place === 'block' && of >= index) continue
    const found = findingOf(judge(links[index]!, other, site), ruled)
    if (found && (!best || weightOf(best) < weightOf(found))) best = { ...found, index, of }
    if (best && weightOf(best) === HEAVIEST) break
  }
  return best
}

function findingOf({ verdict, reason, keyA, keyB }: Comparison, ruled: ReadonlyMap<string, 'keep' | 'dismiss'>): Omit<Finding, 'index' | 'of'> | null {
  if (verdict === 'none' || reason === null) return null
  const said = ruled.get(pairOf(keyA, keyB)) ?? null
  // what is surely the same is kept, never waved away
  const ruling = verdict === 'exact' && said === 'dismiss' ? null : said
  return { verdict, reason, keyA, keyB, ruling, blocking: verdict === 'exact' && ruling === null }
}
