import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { ruleFinding, saveDraft, trashArticle } from '@/lib/articles/commands'
import { draftWith, paragraph, readAlso } from '@/lib/articles/fixtures'
import { getDeskArticle } from '@/lib/articles/queries'
import { db } from '@/lib/platform/db'
import { CHANNEL } from '@/lib/platform/notify'
import { cancelPlan, movePlan, publishArticle, scheduleArticle, unpublishArticle } from './commands'
import { makeDesk, planIdOf, zone } from './fixtures'

const { admin, editor, writer, sectionId, later, ready, create } = await makeDesk('2026-11-23T06:00:00Z')
const refused = (message: string, fields?: object) => expect.objectContaining({ code: 'INVALID', message, ...(fields && { fields }) })
const rowsOf = (articleId: string) => db.publication.findMany({ where: { articleId }, orderBy: { liveFrom: 'asc' }, select: { liveFrom: true, liveUntil: true, listedAt: true } })

describe('publishing now', () => {
  test('makes a revision of the draft that later saves do not touch', async () => {
    const articleId = await create()
    const article = await publishArticle({ actor: editor, articleId, version: 1, draft: ready({ headline: 'Live text' }), now: later(1) })
    expect(article).toMatchObject({ state: 'live', liveVersion: article.version })
    await saveDraft({ actor: editor, articleId, version: article.version, draft: ready({ headline: 'Newer text' }), now: later(2) })
    expect(await db.revision.findFirstOrThrow({ where: { articleId } })).toMatchObject({ headline: 'Live text' })
    expect(await getDeskArticle(editor, articleId, db, later(3))).toMatchObject({ state: 'live', liveVersion: 2, version: 3 })
  })

  test('again keeps the first instant in lists, and twice the same is one', async () => {
    const articleId = await create()
    const draft = ready()
    const first = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(1) })
    await publishArticle({ actor: editor, articleId, version: first.version, draft, now: later(2) })
    const changed = { ...draft, standfirst: 'Ny' }
    await publishArticle({ actor: editor, articleId, version: first.version, draft: changed, now: later(3) })
    expect(await rowsOf(articleId)).toEqual([
      { liveFrom: later(1), liveUntil: later(3), listedAt: later(1) },
      { liveFrom: later(3), liveUntil: null, listedAt: later(1) },
    ])
  })

  test('asks for headline, slug and section, saving does not', async () => {
    const articleId = await create()
    await expect(publishArticle({ actor: editor, articleId, version: 1, draft: draftWith({ headline: '' }) })).rejects.toEqual(
      refused('invalidInput', { headline: 'headlineRequired', slug: 'slugRequired', section: 'sectionRequired' }),
    )
  })

  test('is refused before an embargo, for admins too', async () => {
    const articleId = await create()
    await db.article.update({ where: { id: articleId }, data: { embargoUntil: later(60) } })
    await expect(publishArticle({ actor: admin, articleId, version: 1, draft: ready(), now: later(1) })).rejects.toEqual(refused('embargo'))
    await expect(scheduleArticle({ actor: admin, articleId, version: 1, draft: ready(), at: later(59), zone, now: later(1) })).rejects.toEqual(refused('embargo'))
    expect(await scheduleArticle({ actor: admin, articleId, version: 1, draft: ready(), at: later(60), zone, now: later(1) })).toMatchObject({ state: 'scheduled' })
  })

  test('is refused with a doubled LÄS OCKSÅ until it is kept, and with a link to itself for ever', async () => {
    const articleId = await create()
    const double = ready({ blocks: [readAlso({ kind: 'title', title: 'En rubrik' }), paragraph('x'), readAlso({ kind: 'title', title: '”En rubrik”' })] })
    await expect(publishArticle({ actor: editor, articleId, version: 1, draft: double })).rejects.toEqual(refused('duplicateLinks'))
    await ruleFinding({ actor: editor, articleId, keyA: 'title:en rubrik', keyB: 'title:en rubrik', ruling: 'keep' })
    const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft: double })
    const self = ready({ blocks: [readAlso({ kind: 'article', articleId })] })
    await expect(publishArticle({ actor: editor, articleId, version, draft: self })).rejects.toEqual(refused('duplicateLinks'))
  })

  test('is for editors, and not for what lies in the trash', async () => {
    const articleId = await create()
    await expect(publishArticle({ actor: writer, articleId, version: 1, draft: ready() })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await trashArticle({ actor: editor, articleId })
    await expect(publishArticle({ actor: editor, articleId, version: 1, draft: ready() })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a plan', () => {
  test('is live at its instant with nothing written then, and what was planned is what goes out', async () => {
    const articleId = await create()
    const { version } = await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready({ headline: 'Planerad' }), at: later(10), zone, now: later(1) })
    await saveDraft({ actor: editor, articleId, version, draft: ready({ headline: 'Senare' }), now: later(2) })
    expect(await getDeskArticle(editor, articleId, db, new Date(later(10).getTime() - 1))).toMatchObject({ state: 'scheduled', plannedVersion: 2 })
    expect(await getDeskArticle(editor, articleId, db, later(10))).toMatchObject({ state: 'live', liveVersion: 2, version: 3 })
  })

  test('moves, is cancelled, and cannot lie in the past', async () => {
    const articleId = await create()
    await expect(scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(), at: later(1), zone, now: later(1) })).rejects.toEqual(refused('timePassed', { at: 'timePassed' }))
    await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(), at: later(10), zone, now: later(1) })
    await movePlan({ actor: editor, articleId, planId: await planIdOf(articleId), at: later(20), zone, now: later(2) })
    expect(await rowsOf(articleId)).toEqual([{ liveFrom: later(20), liveUntil: null, listedAt: later(20) }])
    expect(await cancelPlan({ actor: editor, articleId, planId: await planIdOf(articleId), now: later(3) })).toMatchObject({ state: 'draft', timeline: [] })
  })

  test('is moved, replaced and cancelled from where it was seen only: who comes second is told where it stands, and undoes nobody else’s move', async () => {
    const articleId = await create()
    await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(), at: later(10), zone, now: later(1) })
    const planId = await planIdOf(articleId)
    const move = (was: number, at: number) => movePlan({ actor: editor, articleId, planId, was: later(was), at: later(at), zone, now: later(2) })
    const movedTo = (minutes: number) => expect.objectContaining({ code: 'CONFLICT', message: 'planMoved', params: { at: later(minutes).toISOString() } })
    await move(10, 20)
    await expect(move(10, 30)).rejects.toEqual(movedTo(20))
    await move(20, 40)
    await expect(move(20, 10)).rejects.toEqual(movedTo(40))
    expect(await rowsOf(articleId)).toMatchObject([{ liveFrom: later(40) }])
    const version = (await getDeskArticle(editor, articleId)).version
    await expect(scheduleArticle({ actor: editor, articleId, version, draft: ready(), at: later(20), zone, replaces: planId, was: later(20), now: later(2) })).rejects.toEqual(movedTo(40))
    const cancel = (was: number) => cancelPlan({ actor: editor, articleId, planId, was: later(was), now: later(3) })
    await expect(cancel(20)).rejects.toEqual(movedTo(40))
    expect(await rowsOf(articleId)).toMatchObject([{ liveFrom: later(40) }])
    expect(await cancel(40)).toMatchObject({ timeline: [] })
  })

  test('of a live article replaces its text at the time', async () => {
    const articleId = await create()
    const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft: ready(), now: later(1) })
    await scheduleArticle({ actor: editor, articleId, version, draft: ready({ standfirst: 'Ny' }), at: later(10), zone, now: later(2) })
    expect(await rowsOf(articleId)).toEqual([
      { liveFrom: later(1), liveUntil: later(10), listedAt: later(1) },
      { liveFrom: later(10), liveUntil: null, listedAt: later(1) },
    ])
  })
})

