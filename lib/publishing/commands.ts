// The only writer of what readers see: promise 1 (a timeline), 2 (immutable revisions) and 8 (told in the transaction).
import { saveDraftIn } from '@/lib/articles/commands'
import { hasCorrection, missingForPublish } from '@/lib/articles/model'
import { type DeskArticle, getDeskArticle } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import { conflict, invalid } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/db'
import { apply, change, insertRevision, loadFor, lockedSpans, type Target } from './change-commands'
import { cancelEnd as cancelPlannedEnd, cancelPlan as cancelPlanned, type LaterPlans, movePlan as movePlanned, plansPastEnd, publishNow, schedule, type Span, unpublish, unpublishAt } from './model'
import { refuseDoubled } from './live-commands'
import { tellEnds, tellTakenDown } from './mail-commands'
import { insertNote } from './note-commands'

export { redoEffect } from './effect-commands'
export { liftEmbargo, setEmbargo } from './embargo-commands'
export { killArticle, liftKill } from './kill-commands'
export { tellPeople } from './mail-commands'
export { correctArticle, rewordNote, withdrawNote } from './note-commands'

/** `knowing`: a correction of the live text that the draft lacks, and that the editor was told of */
type WithDraft = Target & { version: number; draft: DraftInput; anew?: boolean; knowing?: string | null }

/**
 * Saves the draft and makes it what readers see, at once, in place of the next plan. `anew` lists it as new; `update` (may be
 * empty) tells readers that the text was updated. INVALID: what is missing, embargo, doubled links; CONFLICT: stale. Nothing
 * new to publish is no error.
 */
export async function publishArticle({ anew = false, update = null, ...input }: WithDraft & { update?: string | null }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await saveAndCheck(tx, input, now, now)
    const spans = await lockedSpans(tx, input.articleId)
    if (isPublishedAlready(article) && !anew && update === null) return
    if (update !== null && !article.everLive) throw invalid('notLive')
    refuseEmbargoed(article, now)
    const revisionId = await copyDraft(tx, input, article, now)
    if (update !== null) await insertNote(tx, { ...input, revisionId, kind: 'update', text: update, now })
    const published = publishNow(spans, { revisionId, anew, now })
    await apply(tx, { ...input, article, change: published, action: anew ? 'article.publishAnew' : 'article.publish', details: update === null ? {} : { update }, now })
  })
}

const isPublishedAlready = ({ state, liveVersion, version, plannedVersion }: DeskArticle): boolean => state === 'live' && liveVersion === version && plannedVersion === null

/**
 * Saves the draft and plans it for an instant to come (`zone`: the IANA zone it was picked in), beside what is planned already
 * or in place of the plan that `replaces` names. INVALID also when the time has passed or is another plan's; CONFLICT `planMoved`
 * when the replaced plan stands elsewhere than it was seen (`was`).
 */
export async function scheduleArticle({ anew = false, replaces = null, was = null, ...input }: WithDraft & { at: Date; zone: string; replaces?: string | null; was?: Date | null }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await saveAndCheck(tx, input, now, input.at)
    const spans = await lockedSpans(tx, input.articleId)
    if (replaces) standingWhereSeen(article, { planId: replaces, was })
    refuseEmbargoed(article, input.at)
    const revisionId = await copyDraft(tx, input, article, now)
    const planned = schedule(spans, { revisionId, at: input.at, zone: input.zone, anew, replaces, now })
    await apply(tx, { ...input, article, change: planned, action: 'article.schedule', details: { at: input.at.toISOString(), zone: input.zone }, now })
  })
}

/** `was`: the instant at which the actor saw the plan stand; where it stands elsewhere now, CONFLICT says where */
type Plan = Target & { planId: string; was?: Date }

/** Moves a plan to another time; what was planned is what goes out. */
export async function movePlan(input: Plan & { at: Date; zone: string }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('publish', tx, input, now)
    const stands = standingWhereSeen(article, input)
    refuseEmbargoed(article, input.at)
    const moved = movePlanned(await lockedSpans(tx, input.articleId), { ...input, now })
    await apply(tx, { ...input, article, change: moved, action: 'article.reschedule', details: { was: stands, at: input.at.toISOString(), zone: input.zone }, now })
  })
}

/** Takes a plan away; what is live and what else is planned stays. */
export async function cancelPlan(input: Plan): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('publish', tx, input, now)
    const stands = standingWhereSeen(article, input)
    const cancelled = cancelPlanned(await lockedSpans(tx, input.articleId), { planId: input.planId, now })
    await apply(tx, { ...input, article, change: cancelled, action: 'article.unschedule', details: { was: stands }, now })
  })
}

