import type { SiteKnowledge } from './model'

/** What the site knows of some links, as data that travels to the browser. */
export type Knowledge = {
  hosts: string[]
  name: string
  /** slug, current or old -> article id */
  slugs: Record<string, string>
  /** exact title key of exactly one article -> its id */
  titles: Record<string, string>
  /** words (lower case) of these links' titles that the dictionary or a headline knows */
  words: string[]
}

/** The slug in an own address (`/a/<slug>`, with or without a closing slash); null for other paths. */
export function slugInPath(path: string): string | null {
  return /^\/a\/([a-z0-9-]+)\/?$/i.exec(path)?.[1]?.toLowerCase() ?? null
}

/** The article id in a desk or preview address (`/desk/articles/<id>` and what is under it); null for other paths. */
export function articleIdInPath(path: string): string | null {
  return /^\/desk\/articles\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i.exec(path)?.[1]?.toLowerCase() ?? null
}

/** The verdict's argument, made of data. */
export function siteKnowledge(known: Knowledge): SiteKnowledge {
  const words = new Set(known.words)
  return {
    hosts: known.hosts,
    name: known.name,
    articleAt: (path) => articleIdInPath(path) ?? lookUp(known.slugs, slugInPath(path)),
    articleTitled: (key) => lookUp(known.titles, key),
    knowsWord: (word) => words.has(word),
  }
}

const lookUp = (map: Record<string, string>, key: string | null): string | null => (key !== null && Object.hasOwn(map, key) ? map[key]! : null)
