import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { type Excerpt, type Filter, search, suggest } from '@/lib/search/queries'
import type { SearchInput } from '@/lib/search/schema'
import { Prisma } from '@/prisma/generated/client'
import { findListed, findTagAt, type ListedRow, teaserOf } from './list-queries'
import type { Site, Teaser } from './model'
import { findPlacesNamed, type NamedPlace } from './place-queries'
import { loadSite, type Reading } from './site-queries'

export type SearchHit = { teaser: Teaser; excerpt: Excerpt }
/** `isCut`: there are more than `total`, of which the newest were looked at; `places`: topics, sections and bylines by that name, on the first page */
export type SearchPage = { hits: SearchHit[]; places: NamedPlace[]; total: number; isCut: boolean; corrected: string | null }

/** What readers find; null without a query. Nothing of it is kept: there is no end of queries. */
export async function findSearchPage(input: SearchInput, reading: Reading = {}): Promise<{ site: Site; page: SearchPage | null }> {
  const { reads = db } = reading
  const { site } = await loadSite(reading)
  if (!input.q) return { site, page: null }
  const filter = await filterOf(input, site, reads)
  const [{ ids, excerpts, ...rest }, places] = await Promise.all([
    search({ query: input.q, filter, sort: input.sort, page: input.page, now: site.now, reads }),
    input.page === 1 ? findPlacesNamed(input.q, site.now, reads) : [],
  ])
  const rows = await findByPublication(ids, site.now, reads)
  return { site, page: { ...rest, places, hits: rows.flatMap((row) => ({ teaser: teaserOf(row), excerpt: excerpts.get(row.publicationId)! })) } }
}

/** What somebody who is typing may be after, newest first; at most 6. */
export async function findSuggestions(query: string, reading: Reading = {}): Promise<{ site: Site; items: Teaser[] }> {
  const { reads = db } = reading
  const { site } = await loadSite(reading)
  return { site, items: (await findByPublication(await suggest({ query, now: site.now, reads }), site.now, reads)).map(teaserOf) }
}

async function findByPublication(ids: readonly string[], now: Date, reads: Reads): Promise<ListedRow[]> {
  if (ids.length === 0) return []
  const rows = await findListed(Prisma.sql`p.id = ANY(${ids}::uuid[])`, now, null, reads)
  return ids.flatMap((id) => rows.find((row) => row.publicationId === id) ?? [])
}

/** An unknown section has nothing; a merged one is the one that it became. `to` is a month that counts in whole. */
async function filterOf({ section, label, from, to }: SearchInput, { timeZone }: Site, reads: Reads): Promise<Filter> {
  const [tag, [bounds]] = await Promise.all([
    section ? findTagAt('section', section, reads) : null,
    reads.$queryRaw<{ from: Date | null; to: Date | null }[]>`
      SELECT ${from ? `${from}-01` : null}::timestamp AT TIME ZONE ${timeZone} AS from, (${to ? `${to}-01` : null}::timestamp + interval '1 month') AT TIME ZONE ${timeZone} AS to`,
  ])
  return { sectionIds: section ? (tag?.ids ?? []) : null, label: label ?? null, from: bounds!.from, to: bounds!.to }
}