test('unpublish takes it from readers now, with a row in the audit log for each change', async () => {
  const articleId = await create()
  await publishArticle({ actor: editor, articleId, version: 1, draft: ready(), now: later(1) })
  expect(await unpublishArticle({ actor: editor, articleId, now: later(2) })).toMatchObject({ state: 'unpublished' })
  await expect(unpublishArticle({ actor: editor, articleId, now: later(3) })).rejects.toEqual(refused('notLive'))
  const rows = await db.auditRow.findMany({ where: { subjectId: articleId }, orderBy: { at: 'asc' }, select: { action: true, actorId: true, at: true } })
  expect(rows).toEqual([
    { action: 'article.publish', actorId: editor.userId, at: later(1) },
    { action: 'article.unpublish', actorId: editor.userId, at: later(2) },
  ])
})

describe('the database itself', () => {
  test('refuses two rows at one instant, a changed revision and a changed audit row', async () => {
    const articleId = await create()
    await publishArticle({ actor: editor, articleId, version: 1, draft: ready(), now: later(1) })
    const [row] = await db.publication.findMany({ where: { articleId } })
    const { id: _id, ...copy } = row!
    await expect(db.publication.create({ data: { ...copy, liveFrom: later(5) } })).rejects.toThrow(/publication_no_overlap/)
    await expect(db.revision.updateMany({ where: { articleId }, data: { headline: 'x' } })).rejects.toThrow(/immutable/)
    await expect(db.auditRow.updateMany({ where: { subjectId: articleId }, data: { action: 'x' } })).rejects.toThrow(/immutable/)
    await expect(db.auditRow.deleteMany({ where: { subjectId: articleId } })).rejects.toThrow(/immutable/)
  })

  test('tells every process which pages a committed change touches', async () => {
    const client = new pg.Client(process.env.DATABASE_URL)
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    const heard = new Promise<string>((resolve) => client.on('notification', ({ payload }) => payload?.includes(articleId) && resolve(payload)))
    const articleId = await create()
    await publishArticle({ actor: editor, articleId, version: 1, draft: ready() })
    expect((await heard).split(' ')).toEqual(expect.arrayContaining([`article:${articleId}`, 'front', 'feed', `tag:${sectionId}`]))
    await client.end()
  })
})
