import 'server-only'
import { isLive, stateAt, wasEverLive } from '@/lib/articles/model'
import { can as canOfArticle } from '@/lib/articles/policy'
import type { Actor } from '@/lib/auth/model'
import { databaseNow, db, type Reads } from '@/lib/platform/db'
import { forbidden } from '@/lib/platform/errors'
import type { DeskFrontPage, DeskSlotArticle, Flash, Slot } from './model'
import { can } from './policy'

const MOST = 200

/** The slots of a page that have not ended, in order, planned ones too; version 0 when nobody has edited it. */
export async function findSlots(sectionId: string | null, now: Date, reads: Reads): Promise<{ version: number; slots: Slot[] }> {
  const page = await reads.frontPage.findFirst({
    where: { sectionId },
    select: {
      version: true,
      slots: { where: { OR: [{ liveUntil: null }, { liveUntil: { gt: now } }] }, orderBy: [{ position: 'asc' }, { id: 'asc' }], take: MOST, select: { id: true, position: true, articleId: true, headline: true, pinnedTo: true, liveFrom: true, liveUntil: true } },
    },
  })
  return { version: page?.version ?? 0, slots: (page?.slots ?? []).map(({ liveFrom, liveUntil, ...slot }) => ({ ...slot, from: liveFrom, until: liveUntil })) }
}

/** A page as the desk edits it. The words of an article that the actor may not read are left out. */
export async function getFrontPage(actor: Actor, sectionId: string | null, reads: Reads = db, at?: Date): Promise<DeskFrontPage> {
  const now = at ?? (await databaseNow(reads))
  const { version, slots } = await findSlots(sectionId, now, reads)
  const articles = await findSlotArticles(actor, slots.map(({ articleId }) => articleId), now, reads)
  return {
    sectionId, version, at: now.toISOString(),
    slots: slots.map(({ position: _position, from, until, ...slot }) => {
      const article = articles.get(slot.articleId) ?? null
      return { ...slot, headline: article ? slot.headline : '', from: from.toISOString(), until: until?.toISOString() ?? null, article }
    }),
  }
}

/** By id; at most as many as a page has slots. */
async function findSlotArticles(actor: Actor, ids: string[], now: Date, reads: Reads): Promise<Map<string, DeskSlotArticle>> {
  const rows = await reads.article.findMany({
    where: { id: { in: ids } }, take: MOST,
    select: {
      id: true, headline: true, createdById: true, embargoUntil: true, trashedAt: true, killedAt: true, section: { select: { name: true, mergedInto: { select: { name: true } } } },
      publications: { orderBy: { liveFrom: 'asc' }, select: { liveFrom: true, liveUntil: true, revision: { select: { headline: true } } } },
    },
  })
  return new Map(rows.flatMap(({ id, headline, createdById, embargoUntil, section, publications, ...marks }) => {
    const state = stateAt(publications, marks, now)
    const facts = { createdById, embargoed: embargoUntil !== null && embargoUntil > now, state, everLive: wasEverLive(publications, now) }
    if (!canOfArticle(actor, 'read', facts)) return []
    return [[id, { headline, state, section: nameOf(section), plannedAt: null, ...shownOf(publications, now) }] as const]
  }))
}

const nameOf = (section: { name: string; mergedInto: { name: string } | null } | null): string | null => section?.mergedInto?.name ?? section?.name ?? null

type Span = { liveFrom: Date; liveUntil: Date | null; revision: { headline: string } }

/** What readers see of it now, else its draft's headline; and its next plan. */
function shownOf(spans: readonly Span[], now: Date): Partial<DeskSlotArticle> {
  const [live, plan] = [spans.find((span) => isLive(span, now)), spans.find(({ liveFrom }) => liveFrom > now)]
  return { ...(live && { headline: live.revision.headline }), ...(plan && { plannedAt: plan.liveFrom.toISOString() }) }
}

export type SlotsAt = { slots: Omit<Slot, 'from' | 'until'>[]; due: Date | null }

/** The slots of a page that are in use at an instant, in order, and when the next of them, or of their articles' lives, begins or ends. */
export async function findSlotsAt(sectionId: string | null, now: Date, reads: Reads): Promise<SlotsAt> {
  const [slots, [row]] = await Promise.all([
    reads.$queryRaw<SlotsAt['slots']>`
      SELECT s.id, s.position, s.article_id AS "articleId", s.headline, s.pinned_to AS "pinnedTo" FROM front_slot s JOIN front_page f ON f.id = s.page_id
      WHERE f.section_id IS NOT DISTINCT FROM ${sectionId}::uuid AND s.live_from <= ${now} AND (s.live_until IS NULL OR ${now} < s.live_until) ORDER BY s.position, s.id LIMIT ${MOST}`,
    reads.$queryRaw<{ due: Date | null }[]>`
      WITH ahead AS (SELECT s.article_id, s.live_from, s.live_until FROM front_slot s JOIN front_page f ON f.id = s.page_id
        WHERE f.section_id IS NOT DISTINCT FROM ${sectionId}::uuid AND (s.live_until IS NULL OR s.live_until > ${now})),
      instants AS (SELECT live_from AS at FROM ahead UNION ALL SELECT live_until FROM ahead
        UNION ALL SELECT unnest(ARRAY[p.live_from, p.live_until]) FROM publication p WHERE p.article_id IN (SELECT article_id FROM ahead WHERE live_from <= ${now}))
      SELECT min(at) AS due FROM instants WHERE at > ${now}`,
  ])
  return { slots, due: row!.due }
}

/** The line above readers' pages at an instant (default: the database's now), for the desk. */
export async function findFlash(reads: Reads = db, at?: Date): Promise<Flash | null> {
  const now = at ?? (await databaseNow(reads))
  const row = await reads.newsFlash.findFirst({
    where: { liveFrom: { lte: now }, liveUntil: { gt: now } },
    select: { id: true, text: true, articleId: true, article: { select: { headline: true, killedAt: true } }, url: true, liveFrom: true, liveUntil: true },
  })
  if (!row) return null
  const { article, liveFrom, liveUntil, ...flash } = row
  return { ...flash, articleHeadline: article?.headline ?? null, isKilled: Boolean(article?.killedAt), from: liveFrom.toISOString(), until: liveUntil.toISOString() }
}

/** What the line above readers' pages says, if it leads to the article and so goes with it; null where it does not. FORBIDDEN for who may not edit the line. */
export async function findFlashTo(actor: Actor, articleId: string, reads: Reads = db, at?: Date): Promise<string | null> {
  if (!can(actor, 'edit')) throw forbidden()
  const flash = await findFlash(reads, at)
  return flash && flash.articleId === articleId && !flash.isKilled ? flash.text : null
}
