import { describe, expect, test } from 'vitest'
import { findArticles, getDeskArticle } from '@/lib/articles/queries'
import { db } from '@/lib/platform/db'
import { liftEmbargo, movePlan, publishArticle, scheduleArticle, setEmbargo } from './commands'
import { makeDesk, planIdOf, zone } from './fixtures'

const { admin, editor, writer, later, ready, create } = await makeDesk('2026-11-27T06:00:00Z')
const refused = (message: string, more: object = {}) => expect.objectContaining({ code: 'INVALID', message, ...more })
const beginnings = async (articleId: string) => (await db.publication.findMany({ where: { articleId }, orderBy: { liveFrom: 'asc' }, select: { liveFrom: true } })).map(({ liveFrom }) => liveFrom)
const embargo = (articleId: string, until: Date, more: Partial<Parameters<typeof setEmbargo>[0]> = {}) => setEmbargo({ actor: editor, articleId, until, reason: '', plans: null, now: later(2), ...more })
const auditOf = (articleId: string, action: string) => db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action }, select: { details: true, actorId: true } })

describe('an embargo', () => {
  test('stands against publishing, planning and moving a plan before it, for admins too', async () => {
    const articleId = await create()
    await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(), at: later(90), zone, now: later(1) })
    await embargo(articleId, later(60), { actor: admin })
    const { version, draft } = await getDeskArticle(editor, articleId, db, later(3))
    const given = { actor: admin, articleId, version, draft: { ...draft, body: { type: 'doc' as const, content: [] } } }
    const until = { data: { embargoUntil: later(60).toISOString() } }
    await expect(publishArticle({ ...given, now: later(3) })).rejects.toEqual(refused('embargo', until))
    await expect(scheduleArticle({ ...given, at: later(59), zone, now: later(3) })).rejects.toEqual(refused('embargo', until))
    await expect(movePlan({ actor: admin, articleId, planId: await planIdOf(articleId), at: later(59), zone, now: later(3) })).rejects.toEqual(refused('embargo', until))
    await movePlan({ actor: admin, articleId, planId: await planIdOf(articleId), at: later(60), zone, now: later(3) })
    expect(await beginnings(articleId)).toEqual([later(60)])
  })

  test('past a plan asks which wins, and does nothing until it is told', async () => {
    const articleId = await create()
    const { version, draft } = await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(), at: later(10), zone, now: later(1) })
    await scheduleArticle({ actor: editor, articleId, version, draft: { ...draft, body: { type: 'doc', content: [] } }, at: later(90), zone, now: later(1) })
    const [first] = (await getDeskArticle(editor, articleId, db, later(1))).timeline
    await expect(embargo(articleId, later(60))).rejects.toEqual(refused('embargoPastPlan', { data: { plans: [{ id: first!.id, liveFrom: later(10).toISOString(), zone }] } }))
    expect(await getDeskArticle(editor, articleId, db, later(3))).toMatchObject({ embargoUntil: null })
    await expect(embargo(articleId, later(100), { plans: 'move' })).resolves.toMatchObject({ embargoUntil: later(100).toISOString() })
    expect(await beginnings(articleId)).toEqual([later(100), later(180)])
    await embargo(articleId, later(150), { plans: 'cancel', reason: 'Senare' })
    expect(await beginnings(articleId)).toEqual([later(180)])
  })

  test('is changed and lifted with a reason, which the log keeps', async () => {
    const articleId = await create()
    await embargo(articleId, later(60))
    await expect(embargo(articleId, later(70))).rejects.toEqual(refused('invalidInput', { fields: { reason: 'required' } }))
    await embargo(articleId, later(70), { reason: 'Ny tid från TT' })
    await liftEmbargo({ actor: editor, articleId, reason: 'Fritt fram', now: later(3) })
    expect(await auditOf(articleId, 'article.embargo')).toMatchObject({ actorId: editor.userId, details: { was: null, until: later(60).toISOString() } })
    expect(await auditOf(articleId, 'article.changeEmbargo')).toMatchObject({ details: { was: later(60).toISOString(), until: later(70).toISOString(), reason: 'Ny tid från TT' } })
    expect(await auditOf(articleId, 'article.liftEmbargo')).toMatchObject({ details: { was: later(70).toISOString(), reason: 'Fritt fram' } })
    await expect(liftEmbargo({ actor: editor, articleId, reason: 'x', now: later(4) })).rejects.toEqual(refused('noEmbargo'))
  })

  test('is not for what is live, for the past, for the year 9999, or for writers', async () => {
    const articleId = await create()
    await expect(embargo(articleId, later(2))).rejects.toEqual(refused('timePassed', { fields: { embargo: 'timePassed' } }))
    await expect(embargo(articleId, new Date('9999-12-31T23:59:00Z'))).rejects.toEqual(refused('tooFarAhead', { fields: { embargo: 'tooFarAhead' } }))
    await expect(embargo(articleId, later(60), { actor: writer })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await publishArticle({ actor: editor, articleId, version: 1, draft: ready(), now: later(1) })
    await expect(embargo(articleId, later(60))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is marked in lists while it holds, and not after', async () => {
    const articleId = await create()
    await embargo(articleId, later(60))
    const found = async (at: Date) => (await findArticles(editor, {}, at)).rows.find(({ id }) => id === articleId)?.embargoUntil
    expect([await found(later(59)), await found(later(60))]).toEqual([later(60), null])
    expect((await findArticles(writer, {}, later(59))).rows.some(({ id }) => id === articleId)).toBe(false)
  })
})