/** When the plan begins, null where there is none; nobody undoes a move that they have not seen. */
function standingWhereSeen({ timeline }: DeskArticle, { planId, was }: { planId: string; was?: Date | null }): string | null {
  const stands = timeline.find(({ id }) => id === planId)?.liveFrom ?? null
  if (stands && was && stands !== was.toISOString()) throw conflict('planMoved', { fields: { at: 'planMoved' }, params: { at: stands } })
  return stands
}

/** Takes the article from readers at once: its address answers 410. */
export async function unpublishArticle(input: Target): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('publish', tx, input, now)
    await apply(tx, { ...input, article, change: unpublish(await lockedSpans(tx, input.articleId), now), action: 'article.unpublish', forget: true, now })
    await tellTakenDown(tx, input, now)
  })
}

/**
 * Takes the article from readers at an instant to come, without anything having to run then; `was` names a planned end that
 * moves there. Plans past it that would bring the article back are kept or taken away, as `plans` says; without that it is
 * INVALID `endBeforePlan`, with those plans as data. INVALID also when nothing is live then; CONFLICT when the end that moves
 * stands elsewhere now.
 */
export async function unpublishArticleAt(input: Target & { at: Date; was?: Date | null; plans?: LaterPlans | null }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('publish', tx, input, now)
    refuseMovedEnd(article, input.was)
    const spans = await lockedSpans(tx, input.articleId)
    const later = plansPastEnd(spans, { ...input, now })
    const ended = unpublishAt(spans, { at: input.at, was: input.was, plans: input.plans ?? 'keep', now })
    if (later.length > 0 && !input.plans) throw refuseUnasked(later)
    await apply(tx, { ...input, article, change: ended, action: 'article.unpublishAt', details: { at: input.at.toISOString(), plans: later.length > 0 ? input.plans! : null }, now })
    await tellEnds(tx, input, ended, now)
  })
}

const refuseUnasked = (plans: readonly Span[]) =>
  invalid('endBeforePlan', { fields: { until: 'endBeforePlan' }, data: { plans: plans.map(({ id, liveFrom, zone }) => ({ id, liveFrom: liveFrom.toISOString(), zone })) } })

function refuseMovedEnd({ ends, endsAt }: DeskArticle, was?: Date | null): void {
  if (!was || !endsAt || ends.includes(was.toISOString())) return
  throw conflict('endMoved', { fields: { until: 'endMoved' }, params: { at: endsAt } })
}

/** Takes the planned end at that instant away. */
export async function cancelEnd(input: Target & { was: Date }): Promise<DeskArticle> {
  return change(input, async (tx, now) => {
    const article = await loadFor('publish', tx, input, now)
    const going = cancelPlannedEnd(await lockedSpans(tx, input.articleId), { was: input.was, now })
    await apply(tx, { ...input, article, change: going, action: 'article.cancelEnd', details: { was: input.was.toISOString() }, now })
  })
}

/** Save and publish travel together: what is published is what the editor sees. */
async function saveAndCheck(tx: Tx, input: WithDraft, now: Date, goesLive: Date): Promise<DeskArticle> {
  await loadFor('publish', tx, input, now)
  const { fields } = await saveDraftIn(tx, { ...input, now })
  const article = await getDeskArticle(input.actor, input.articleId, tx, now)
  const missing = { ...missingForPublish(article.draft), ...fields }
  if (Object.keys(missing).length > 0) throw invalid('invalidInput', { fields: missing })
  await refuseDoubled(tx, article.id, article.draft.body, goesLive)
  refuseUntold(article, input.knowing ?? null)
  return article
}

/** An error that was put right does not come back unseen. */
function refuseUntold({ correction, draft }: DeskArticle, knowing: string | null): void {
  if (!correction || knowing === correction.revisionId || hasCorrection(correction.lines, draft)) return
  throw invalid('lacksCorrection', { fields: { correction: 'lacksCorrection' }, params: { at: correction.at } })
}

function refuseEmbargoed({ embargoUntil }: DeskArticle, from: Date): void {
  if (!embargoUntil || from >= new Date(embargoUntil)) return
  throw invalid('embargo', { fields: { at: 'embargo' }, params: { until: embargoUntil }, data: { embargoUntil } })
}

async function copyDraft(tx: Tx, target: Target, { version, draft }: DeskArticle, now: Date): Promise<string> {
  const { slugChosen: _slugChosen, slug, sectionId, ...content } = draft
  return insertRevision(tx, { ...content, slug: slug!, sectionId: sectionId!, version }, { ...target, now })
}
