import 'server-only'
import { bodySchema, type Label } from '@/lib/articles/schema'
import { arrange } from '@/lib/front-page/model'
import { findSlotsAt } from '@/lib/front-page/queries'
import { db, type Reads } from '@/lib/platform/db'
import type { TagKind } from '@/lib/tags/schema'
import { Prisma } from '@/prisma/generated/client'
import { type Cursor, cursorOf, earliest, type Found, type Freshness, keepFor, type Listing, opening, type Place, type Site, type Teaser } from './model'
import { findDueInPlaces, liveAt, liveInPlaces, olderThan } from './place-queries'
import { loadSite, type Reading } from './site-queries'

export const PAGE_SIZE = 30
const OPENING_LENGTH = 900
const WAYS_ON = 5
const MOST_MERGED = 100

export type ListAnswer<T> = Freshness & { site: Site; found: Found<T> }
/** `placed`: ids of those that editors put there */
export type FrontPage = { listing: Listing; placed: string[]; opening: string[] }
/** `opening`: the first words of what a section begins with, on its first page */
export type PlacePage = { place: Place; listing: Listing; opening: string[] }
export type ListReading = Reading & { before?: Cursor | null }

export const ALL = Prisma.sql`true`

/** The front: what editors put there, then the newest first live, with the first words of the lead. */
export async function findFrontPage(reading: ListReading = {}): Promise<Freshness & { site: Site; page: FrontPage }> {
  const { reads = db, before = null } = reading
  const { site, siteTags } = await loadSite(reading)
  const { rows, placed, listing, due, tags } = await findEdited(null, [], site.now, before, reads)
  const page = { listing, placed, opening: before ? [] : await findOpening(rows[0]?.revisionId, reads) }
  return { site, page, dependsOn: [...new Set(['front', ...tags, ...siteTags])], expiresInMs: keepFor(due, site) }
}

/** What fills a page by itself, newest first, without regard to its slots: for the desk to arrange. `sectionId` null is the front. */
export async function findAutomatic(sectionId: string | null, { reads = db, at }: Reading = {}): Promise<Teaser[]> {
  const { site } = await loadSite({ reads, at })
  const merged = sectionId === null ? [] : await reads.tag.findMany({ where: { OR: [{ id: sectionId }, { mergedIntoId: sectionId }] }, select: { id: true }, take: MOST_MERGED })
  const rows = await (sectionId === null ? findListed(ALL, site.now, null, reads) : findInPlaces(merged.map(({ id }) => id), site.now, null, reads))
  return rows.map(teaserOf)
}

/** What the feed holds: the newest first live. */
export async function findFeed(reading: Reading = {}): Promise<Freshness & { site: Site; items: Teaser[] }> {
  const { reads = db } = reading
  const { site, siteTags } = await loadSite(reading)
  const [list, due] = await Promise.all([findListed(ALL, site.now, null, reads), findDue(site.now, reads)])
  return { site, items: listingOf(list).items, dependsOn: ['feed', ...namedTags(list), ...siteTags], expiresInMs: keepFor(due, site) }
}

/** For pages that have nothing themselves: the site and its latest articles. */
export async function findWaysOn(reading: Reading = {}): Promise<Freshness & { site: Site; items: Teaser[] }> {
  const { items, ...rest } = await findFeed(reading)
  return { ...rest, items: items.slice(0, WAYS_ON) }
}

/** The page of a topic or a section. An old or merged address has moved to the one that the tag goes by now. */
export async function findTagPage(kind: TagKind, slug: string, reading: ListReading = {}): Promise<ListAnswer<PlacePage>> {
  const { reads = db, before = null } = reading
  const { site, siteTags } = await loadSite(reading)
  const midnight = keepFor(null, site)
  const tag = await findTagAt(kind, slug, reads)
  const base = { site, dependsOn: [`tag-slug:${kind}:${slug}`, ...siteTags] }
  if (!tag) return { ...base, found: { is: 'unknown' }, expiresInMs: midnight }
  const tags = [...base.dependsOn, ...tag.ids.map((id) => `tag:${id}`)]
  if (tag.slug !== slug) return { site, dependsOn: tags, found: { is: 'moved', to: `/${kind === 'topic' ? 'tag' : 'section'}/${tag.slug}` }, expiresInMs: midnight }
  const { rows, listing, due, tags: named } = await (kind === 'section' ? findEdited(tag.id, tag.ids, site.now, before, reads) : findPlaced(tag.ids, site.now, before, reads))
  const opening = await findOpening(opensWith(kind, before, rows), reads)
  const page = { place: { name: tag.name, slug: tag.slug }, listing, opening }
  return { site, found: { is: 'found', page }, dependsOn: [...new Set([...tags, ...named])], expiresInMs: keepFor(due, site) }
}

