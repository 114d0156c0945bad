import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/articles/commands'
import { makeTag } from '@/lib/articles/fixtures'
import { getDeskArticle } from '@/lib/articles/queries'
import { db } from '@/lib/platform/db'
import { CHANNEL } from '@/lib/platform/notify'
import { correctArticle, killArticle, publishArticle, rewordNote, scheduleArticle, unpublishArticle, withdrawNote } from './commands'
import { makeDesk, planIdOf, zone } from './fixtures'

const { editor, writer, T0, later, ready, create } = await makeDesk('2026-11-27T06:00:00Z')
const refused = (message: string, fields?: object) => expect.objectContaining({ code: 'INVALID', message, ...(fields && { fields }) })
const liveRevision = async (articleId: string, at: Date) =>
  (await db.publication.findFirstOrThrow({ where: { articleId, liveFrom: { lte: at }, OR: [{ liveUntil: null }, { liveUntil: { gt: at } }] }, select: { revision: { include: { tags: true, bylines: true } } } })).revision

/** Live from minute 1, with a draft that has moved on since. */
async function makeMovedOn() {
  const articleId = await create()
  const tagIds = [await makeTag('topic')]
  const draft = ready({ standfirst: 'Som läsarna fick det.', tagIds })
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(1) })
  const newer = { ...draft, standfirst: 'Hemligt tills vidare.' }
  const saved = await saveDraft({ actor: editor, articleId, version, draft: newer, now: later(2) })
  return { articleId, version: saved.version, newer, tagIds, target: { actor: editor, articleId } }
}

