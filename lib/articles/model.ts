// Keeps promise 1's derived states and promise 4's reading of links from bodies: nothing here is stored.
import type { Actor } from '@/lib/auth/model'
import type { LinkInput } from '@/lib/related-links/schema'
import { embedLine } from './embed'
import { shownImage, type ShownLine, shownWords } from './images'
import type { Block, Body, DraftBlock, DraftBody, Inline, List, STATES } from './schema'

export { changedHeadline, type CheckedLink, type CheckItem, type LinkTrouble, publishCheck } from './publish-check'
export { parseArticleText } from './article-text'
export { type ChangedLine, changedParts, ELSEWHERE, type Elsewhere, follows, hasCorrection, lackedLines, type Lines, linesIn, sameWords, takeIn, takeInLines, type Words } from './correction'
export { embedLine, embedOf, embedPage, embedPlayer, PROVIDERS } from './embed'
export { imageLine, imageTroubles, shownImage, type ShownLine, shownWords } from './images'
export { leftBehind } from './left-behind'
export { draftInputOf, imagesOf, linksGiven, resolvedTitles, storedBody } from './draft-body'
export { changedMuch, commonPassages, compareStories, type Passage, storyBands, type StoryKind, storyOf } from './near-duplicates'

export type PublicationSpan = { liveFrom: Date; liveUntil: Date | null }
export type ArticleState = (typeof STATES)[number]

export type OutOfUse = { trashedAt: Date | null; killedAt: Date | null }

/** Where an article stands at an instant. A live article with a plan is live; one that was live and is planned again is scheduled. */
export function stateAt(spans: readonly PublicationSpan[], { trashedAt, killedAt }: OutOfUse, now: Date): ArticleState {
  if (trashedAt) return 'trashed'
  if (killedAt) return 'killed'
  if (spans.some((span) => isLive(span, now))) return 'live'
  if (spans.some((span) => span.liveFrom > now)) return 'scheduled'
  return spans.length > 0 ? 'unpublished' : 'draft'
}

export const isLive = (span: PublicationSpan, now: Date): boolean => span.liveFrom <= now && (span.liveUntil === null || now < span.liveUntil)
/** The instants to come at which the article comes down with no other row of it taking over, in order. */
export function plannedEnds(spans: readonly PublicationSpan[], now: Date): Date[] {
  const begins = new Set(spans.map((span) => span.liveFrom.getTime()))
  const ends = spans.flatMap(({ liveUntil }) => (liveUntil && liveUntil > now && !begins.has(liveUntil.getTime()) ? [liveUntil] : []))
  return ends.sort((a, b) => a.getTime() - b.getTime())
}

export const wasEverLive = (spans: readonly PublicationSpan[], now: Date): boolean => spans.some((span) => span.liveFrom <= now)

/** Headline to slug: å ä -> a, ö -> o, other accents dropped, words joined by hyphens, at most 80 characters, cut between words; null when nothing is left. */
export function slugOf(headline: string): string | null {
  const plain = headline.toLowerCase().replaceAll('ß', 'ss').replaceAll('æ', 'ae').replaceAll('ø', 'o').normalize('NFD').replace(/\p{M}/gu, '')
  const words = plain.match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > 80) break
    slug += slug ? `-${word}` : word.slice(0, 80)
  }
  return slug || null
}

/** `slug`, or with the nth suffix: `slug-2`, `slug-3` ... */
export const slugCandidate = (slug: string, attempt: number): string => (attempt === 0 ? slug : `${slug}-${attempt + 1}`)

/** A link where it stands: a block names its target row (or, in an unsaved draft, the link as given), a text link its article or address. */
export type BodyLink =
  | { place: 'block'; position: number; targetId: string; title: string | null; headlineThen: string | null }
  | { place: 'text'; position: number; article: string; href: null }
  | { place: 'text'; position: number; article: null; href: string }

/** All links of a body in document order; position counts them from 0. Neighbouring text of one link is one link. */
export function linksOf(body: Body): BodyLink[] {
  const links = body.content.flatMap((block): Unplaced[] =>
    block.type === 'readAlso' ? [{ place: 'block', targetId: block.attrs.target, title: block.attrs.title, headlineThen: block.attrs.headlineThen }] : inlineRuns(block).flatMap(linksOfRun),
  )
  return links.map((link, position) => ({ ...link, position }))
}

