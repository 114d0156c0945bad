import 'server-only'
import type { Actor } from '@/lib/auth/model'
import { notFound } from '@/lib/platform/errors'
import { imageUseSchema } from '@/lib/media/schema'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { type Correction, findCorrection, findWords, type LiveWords } from './correction-queries'
import { type ArticleFacts, type ArticleState, isLive, plannedEnds, type OutOfUse, stateAt, wasEverLive } from './model'
import { type ArticleVerb, can } from './policy'
import { bodySchema, type Draft, EMPTY_BODY } from './schema'

export { type Correction, findLacking, type LiveWords } from './correction-queries'
export { findArticles, type ArticleFilter, type ArticleRow } from './list-queries'
export { searchArticles, type PickerRow } from './picker-queries'
export { checkLinks, checkPublish, describeLinks, resolveLinks, type LinkDescription, type LinkView } from './link-queries'
export { findNearDuplicateIds, findNearDuplicates, findUpdateOf, type NearDuplicate, type UpdateOf } from './story-queries'
export { findSuggestions, forgetWordStatistics, writingOf, type Suggestion, type Writing } from './suggestion-queries'
export { findImpact, type Impact } from './impact-queries'
export { previewChange, suggestArticles, type SuggestedArticle } from './target-queries'

/** One row of an article's timeline, oldest first; instants as ISO strings, so that it travels to the browser. `id` names a plan; its text was fixed at `madeAt`. */
export type TimelineRow = {
  id: string; revisionId: string; version: number; headline: string; madeAt: string; phase: 'past' | 'live' | 'plan'
  liveFrom: string; liveUntil: string | null; listedAt: string; zone: string | null; anew: boolean
  /** live or planned without what the last correction of the live text put right */
  lacksCorrection: boolean
}
/** What readers are told about a change. */
export type Note = { id: string; kind: 'correction' | 'update'; text: string; at: string }
type Named = { id: string; name: string }
export type Permissions = Record<Exclude<ArticleVerb, 'read'>, boolean>

export type DeskArticle = {
  id: string
  version: number
  draft: Draft
  state: ArticleState
  everLive: boolean
  /** versions of the draft that the live and the next planned revision were made from */
  liveVersion: number | null
  plannedVersion: number | null
  timeline: TimelineRow[]
  /** when it comes down with nothing of it taking over, in order, as ISO instants; the first by itself */
  ends: string[]
  endsAt: string | null
  /** newest first, of which the desk shows so many */
  notes: Note[]
  /** what an editor last put right in the text that readers have, while nothing was published since that could have it */
  correction: Correction | null
  /** who killed it and when, while it is killed */
  killed: { by: string; at: string } | null
  /** what readers are told of a killed one */
  killLine: string
  /** published or planned once: the headline moves the slug no more */
  slugFrozen: boolean
  /** an ISO instant; only while it holds */
  embargoUntil: string | null
  createdBy: string
  createdById: string
  changedBy: string
  changedAt: Date
  tags: Named[]
  bylines: Named[]
  may: Permissions
}

const DRAFT_FIELDS = {
  headline: true, shortHeadline: true, standfirst: true, slug: true, slugChosen: true, sectionId: true, label: true, body: true, leadImage: true,
  searchTitle: true, searchDescription: true, shareText: true, noindex: true, dateline: true,
} as const
const named = { select: { id: true, name: true } } as const
const SELECT = {
  ...DRAFT_FIELDS, id: true, version: true, trashedAt: true, killedAt: true, killLine: true, killedBy: { select: { name: true } }, embargoUntil: true, changedAt: true, createdById: true,
  createdBy: { select: { name: true } },
  changedBy: { select: { name: true } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { id: true, name: true, mergedInto: named } } } },
  bylines: { orderBy: { position: 'asc' }, select: { byline: named } },
  publications: { orderBy: { liveFrom: 'asc' }, select: { id: true, revisionId: true, liveFrom: true, liveUntil: true, listedAt: true, zone: true, anew: true, revision: { select: { version: true, headline: true, createdAt: true, correctsId: true } } } },
  notes: { where: { until: null }, orderBy: { at: 'desc' }, take: 20, select: { id: true, kind: true, text: true, at: true } },
} as const

/** The article as the desk has it. NOT_FOUND for what does not exist or the actor may not read. */
export async function getDeskArticle(actor: Actor, articleId: string, reads: Reads = db, at?: Date): Promise<DeskArticle> {
  const row = await reads.article.findUnique({ where: { id: articleId }, select: SELECT })
  if (!row) throw notFound()
  const now = at ?? (await databaseNow(reads))
  const facts = factsOf(row, now)
  if (!can(actor, 'read', facts)) throw notFound()
  const ends = plannedEnds(row.publications, now).map((end) => end.toISOString())
  const { correction, lacking } = await findCorrection(row.publications, now, reads)
  const timeline = row.publications.map((publication) => ({ ...timelineRow(publication, now), lacksCorrection: lacking.has(publication.revisionId) }))
  const versionOf = (phase: TimelineRow['phase']) => timeline.find((each) => each.phase === phase)?.version ?? null
  const tags = distinct(row.tags.map(({ tag }) => tag.mergedInto ?? { id: tag.id, name: tag.name }))
  const bylines = row.bylines.map(({ byline }) => byline)
  return {
    id: row.id, version: row.version, state: facts.state, everLive: facts.everLive, embargoUntil: facts.embargoed ? iso(row.embargoUntil) : null,
    draft: draftOf(row, tags, bylines),
    liveVersion: versionOf('live'), plannedVersion: versionOf('plan'),
    timeline, correction,
    ends, endsAt: ends[0] ?? null, killed: row.killedAt && { by: row.killedBy?.name ?? '', at: row.killedAt.toISOString() }, killLine: row.killLine, notes: row.notes.map(({ at: noted, ...note }) => ({ ...note, at: noted.toISOString() })),
    slugFrozen: row.publications.length > 0, createdBy: row.createdBy.name, createdById: row.createdById, changedBy: row.changedBy.name, changedAt: row.changedAt, tags, bylines,
    may: permissions(actor, facts),
  }
}

