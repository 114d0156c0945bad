import { describe, expect, test } from 'vitest'
import { copyArticle, restoreArticle, saveDraft, trashArticle } from '@/lib/articles/commands'
import { findArticles, getDeskArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { cancelEnd, cancelPlan, killArticle, liftKill, movePlan, publishArticle, scheduleArticle, unpublishArticle, unpublishArticleAt } from './commands'
import { makeDesk, planIdOf, zone } from './fixtures'

const { editor, writer, sectionId, later, ready, create } = await makeDesk('2026-11-24T06:00:00Z')
const published = async () => {
  const articleId = await create()
  const draft = ready()
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(1) })
  return { articleId, version, draft }
}
const spansOf = async (articleId: string) =>
  (await db.publication.findMany({ where: { articleId }, orderBy: { liveFrom: 'asc' }, select: { liveFrom: true, liveUntil: true } })).map(({ liveFrom, liveUntil }) => [liveFrom, liveUntil])
const refused = (message: string) => expect.objectContaining({ code: 'INVALID', message })
const FORBIDDEN = expect.objectContaining({ code: 'FORBIDDEN' })
const lastAudit = (articleId: string) => db.auditRow.findFirstOrThrow({ where: { subjectId: articleId }, orderBy: { at: 'desc' } })

describe('a kill', () => {
  test('ends what is live and planned at once, and keeps its reason in the log alone', async () => {
    const { articleId, version, draft } = await published()
    await scheduleArticle({ actor: editor, articleId, version, draft: { ...draft, standfirst: 'Ny' }, at: later(60), zone, now: later(2) })
    const article = await killArticle({ actor: editor, articleId, reason: 'Förtal', publicLine: 'Artikeln är borttagen.', now: later(3) })
    expect(article).toMatchObject({ state: 'killed', plannedVersion: null, killLine: 'Artikeln är borttagen.', may: { edit: false, publish: false, copy: false, trash: false, rule: false, kill: false, liftKill: true } })
    expect(await spansOf(articleId)).toEqual([[later(1), later(3)]])
    expect(await db.article.findUniqueOrThrow({ where: { id: articleId } })).toMatchObject({ killedAt: later(3), killedById: editor.userId })
    expect(await lastAudit(articleId)).toMatchObject({ action: 'article.kill', actorId: editor.userId, details: { reason: 'Förtal', publicLine: 'Artikeln är borttagen.' } })
    expect(JSON.stringify(article)).not.toContain('Förtal')
  })

  test('leaves nothing to do but to lift it, after which the article is unpublished', async () => {
    const { articleId, version, draft } = await published()
    const target = { actor: editor, articleId, now: later(5) }
    await killArticle({ ...target, reason: 'x', publicLine: '', now: later(2) })
    const planId = crypto.randomUUID()
    for (const outcome of await Promise.allSettled([copyArticle(target), trashArticle(target), publishArticle({ ...target, actor: writer, version, draft })])) expect(outcome).toMatchObject({ status: 'rejected', reason: FORBIDDEN })
    const { name: by } = await db.user.findUniqueOrThrow({ where: { id: editor.userId }, select: { name: true } })
    const told = { code: 'CONFLICT', message: 'killed', params: { by, at: later(2).toISOString() } }
    const acts = [
      publishArticle({ ...target, version, draft }), scheduleArticle({ ...target, version, draft, at: later(60), zone }), saveDraft({ ...target, version, draft }),
      unpublishArticle(target), unpublishArticleAt({ ...target, at: later(9) }), movePlan({ ...target, planId, at: later(60), zone }), cancelPlan({ ...target, planId }), cancelEnd({ ...target, was: later(9) }), killArticle({ ...target, reason: 'x', publicLine: '' }),
    ]
    for (const outcome of await Promise.allSettled(acts)) expect(outcome).toMatchObject({ status: 'rejected', reason: told })
    expect(await liftKill({ ...target, reason: 'Rättad', now: later(6) })).toMatchObject({ state: 'unpublished', killLine: '', may: { publish: true } })
    expect(await lastAudit(articleId)).toMatchObject({ action: 'article.liftKill', details: { reason: 'Rättad' } })
    expect(await publishArticle({ ...target, version, draft, now: later(7) })).toMatchObject({ state: 'live' })
  })

  test('is for editors, of what was live or is planned, and not of drafts or of what lies in the trash', async () => {
    const { articleId } = await published()
    const [draft, planned, trashed] = [await create(), await create(), await published()]
    await scheduleArticle({ actor: editor, articleId: planned, version: 1, draft: ready(), at: later(60), zone, now: later(1) })
    await unpublishArticle({ actor: editor, articleId: trashed.articleId, now: later(2) })
    await trashArticle({ actor: editor, articleId: trashed.articleId, now: later(3) })
    const kill = (actor: Actor, id: string) => killArticle({ actor, articleId: id, reason: 'x', publicLine: '', now: later(5) })
    await expect(kill(writer, articleId)).rejects.toEqual(FORBIDDEN)
    await expect(kill(editor, draft)).rejects.toEqual(FORBIDDEN)
    await expect(kill(editor, trashed.articleId)).rejects.toEqual(FORBIDDEN)
    expect(await kill(editor, planned)).toMatchObject({ state: 'killed', timeline: [] })
    await expect(liftKill({ actor: writer, articleId: planned, reason: 'x' })).rejects.toEqual(FORBIDDEN)
    await expect(liftKill({ actor: editor, articleId, reason: 'x' })).rejects.toEqual(FORBIDDEN)
  })

  test('is a state of its own in the desk’s list', async () => {
    const { articleId } = await published()
    await killArticle({ actor: editor, articleId, reason: 'x', publicLine: '', now: later(2) })
    const found = async (state: 'killed' | 'unpublished') => (await findArticles(editor, { state, sectionId }, later(3))).rows.find((row) => row.id === articleId)
    expect(await found('killed')).toMatchObject({ state: 'killed', may: { edit: false } })
    expect(await found('unpublished')).toBeUndefined()
  })
})