/** A section's first page has the first words of its lead. */
const opensWith = (kind: TagKind, before: Cursor | null, rows: readonly ListedRow[]): string | undefined => (kind === 'section' && !before ? rows[0]?.revisionId : undefined)

/** The page of a byline: what is live with the name under it. */
export async function findAuthorPage(slug: string, reading: ListReading = {}): Promise<ListAnswer<PlacePage>> {
  const { reads = db, before = null } = reading
  const { site, siteTags } = await loadSite(reading)
  const byline = await reads.byline.findUnique({ where: { slug }, select: { id: true, name: true, slug: true } })
  if (!byline) return { site, found: { is: 'unknown' }, dependsOn: [`author-slug:${slug}`, ...siteTags], expiresInMs: keepFor(null, site) }
  const { listing, due, tags } = await findPlaced([byline.id], site.now, before, reads)
  const page = { place: { name: byline.name, slug: byline.slug }, listing, opening: [] }
  return { site, found: { is: 'found', page }, dependsOn: [...new Set([`byline:${byline.id}`, ...siteTags, ...tags])], expiresInMs: keepFor(due, site) }
}

/** The tag that the address leads to, in its surviving form; `ids` are those of all that it was made of. */
export async function findTagAt(kind: TagKind, slug: string, reads: Reads): Promise<{ id: string; name: string; slug: string; ids: string[] } | null> {
  const [row] = await reads.$queryRaw<{ id: string; name: string; slug: string; ids: string[] }[]>`
    SELECT s.id, s.name, s.slug, ARRAY(SELECT x.id FROM tag x WHERE x.id = s.id OR x.merged_into_id = s.id) AS ids
    FROM tag_address d JOIN tag t ON t.id = d.tag_id JOIN tag s ON s.id = coalesce(t.merged_into_id, t.id)
    WHERE d.kind = ${kind}::"TagKind" AND d.slug = ${slug}`
  return row ?? null
}

/** A part of a list as it is shown, with the rows behind it, when it changes by itself, and what else it depends on. */
type Part = { rows: ListedRow[]; listing: Listing; due: Date | null; tags: string[] }

/** A list of what a topic or a byline stands on. */
async function findPlaced(placeIds: readonly string[], now: Date, before: Cursor | null, reads: Reads): Promise<Part> {
  const [rows, due] = await Promise.all([findInPlaces(placeIds, now, before, reads), findDueInPlaces(placeIds, now, reads)])
  return { rows, listing: listingOf(rows), due, tags: namedTags(rows) }
}

function findInPlaces(placeIds: readonly string[], now: Date, before: Cursor | null, reads: Reads, except: readonly string[] = []): Promise<ListedRow[]> {
  return findListed(ALL, now, before, reads, liveInPlaces(placeIds, { now, before, except, limit: PAGE_SIZE + 1 }))
}

/**
 * A page with slots: the front (null, no places) or a section with those merged into it. What stands in a slot is left out of the older pages
 * too, so that going through them all shows nothing twice.
 */
async function findEdited(sectionId: string | null, placeIds: readonly string[], now: Date, before: Cursor | null, reads: Reads): Promise<Part & { placed: string[] }> {
  const { slots, due: slotsDue } = await findSlotsAt(sectionId, now, reads)
  const ids = [...new Set(slots.map(({ articleId }) => articleId))]
  const others = ids.length > 0 ? Prisma.sql`p.article_id <> ALL(${ids}::uuid[])` : ALL
  const [placed, automatic, listDue] = await Promise.all([
    ids.length > 0 && !before ? findListed(Prisma.sql`p.article_id = ANY(${ids}::uuid[])`, now, null, reads) : [],
    sectionId === null ? findListed(others, now, before, reads) : findInPlaces(placeIds, now, before, reads, ids),
    sectionId === null ? findDue(now, reads) : findDueInPlaces(placeIds, now, reads),
  ])
  const filled = slots.flatMap(({ articleId, headline, pinnedTo }) => placed.filter(({ id }) => id === articleId).map((row) => ({ item: withHeadline(row, headline), pinnedTo })))
  const fits = automatic.slice(0, PAGE_SIZE - placed.length)
  const rows = arrange(filled, fits, PAGE_SIZE)
  const next = automatic.length > fits.length ? cursorOf(fits.at(-1)!) : null
  const tags = [...namedTags([...placed, ...automatic]), ...ids.map((id) => `article:${id}`), ...(sectionId ? [`slots:${sectionId}`] : [])]
  return { rows, placed: placed.map(({ id }) => id), listing: { items: rows.map(teaserOf), next }, due: earliest([slotsDue, listDue]), tags }
}

