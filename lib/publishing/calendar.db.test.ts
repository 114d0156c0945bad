import { beforeAll, describe, expect, test } from 'vitest'
import { createArticle, trashArticle } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag } from '@/lib/articles/fixtures'
import { draftInputOf, linesIn } from '@/lib/articles/model'
import { getDeskArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { cancelPlan, correctArticle, killArticle, publishArticle, scheduleArticle, setEmbargo, unpublishArticle, unpublishArticleAt } from './commands'
import { planIdOf } from './fixtures'
import { calendarDays, dayBounds } from './model'
import { findCalendar } from './queries'

let editor: Actor
let writer: Actor
beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
})

const zone = 'Europe/Stockholm'
const T0 = new Date('2026-11-25T08:00:00Z')
const { days } = calendarDays('week', '2026-11-25')
const bounds = dayBounds(days, zone)
const on = (day: number, time: string) => new Date(`2026-11-${22 + day}T${time}:00Z`)

/** What the week of T0 shows of a section of its own, read on Wednesday at nine. */
async function makeWeek() {
  const sectionId = await makeTag('section')
  const draft = () => draftWith({ sectionId })
  const create = async (actor = editor) => (await createArticle({ actor, now: on(1, '00:00') })).articleId
  const find = async (actor = editor, more: object = {}) => findCalendar(actor, { bounds, perDay: 50, sectionId, ...more }, T0)
  const shown = async (actor = editor, more: object = {}) => (await find(actor, more)).entries.map(({ kind, day, articleId }) => [kind, day, articleId])
  return { sectionId, draft, create, find, shown }
}

describe('the calendar', () => {
  test('has what went live, and what will go live, change and come down, each on the newsroom’s day', async () => {
    const { draft, create, find, shown } = await makeWeek()
    const id = await create()
    const text = draft()
    const { version } = await publishArticle({ actor: editor, articleId: id, version: 1, draft: text, now: on(1, '22:59') })
    await correctArticle({ actor: editor, articleId: id, kind: 'update', text: '', now: on(2, '10:00') })
    await scheduleArticle({ actor: editor, articleId: id, version, draft: { ...text, headline: 'Nyare' }, at: on(4, '23:00'), zone, now: on(2, '11:00') })
    await unpublishArticleAt({ actor: editor, articleId: id, at: on(6, '12:00'), now: on(2, '12:00') })
    expect(await shown()).toEqual([['begins', 0, id], ['changes', 4, id], ['ends', 5, id]])
    const [began, changes, ends] = (await find()).entries
    expect(began).toMatchObject({ planId: null, mayMove: false })
    expect(changes).toMatchObject({ planId: await planIdOf(id), headline: 'Nyare', zone, mayMove: true })
    expect(ends).toMatchObject({ planId: null, at: on(6, '12:00'), mayMove: true })
  })

  test('marks a plan whose text lacks what was put right in the live one, and no other, as the article itself says', async () => {
    const { draft, create, find } = await makeWeek()
    const plain = await create()
    const id = await create()
    const text = { ...draft(), shortHeadline: 'Föll 2041' }
    const { version } = await publishArticle({ actor: editor, articleId: id, version: 1, draft: text, now: on(1, '10:00') })
    for (const [articleId, from] of [[plain, 1], [id, version]] as const) await scheduleArticle({ actor: editor, articleId, version: from, draft: text, at: on(5, '10:00'), zone, now: on(2, '10:00') })
    const marked = async () => (await find()).entries.filter(({ lacksCorrection }) => lacksCorrection).map(({ kind, articleId, at }) => [kind, articleId, at])
    expect(await marked()).toEqual([])
    const revisionId = (await db.publication.findFirstOrThrow({ where: { articleId: id, liveFrom: on(1, '10:00') } })).revisionId
    const right = { ...text, shortHeadline: 'Föll 2014' }
    const corrected = await correctArticle({ actor: editor, articleId: id, kind: 'correction', text: 'x', live: { ...linesIn(right), body: text.body, revisionId }, now: on(2, '11:00') })
    expect(await marked()).toEqual([['changes', id, on(5, '10:00')]])
    await scheduleArticle({ actor: editor, articleId: id, version: corrected.version, draft: draftInputOf(corrected.draft), at: on(6, '10:00'), zone, now: on(2, '12:00') })
    expect(await marked()).toEqual([['changes', id, on(5, '10:00')]])
    expect((await getDeskArticle(editor, id, db, T0)).timeline.filter(({ lacksCorrection }) => lacksCorrection)).toMatchObject([{ phase: 'plan', liveFrom: on(5, '10:00').toISOString() }])
    await cancelPlan({ actor: editor, articleId: id, planId: (await db.publication.findFirstOrThrow({ where: { articleId: id, liveFrom: on(5, '10:00') } })).id, now: on(2, '13:00') })
    expect(await marked()).toEqual([])
  })

  test('shows a writer the same, to be moved by nobody, without what is under another’s embargo', async () => {
    const { draft, create, find, shown } = await makeWeek()
    const [open, hidden, own] = [await create(), await create(), await create(writer)]
    for (const articleId of [open, hidden, own]) await scheduleArticle({ actor: editor, articleId, version: 1, draft: draft(), at: on(5, '10:00'), zone, now: on(2, '10:00') })
    for (const articleId of [hidden, own]) await setEmbargo({ actor: editor, articleId, until: on(4, '10:00'), reason: '', plans: null, now: on(2, '11:00') })
    expect((await shown()).map(([kind]) => kind).sort()).toEqual(['begins', 'begins', 'begins', 'embargo', 'embargo'])
    expect((await shown(writer)).sort()).toEqual([['begins', 4, open], ['begins', 4, own], ['embargo', 3, own]].sort())
    expect((await find(writer)).entries.some(({ mayMove }) => mayMove)).toBe(false)
    expect((await find()).entries.every(({ mayMove }) => mayMove)).toBe(true)
  })

  test('has nothing that was killed or thrown away', async () => {
    const { draft, create, shown } = await makeWeek()
    const [killed, thrown] = [await create(), await create()]
    for (const articleId of [killed, thrown]) await publishArticle({ actor: editor, articleId, version: 1, draft: draft(), now: on(1, '10:00') })
    await killArticle({ actor: editor, articleId: killed, reason: 'x', publicLine: '', now: on(2, '10:00') })
    await unpublishArticle({ actor: editor, articleId: thrown, now: on(2, '10:00') })
    await trashArticle({ actor: editor, articleId: thrown, now: on(2, '11:00') })
    expect(await shown()).toEqual([])
  })

  test('is filtered by tag and byline, and counts what it does not show of a day', async () => {
    const { draft, create, find, shown } = await makeWeek()
    const tagId = await makeTag('topic')
    const byline = await db.byline.create({ data: { name: `B ${tagId}`, slug: `b-${tagId}` } })
    const ids = [await create(), await create(), await create()]
    const more = [{ tagIds: [tagId] }, { bylineIds: [byline.id] }, {}]
    for (const [i, articleId] of ids.entries()) await scheduleArticle({ actor: editor, articleId, version: 1, draft: { ...draft(), ...more[i] }, at: on(5, `1${i}:00`), zone, now: on(2, '10:00') })
    expect(await shown(editor, { tagId })).toEqual([['begins', 4, ids[0]]])
    expect(await shown(editor, { authorId: byline.id })).toEqual([['begins', 4, ids[1]]])
    const { entries, totals } = await find(editor, { perDay: 2 })
    expect([entries.map(({ articleId }) => articleId), totals]).toEqual([ids.slice(0, 2), [0, 0, 0, 0, 3, 0, 0]])
  })
})
