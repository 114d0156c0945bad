// Keeps promise 5: a link never leads a reader nowhere. All that a page shows is worked out here from data and an instant.
import { wordsOf } from '@/lib/articles/model'
import type { Body, Label } from '@/lib/articles/schema'
import { untilMidnight } from './times'
import type { ShownBlock, ShownImage } from './related'

export { articleLd, escapedJson, organizationLd, sharedPicturePath, trailLd } from './json-ld'
export { PICTURE_SIZE, pictureHash, picturePath } from './picture'
export { addressesOf, articlePath, hostOf, type LinkedThing, type LinkRun, linkRuns, playersOf, showBody, shownImage, type ShownBlock, type ShownImage, type ShownLink, type TextBlock } from './related'
export { archivePath, type Month, monthKey, monthName, parseMonth, shownDateline, shownDay, shownMonth, shownTime, untilMidnight } from './times'
export { staying, type TravelPage, travelPage, travelPath } from './travel'

export type Place = { name: string; slug: string }
/** "Just nu", and where it leads. */
export type ShownFlash = { text: string; at: Date; href: string | null }
/** What every page shows of the site; `now` is the database's (or, in a `preview` for the desk, the one that was asked for), `due` the instant at which something of it changes by itself. */
export type Site = { name: string; tagline: string; url: string; timeZone: string; accent: string; hasAbout: boolean; hasContact: boolean; sections: Place[]; flash: ShownFlash | null; isPreview: boolean; now: Date; due: Date | null }

/** What a cache must know to keep a page: what changes end it, and after how long something planned is due. */
export type Freshness = { dependsOn: string[]; expiresInMs: number | null }

/** The freshness of a page that is made of several parts. */
export function freshnessOf(...parts: readonly Freshness[]): Freshness {
  const lives = parts.flatMap(({ expiresInMs }) => expiresInMs ?? [])
  return { dependsOn: [...new Set(parts.flatMap(({ dependsOn }) => dependsOn))], expiresInMs: lives.length > 0 ? Math.min(...lives) : null }
}

export type Correction = { id: string; text: string; at: Date; slug: string; headline: string }
export type Corrections = { items: Correction[]; next: string | null }

export type Teaser = {
  id: string
  slug: string
  headline: string
  shortHeadline: string
  standfirst: string
  label: Label
  section: Place
  bylines: Place[]
  publishedAt: Date
  /** since when its text is this one */
  textSince: Date
  dateline: string | null
  leadImage: ShownImage | null
}

/** What readers are told about a change; an update may say no more than that there was one. */
export type ShownNote = { kind: 'correction' | 'update'; text: string; at: Date }

export type ArticleView = {
  id: string
  slug: string
  headline: string
  standfirst: string
  label: Label
  section: Place | null
  bylines: Place[]
  tags: Place[]
  /** its first live instant; null for a draft */
  publishedAt: Date | null
  /** when readers were last told of a correction or an update: no other publishing changes it */
  changedAt: Date | null
  /** newest first */
  notes: ShownNote[]
  dateline: string | null
  leadImage: ShownImage | null
  blocks: ShownBlock[]
  noindex: boolean
  title: string
  description: string
  shareText: string
  /** not of a draft */
  around?: Around
}

export type Step = { slug: string; headline: string }
/** What else its section has: the articles before and after it by time, and the newest ones. */
export type Around = { previous: Step | null; next: Step | null; latest: Step[] }

/** Teasers newest first; `next` is the address' word for the older ones, null when there are none. */
export type Listing = { items: Teaser[]; next: string | null }

export type FrontParts = { lead: Teaser | undefined; seconds: Teaser[]; latest: Teaser[]; river: Teaser[] }
const SECONDS = 2
const LATEST = 12
const COLUMNS = 3

/** The front's parts, each article in one of them: "Senaste nytt" has the newest that no editor placed, about half of those below the seconds. */
export function frontParts(items: readonly Teaser[], placed: readonly string[]): FrontParts {
  const [lead, ...rest] = items
  const below = rest.slice(SECONDS)
  const byThemselves = below.filter(({ id }) => !placed.includes(id))
  const half = Math.min(LATEST, Math.ceil(byThemselves.length / 2))
  // whole rows are left for the river
  const latest = byThemselves.slice(0, half + ((below.length - half) % COLUMNS))
  return { lead, seconds: rest.slice(0, SECONDS), latest, river: below.filter((item) => !latest.includes(item)) }
}

/** What an address leads to; `line` is what readers are told of an article that was killed, maybe nothing; null when it only is not live. */
export type Found<T> = { is: 'found'; page: T } | { is: 'moved'; to: string } | { is: 'gone'; line: string | null } | { is: 'unknown' }

export const LABEL_NAMES: Record<Label, string> = { nyhet: 'Nyhet', analys: 'Analys', ledare: 'Ledare', kronika: 'Krönika', debatt: 'Debatt', annons: 'Annons' }

export type Cursor = { listedAt: Date; id: string }
const CURSOR = /^([0-9a-z]{8,9})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

export const cursorOf = ({ publishedAt, id }: Pick<Teaser, 'publishedAt' | 'id'>): string => `${publishedAt.getTime().toString(36)}-${id}`

/** The place in a list that `?before=` names; null when it names none. */
export function parseCursor(text: string): Cursor | null {
  const [, time, id] = CURSOR.exec(text) ?? []
  return time && id ? { listedAt: new Date(Number.parseInt(time, 36)), id } : null
}

/** The first words of a text, whole sentences while they fit, for the front's lead. */
export function opening(body: Body, length: number): string[] {
  const paragraphs: string[] = []
  let left = length
  for (const line of wordsOf({ ...body, content: body.content.filter((block) => block.type === 'paragraph') }).split('\n')) {
    const text = line.trim()
    if (!text) continue
    if (text.length > left) break
    paragraphs.push(text)
    left -= text.length
  }
  return paragraphs
}

const WORDS_A_MINUTE = 220

/** How long a text takes to read, whole minutes. */
export function readingMinutes({ standfirst, blocks }: Pick<ArticleView, 'standfirst' | 'blocks'>): number {
  const content = blocks.flatMap((shown) => (shown.kind === 'text' ? [shown.block] : []))
  const words = `${standfirst} ${wordsOf({ type: 'doc', content })}`.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

/** Milliseconds a page may be kept: until something planned is due, of the page itself or of what stands on every page, or the newsroom's day ends. */
export function keepFor(due: Date | null, site: Pick<Site, 'now' | 'timeZone' | 'due'>): number {
  const midnight = untilMidnight(site.now, site.timeZone)
  const next = earliest([due, site.due])
  return next ? Math.max(0, Math.min(next.getTime() - site.now.getTime(), midnight)) : midnight
}

/** The earliest of instants of which some are missing. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((instant) => instant !== null)
  return known.length > 0 ? new Date(Math.min(...known.map((instant) => instant.getTime()))) : null
}