test('restoring from the trash brings an article back to the state that it had', async () => {
  const [draft, { articleId: unpublished }] = [await create(), await published()]
  await unpublishArticle({ actor: editor, articleId: unpublished, now: later(2) })
  for (const [articleId, state] of [[draft, 'draft'], [unpublished, 'unpublished']] as const) {
    await trashArticle({ actor: editor, articleId, now: later(3) })
    expect(await getDeskArticle(editor, articleId, db, later(4))).toMatchObject({ state: 'trashed' })
    await restoreArticle({ actor: editor, articleId, now: later(5) })
    expect(await getDeskArticle(editor, articleId, db, later(6))).toMatchObject({ state })
  }
})

describe('unpublishing at a time', () => {
  test('is a planned end, which nothing has to run for, and which can be moved and taken away', async () => {
    const { articleId } = await published()
    expect(await unpublishArticleAt({ actor: editor, articleId, at: later(10), now: later(2) })).toMatchObject({ state: 'live', endsAt: later(10).toISOString() })
    expect(await getDeskArticle(editor, articleId, db, new Date(later(10).getTime() - 1))).toMatchObject({ state: 'live' })
    expect(await getDeskArticle(editor, articleId, db, later(10))).toMatchObject({ state: 'unpublished', endsAt: null })
    await unpublishArticleAt({ actor: editor, articleId, at: later(20), now: later(3) })
    expect(await spansOf(articleId)).toEqual([[later(1), later(20)]])
    expect(await cancelEnd({ actor: editor, articleId, was: later(20), now: later(4) })).toMatchObject({ endsAt: null })
    await expect(cancelEnd({ actor: editor, articleId, was: later(20), now: later(5) })).rejects.toEqual(refused('noEnd'))
    const rows = await db.auditRow.findMany({ where: { subjectId: articleId }, orderBy: { at: 'asc' }, select: { action: true, details: true } })
    expect(rows.slice(1)).toMatchObject([{ action: 'article.unpublishAt', details: { at: later(10).toISOString() } }, { action: 'article.unpublishAt' }, { action: 'article.cancelEnd', details: { was: later(20).toISOString() } }])
  })

  test('before a plan asks whether the article shall come back, and does nothing until it is told', async () => {
    const { articleId, version, draft } = await published()
    await scheduleArticle({ actor: editor, articleId, version, draft: { ...draft, standfirst: 'Ny' }, at: later(30), zone, now: later(2) })
    const end = (minutes: number, more: object = {}) => unpublishArticleAt({ actor: editor, articleId, at: later(minutes), now: later(3), ...more })
    const plan = { id: await planIdOf(articleId), liveFrom: later(30).toISOString(), zone }
    await expect(end(10)).rejects.toEqual(expect.objectContaining({ code: 'INVALID', message: 'endBeforePlan', data: { plans: [plan] } }))
    expect(await spansOf(articleId)).toEqual([[later(1), later(30)], [later(30), null]])
    await end(10, { plans: 'keep' })
    expect(await spansOf(articleId)).toEqual([[later(1), later(10)], [later(30), null]])
    await end(20, { was: later(10) })
    await end(15, { was: later(20), plans: 'cancel' })
    expect(await spansOf(articleId)).toEqual([[later(1), later(15)]])
  })

  test('moves from where the mover saw it only', async () => {
    const { articleId } = await published()
    await unpublishArticleAt({ actor: editor, articleId, at: later(10), now: later(2) })
    const move = (was: number, at: number) => unpublishArticleAt({ actor: editor, articleId, was: later(was), at: later(at), now: later(3) })
    await move(10, 20)
    await expect(move(10, 30)).rejects.toEqual(expect.objectContaining({ code: 'CONFLICT', message: 'endMoved', params: { at: later(20).toISOString() } }))
    await cancelEnd({ actor: editor, articleId, was: later(20), now: later(4) })
    await expect(move(20, 30)).rejects.toEqual(refused('noEnd'))
  })

  test('holds for a newer text, and stands against a plan past it', async () => {
    const { articleId, version, draft } = await published()
    await unpublishArticleAt({ actor: editor, articleId, at: later(30), now: later(2) })
    const newer = await publishArticle({ actor: editor, articleId, version, draft: { ...draft, standfirst: 'Ny' }, now: later(3) })
    expect(await spansOf(articleId)).toEqual([[later(1), later(3)], [later(3), later(30)]])
    await scheduleArticle({ actor: editor, articleId, version: newer.version, draft: { ...draft, standfirst: 'Nyare' }, at: later(10), zone, now: later(4) })
    const planId = await planIdOf(articleId)
    await expect(movePlan({ actor: editor, articleId, planId, at: later(31), zone, now: later(5) })).rejects.toEqual(refused('planPastEnd'))
    await movePlan({ actor: editor, articleId, planId, at: later(20), zone, now: later(6) })
    expect(await spansOf(articleId)).toEqual([[later(1), later(3)], [later(3), later(20)], [later(20), later(30)]])
    await cancelPlan({ actor: editor, articleId, planId, now: later(7) })
    expect(await spansOf(articleId)).toEqual([[later(1), later(3)], [later(3), later(30)]])
  })

  test('is refused for what nobody will see then, and for who may not publish', async () => {
    const { articleId } = await published()
    await expect(unpublishArticleAt({ actor: editor, articleId, at: later(2), now: later(2) })).rejects.toEqual(refused('timePassed'))
    await expect(unpublishArticleAt({ actor: editor, articleId: await create(), at: later(9), now: later(2) })).rejects.toEqual(refused('nothingLiveThen'))
    await expect(unpublishArticleAt({ actor: writer, articleId, at: later(9), now: later(2) })).rejects.toEqual(FORBIDDEN)
  })
})