type Publication = { id: string; revisionId: string; liveFrom: Date; liveUntil: Date | null; listedAt: Date; zone: string | null; anew: boolean; revision: { version: number; headline: string; createdAt: Date } }
function timelineRow({ revision, liveFrom, liveUntil, listedAt, ...row }: Publication, now: Date): Omit<TimelineRow, 'lacksCorrection'> {
  const phase = isLive({ liveFrom, liveUntil }, now) ? 'live' : liveFrom > now ? 'plan' : 'past'
  return { ...row, version: revision.version, headline: revision.headline, madeAt: revision.createdAt.toISOString(), phase, liveFrom: liveFrom.toISOString(), liveUntil: iso(liveUntil), listedAt: listedAt.toISOString() }
}

/** Where an article stands, as the desk's screens carry it: all that publishing changes. */
export const standingOf = ({ state, everLive, liveVersion, plannedVersion, timeline, ends, endsAt, slugFrozen, embargoUntil, notes, correction }: DeskArticle) => ({
  state, everLive, liveVersion, plannedVersion, timeline, ends, endsAt, slugFrozen, embargoUntil, notes, correction,
})

/** The words of a text on an article's timeline. NOT_FOUND for what is not on it, or the actor may not read. */
export async function getRevisionWords(actor: Actor, { articleId, revisionId }: { articleId: string; revisionId: string }): Promise<LiveWords> {
  const { timeline, correction } = await getDeskArticle(actor, articleId)
  const words = timeline.some((row) => row.revisionId === revisionId) || correction?.fromId === revisionId ? (await findWords([revisionId], db)).get(revisionId) : undefined
  if (!words) throw notFound()
  return words
}

const iso = (instant: Date | null): string | null => instant && instant.toISOString()

/** What the policy asks of an article; NOT_FOUND when there is none. */
export async function getArticleFacts(articleId: string, now: Date, reads: Reads = db): Promise<ArticleFacts> {
  const row = await reads.article.findUnique({
    where: { id: articleId },
    select: { createdById: true, embargoUntil: true, trashedAt: true, killedAt: true, publications: { select: { liveFrom: true, liveUntil: true } } },
  })
  if (!row) throw notFound()
  return factsOf(row, now)
}

type FactRow = OutOfUse & { createdById: string; embargoUntil: Date | null; publications: { liveFrom: Date; liveUntil: Date | null }[] }
const factsOf = (row: FactRow, now: Date): ArticleFacts => ({
  createdById: row.createdById,
  embargoed: row.embargoUntil !== null && row.embargoUntil > now,
  state: stateAt(row.publications, row, now),
  everLive: wasEverLive(row.publications, now),
})

const permissions = (actor: Actor, facts: ArticleFacts): Permissions => ({
  edit: can(actor, 'edit', facts), copy: can(actor, 'copy', facts), publish: can(actor, 'publish', facts),
  trash: can(actor, 'trash', facts), restore: can(actor, 'restore', facts), rule: can(actor, 'rule', facts),
  kill: can(actor, 'kill', facts), liftKill: can(actor, 'liftKill', facts), embargo: can(actor, 'embargo', facts), correct: can(actor, 'correct', facts),
  handOver: can(actor, 'handOver', facts),
})

type DraftRow = Omit<Draft, 'body' | 'leadImage' | 'tagIds' | 'bylineIds'> & { body: unknown; leadImage: unknown }
/** The draft of a row; its body is checked against the schema (throws on a body that breaks it). */
export function draftOf(row: DraftRow, tags: readonly Named[], bylines: readonly Named[]): Draft {
  const { headline, shortHeadline, standfirst, slug, slugChosen, sectionId, label, searchTitle, searchDescription, shareText, noindex, dateline } = row
  return {
    headline, shortHeadline, standfirst, slug, slugChosen, sectionId, label, searchTitle, searchDescription, shareText, noindex, dateline,
    body: bodySchema.parse(row.body ?? EMPTY_BODY), leadImage: imageUseSchema.nullable().parse(row.leadImage), tagIds: tags.map((tag) => tag.id), bylineIds: bylines.map((byline) => byline.id),
  }
}

const distinct = (items: readonly Named[]): Named[] => [...new Map(items.map((item) => [item.id, item])).values()]