const withHeadline = (row: ListedRow, headline: string): ListedRow => (headline ? { ...row, headline, shortHeadline: headline } : row)

type WithId = Place & { id: string }
export type ListedRow = Omit<Teaser, 'section' | 'bylines' | 'label'> & { publicationId: string; revisionId: string; label: Label; section: Place; bylines: WithId[] }

/** One more than a page holds, so that it is known whether there are older ones. */
export async function findListed(filter: Prisma.Sql, now: Date, before: Cursor | null, reads: Reads, source = Prisma.sql`publication`): Promise<ListedRow[]> {
  return reads.$queryRaw<ListedRow[]>`
    SELECT p.article_id AS id, p.id AS "publicationId", r.id AS "revisionId", r.slug, r.headline, r.short_headline AS "shortHeadline", r.standfirst, r.label::text, r.dateline, p.listed_at AS "publishedAt", p.live_from AS "textSince",
      (SELECT json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'focusX', i.focus_x, 'focusY', i.focus_y, 'alt', r.lead_image ->> 'alt', 'caption', r.lead_image ->> 'caption', 'credit', r.lead_image ->> 'credit')
        FROM image i WHERE i.id = (r.lead_image ->> 'image')::uuid) AS "leadImage",
      json_build_object('name', coalesce(m.name, s.name), 'slug', coalesce(m.slug, s.slug)) AS section,
      (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'slug', b.slug) ORDER BY x.position), '[]')
        FROM revision_byline x JOIN byline b ON b.id = x.byline_id WHERE x.revision_id = r.id) AS bylines
    FROM ${source} p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = p.article_id
    JOIN tag s ON s.id = r.section_id LEFT JOIN tag m ON m.id = s.merged_into_id
    WHERE a.trashed_at IS NULL AND a.killed_at IS NULL AND ${liveAt(now)} AND ${filter} ${olderThan(before)}
    ORDER BY p.listed_at DESC, p.article_id DESC LIMIT ${PAGE_SIZE + 1}`
}

/** When the next plan of all begins or ends. */
export async function findDue(now: Date, reads: Reads): Promise<Date | null> {
  const next = (instant: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT ${instant} FROM publication p WHERE ${instant} > ${now} ORDER BY ${instant} LIMIT 1)`
  const [row] = await reads.$queryRaw<{ due: Date | null }[]>`SELECT least(${next(Prisma.sql`p.live_from`)}, ${next(Prisma.sql`p.live_until`)}) AS due`
  return row!.due
}

/** A page of a list: of rows read one further than it has room for, the cursor of the next page comes. */
export function listingOf(rows: readonly ListedRow[]): Listing {
  const items = rows.slice(0, PAGE_SIZE).map(teaserOf)
  return { items, next: rows.length > PAGE_SIZE ? cursorOf(items.at(-1)!) : null }
}

export const teaserOf = ({ publicationId: _publicationId, revisionId: _revisionId, ...teaser }: ListedRow): Teaser => teaser

/** What rows show of other things: their bylines and images. */
export const namedTags = (rows: readonly ListedRow[]): string[] => [...new Set(rows.flatMap(({ bylines, leadImage }) => [...bylines.map(({ id }) => `byline:${id}`), ...(leadImage ? [`image:${leadImage.id}`] : [])]))]

async function findOpening(revisionId: string | undefined, reads: Reads): Promise<string[]> {
  if (!revisionId) return []
  const { body } = await reads.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { body: true } })
  return opening(bodySchema.parse(body), OPENING_LENGTH)
}