describe('a correction', () => {
  test('is made of the live text and never of the draft, and leaves the draft’s version alone', async () => {
    const { articleId, version, tagIds, target } = await makeMovedOn()
    const article = await correctArticle({ ...target, kind: 'correction', text: 'Det var fel år.', now: later(5) })
    expect(article).toMatchObject({ state: 'live', version, liveVersion: version - 1, draft: { standfirst: 'Hemligt tills vidare.' }, notes: [{ kind: 'correction', text: 'Det var fel år.', at: later(5).toISOString() }] })
    const live = await liveRevision(articleId, later(6))
    expect(live).toMatchObject({ standfirst: 'Som läsarna fick det.', createdAt: later(1), tags: [{ tagId: tagIds[0] }] })
    expect(await db.note.findFirstOrThrow({ where: { articleId } })).toMatchObject({ revisionId: live.id, createdById: editor.userId })
    expect(await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.correction' } })).toMatchObject({ details: { text: 'Det var fel år.' } })
  })

  test('leaves every plan as it was, with its name, its text and its time', async () => {
    const { articleId, version, newer, target } = await makeMovedOn()
    await scheduleArticle({ ...target, version, draft: newer, at: later(60), zone, now: later(3) })
    const planId = await planIdOf(articleId)
    await correctArticle({ ...target, kind: 'update', text: '', now: later(5) })
    expect(await planIdOf(articleId)).toBe(planId)
    expect(await liveRevision(articleId, later(60))).toMatchObject({ standfirst: 'Hemligt tills vidare.' })
    expect(await liveRevision(articleId, later(59))).toMatchObject({ standfirst: 'Som läsarna fick det.' })
  })

  test('is of what is live, by who may publish, and says something', async () => {
    const { target } = await makeMovedOn()
    await expect(correctArticle({ ...target, kind: 'correction', text: '', now: later(3) })).rejects.toEqual(refused('invalidInput', { text: 'required' }))
    await expect(correctArticle({ ...target, actor: writer, kind: 'correction', text: 'x', now: later(3) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await unpublishArticle({ ...target, now: later(4) })
    await expect(correctArticle({ ...target, kind: 'correction', text: 'x', now: later(5) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(db.note.create({ data: { ...(await aNote()), kind: 'correction', text: '' } })).rejects.toThrow(/correction_says_what/)
  })
  const aNote = async () => {
    const revision = await db.revision.findFirstOrThrow()
    return { articleId: revision.articleId, revisionId: revision.id, at: T0, since: T0, createdById: editor.userId }
  }

  test('and all that takes a corrected article away is told to the page of corrections', async () => {
    const client = new pg.Client(process.env.DATABASE_URL)
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    const heard: string[][] = []
    client.on('notification', ({ payload }) => heard.push(payload!.split(' ')))
    const { articleId, target } = await makeMovedOn()
    await correctArticle({ ...target, kind: 'correction', text: 'x', now: later(3) })
    const noteId = (await db.note.findFirstOrThrow({ where: { articleId } })).id
    await withdrawNote({ ...target, noteId, reason: 'x', now: later(4) })
    await killArticle({ ...target, reason: 'x', publicLine: '', now: later(5) })
    await client.query('SELECT 1')
    const own = heard.filter((tags) => tags.includes(`article:${articleId}`))
    expect(own.map((tags) => tags.includes('corrections'))).toEqual([false, true, true, true])
    await client.end()
  })
})

describe('a note', () => {
  async function makeNoted() {
    const made = await makeMovedOn()
    const { notes } = await correctArticle({ ...made.target, kind: 'correction', text: 'Fel ord.', now: later(3) })
    return { ...made, noteId: notes[0]!.id }
  }

  test('is said in other words from then on, with the time that it had', async () => {
    const { articleId, target, noteId } = await makeNoted()
    const { notes } = await rewordNote({ ...target, noteId, text: 'Rätt ord.', now: later(4) })
    expect(notes).toMatchObject([{ kind: 'correction', text: 'Rätt ord.', at: later(3).toISOString() }])
    expect(await db.note.findUniqueOrThrow({ where: { id: noteId } })).toMatchObject({ text: 'Fel ord.', until: later(4), endedById: editor.userId })
    expect(await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.rewordNote' } })).toMatchObject({ details: { wording: 'Fel ord.', text: 'Rätt ord.' } })
    await expect(rewordNote({ ...target, noteId, text: 'Mina ord.', now: later(5) })).rejects.toMatchObject({ code: 'CONFLICT', message: 'noteGone' })
    await expect(rewordNote({ ...target, noteId: notes[0]!.id, text: '', now: later(5) })).rejects.toEqual(refused('invalidInput', { text: 'required' }))
  })

  test('is withdrawn with a reason, once, by who may publish', async () => {
    const { articleId, target, noteId } = await makeNoted()
    await expect(withdrawNote({ ...target, actor: writer, noteId, reason: 'x', now: later(4) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await withdrawNote({ ...target, noteId, reason: 'Fel artikel.', now: later(4) })).toMatchObject({ notes: [], state: 'live' })
    expect(await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.withdrawNote' } })).toMatchObject({ actorId: editor.userId, details: { reason: 'Fel artikel.', wording: 'Fel ord.' } })
    await expect(withdrawNote({ ...target, noteId, reason: 'x', now: later(5) })).rejects.toMatchObject({ message: 'noteGone' })
    const { target: other } = await makeNoted()
    await expect(withdrawNote({ ...other, noteId, reason: 'x', now: later(5) })).rejects.toMatchObject({ message: 'noteGone' })
  })

  test('keeps its words in the table: only its end can be set, once', async () => {
    const { target, noteId } = await makeNoted()
    await expect(db.note.update({ where: { id: noteId }, data: { text: 'Annat.' } })).rejects.toThrow(/only the end/)
    await withdrawNote({ ...target, noteId, reason: 'x', now: later(4) })
    await expect(db.note.update({ where: { id: noteId }, data: { until: null } })).rejects.toThrow(/only the end/)
  })
})

describe('publishing', () => {
  test('with an update tells readers so, without one nothing', async () => {
    const { articleId, version, newer, target } = await makeMovedOn()
    const first = await publishArticle({ ...target, version, draft: newer, now: later(5) })
    expect(first.notes).toEqual([])
    await publishArticle({ ...target, version, draft: newer, update: 'Med nya siffror.', now: later(6) })
    expect(await getDeskArticle(editor, articleId, db, later(7))).toMatchObject({ notes: [{ kind: 'update', text: 'Med nya siffror.', at: later(6).toISOString() }] })
    await expect(publishArticle({ ...target, articleId: await create(), version: 1, draft: ready(), update: '', now: later(5) })).rejects.toEqual(refused('notLive'))
  })

  test('anew lists the article from now, and only then', async () => {
    const { articleId, version, newer, target } = await makeMovedOn()
    const listed = async () => (await db.publication.findFirstOrThrow({ where: { articleId }, orderBy: { liveFrom: 'desc' } })).listedAt
    await publishArticle({ ...target, version, draft: newer, now: later(5) })
    expect(await listed()).toEqual(later(1))
    await publishArticle({ ...target, version, draft: newer, anew: true, now: later(6) })
    expect(await listed()).toEqual(later(6))
    await correctArticle({ ...target, kind: 'correction', text: 'x', now: later(7) })
    expect(await listed()).toEqual(later(6))
  })
})