/** What a link in running text leads to, as a link that was given. */
export const textLink = (link: { article: string | null; href: string | null }): LinkInput =>
  link.article !== null ? { kind: 'article', articleId: link.article } : { kind: 'url', url: link.href! }

type Unplaced = BodyLink extends infer Link ? (Link extends BodyLink ? Omit<Link, 'position'> : never) : never

function linksOfRun(run: readonly Inline[]): Unplaced[] {
  const marks = run.map((node) => (node.type === 'text' ? (node.marks?.find((mark) => mark.type === 'link') ?? null) : null))
  const nameOf = (mark: (typeof marks)[number]): string | null => (mark ? (mark.attrs.article ?? mark.attrs.href) : null)
  return marks.flatMap((mark, i): Unplaced[] => (mark && nameOf(mark) !== nameOf(marks[i - 1] ?? null) ? [{ place: 'text', ...mark.attrs }] : []))
}

type TextBlock = Exclude<Block, { type: 'readAlso' | 'image' | 'embed' }>
const isText = (block: Block | DraftBlock): block is TextBlock => block.type !== 'readAlso' && block.type !== 'image' && block.type !== 'embed'

/** The inline content of a block, paragraph by paragraph; a piece has none. */
function inlineRuns(block: Block | DraftBlock): Inline[][] {
  if (!isText(block)) return []
  if (block.type === 'paragraph' || block.type === 'heading') return [block.content ?? []]
  return (block.content as (List | TextBlock | { type: 'listItem'; content: TextBlock[] })[]).flatMap((child) =>
    child.type === 'listItem' ? child.content.flatMap(inlineRuns) : inlineRuns(child),
  )
}

/**
 * How few links readers would have left in a group of LÄS OCKSÅ when one target is no longer shown: of all groups that show
 * it, the smallest; null when none does. `shown` says where a block leads, null for what readers do not see.
 */
export function linksLeftWithout(body: Body, shown: (targetId: string) => string | null, without: string): number | null {
  const groups: string[][] = []
  let isOpen = false
  for (const block of body.content) {
    const isBlank = block.type === 'paragraph' && !textOf(block.content ?? []).trim()
    if (block.type !== 'readAlso') isOpen &&= isBlank
    else {
      const place = shown(block.attrs.target)
      if (!isOpen) groups.push([])
      isOpen = true
      if (place !== null && !groups.some((group) => group.includes(place))) groups.at(-1)!.push(place)
    }
  }
  const left = groups.filter((group) => group.includes(without)).map((group) => group.length - 1)
  return left.length > 0 ? Math.min(...left) : null
}

/** The words of a body, a line per paragraph, without its LÄS OCKSÅ blocks and films. */
export function wordsOf(body: Body | DraftBody): string {
  return body.content.flatMap(inlineRuns).map(textOf).join('\n')
}

/** A body in lines as a person compares it with another: its words, and a line for each image and film. */
export function shownLines(body: Body | DraftBody): ShownLine[] {
  return body.content.flatMap((block) => {
    if (block.type === 'image') return [shownImage(block.attrs)]
    if (block.type === 'embed') return [shownWords(embedLine(block.attrs))]
    return inlineRuns(block).flatMap((run) => textOf(run).split('\n').map(shownWords))
  })
}

export const textOf = (run: readonly Inline[]): string => run.map((node) => (node.type === 'text' ? node.text : '\n')).join('')

/** What publish and schedule demand and saving does not: field -> message key; empty when nothing is missing. */
export function missingForPublish(draft: { headline: string; slug: string | null; sectionId: string | null }): Record<string, string> {
  const missing: Record<string, string> = {}
  if (!draft.headline.trim()) missing.headline = 'headlineRequired'
  if (!draft.slug) missing.slug = 'slugRequired'
  if (!draft.sectionId) missing.section = 'sectionRequired'
  return missing
}

/** How long the trash is kept. */
export const TRASH_DAYS = 30
const DAY_MS = 86_400_000
/** Until when what was put in the trash at an instant can be taken back. */
export const trashEnd = (trashedAt: Date): Date => new Date(trashedAt.getTime() + TRASH_DAYS * DAY_MS)

/** What the policy asks of an article. */
export type ArticleFacts = { createdById: string; embargoed: boolean; state: ArticleState; everLive: boolean }
export const isOwn = (actor: Actor, article: ArticleFacts): boolean => article.createdById === actor.userId
