import { beforeAll, describe, expect, test } from 'vitest'
import { createArticle, saveDraft } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from '@/lib/articles/fixtures'
import { draftInputOf, takeIn, wordsOf } from '@/lib/articles/model'
import { getDeskArticle, getRevisionWords } from '@/lib/articles/queries'
import type { DraftBlock, DraftInput } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { correctArticle, publishArticle, scheduleArticle, unpublishArticle } from './commands'
import { publishStored } from './stored-commands'

let editor: Actor
let sectionId: string
beforeAll(async () => {
  editor = await makeActor('editor')
  sectionId = await makeTag('section')
})

const T0 = new Date('2026-11-27T06:00:00Z')
const later = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000)
const zone = 'Europe/Stockholm'
const RIGHT = [paragraph('Staden föll 2014.'), paragraph('Slut.')]
const WRONG = [paragraph('Staden föll 2041.'), paragraph('Slut.')]

/** Live with a wrong year from minute 1. */
async function makeWrong() {
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  const draft = draftWith({ sectionId, blocks: WRONG })
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(1) })
  const target = { actor: editor, articleId }
  const at = (minutes: number) => getDeskArticle(editor, articleId, db, later(minutes))
  const liveId = async (minutes: number) => (await at(minutes)).timeline.find(({ phase }) => phase === 'live')!.revisionId
  const correct = async (minutes: number, more: { blocks?: DraftBlock[]; headline?: string; revisionId?: string } = {}) => {
    const { blocks = RIGHT, headline = draft.headline, revisionId = await liveId(minutes) } = more
    return correctArticle({ ...target, kind: 'correction', text: 'Det var fel år.', live: { revisionId, headline, standfirst: '', body: { type: 'doc', content: blocks } }, now: later(minutes) })
  }
  const write = (given: number, changed: Partial<DraftInput>, minutes: number) => saveDraft({ ...target, version: given, draft: { ...draft, ...changed }, now: later(minutes) })
  return { ...target, target, draft, version, at, liveId, correct, write }
}
const wordsLive = async (articleId: string, revisionId: string) => wordsOf((await getRevisionWords(editor, { articleId, revisionId })).body)
const body = (blocks: DraftBlock[]) => ({ type: 'doc' as const, content: blocks })

describe('a correction with other words', () => {
  test('gives readers those at once, and a draft that said the same follows', async () => {
    const { articleId, version, correct, liveId } = await makeWrong()
    const article = await correct(5)
    expect(article).toMatchObject({ state: 'live', version: version + 1, liveVersion: version + 1, notes: [{ text: 'Det var fel år.' }] })
    expect(wordsOf(article.draft.body)).toBe('Staden föll 2014.\nSlut.')
    expect(await wordsLive(articleId, await liveId(6))).toBe('Staden föll 2014.\nSlut.')
    expect(article.timeline.map(({ lacksCorrection }) => lacksCorrection)).toEqual([false, false])
    expect(await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.correction' } })).toMatchObject({ details: { changed: ['body'] } })
  })

  test('leaves a draft that has moved on, which is not published over it unseen', async () => {
    const { articleId, target, draft, version, write, correct, at } = await makeWrong()
    const newer = { ...draft, standfirst: 'Ny ingress.' }
    const saved = await write(version, newer, 2)
    const article = await correct(5)
    expect(article).toMatchObject({ version: saved.version, draft: { standfirst: 'Ny ingress.' }, liveVersion: version })
    expect(article.correction).toMatchObject({ at: later(5).toISOString(), lines: [{ words: 'Staden föll 2041.', before: 1, after: 0 }, { words: 'Staden föll 2014.', before: 0, after: 1 }] })
    const refused = expect.objectContaining({ code: 'INVALID', message: 'lacksCorrection' })
    const given = { ...target, version: saved.version, draft: newer }
    await expect(publishArticle({ ...given, now: later(6) })).rejects.toEqual(refused)
    await expect(scheduleArticle({ ...given, at: later(60), zone, now: later(6) })).rejects.toEqual(refused)
    await expect(publishStored({ ...target, version: saved.version, plannedAt: null, now: later(6) })).rejects.toEqual(refused)
    await expect(publishArticle({ ...given, knowing: crypto.randomUUID(), now: later(6) })).rejects.toEqual(refused)
    const [before, after] = await Promise.all([article.correction!.fromId, article.correction!.revisionId].map((revisionId) => getRevisionWords(editor, { articleId, revisionId })))
    const taken = { ...newer, ...takeIn(newer, before!, after!) } as DraftInput
    expect(taken).toMatchObject({ standfirst: 'Ny ingress.', body: body(RIGHT) })
    await publishArticle({ ...target, version: saved.version, draft: taken, now: later(7) })
    expect((await at(8)).correction).toBeNull()
  })

  test('may be overruled by who was told of it, and then is over', async () => {
    const { target, draft, version, write, correct, at } = await makeWrong()
    const saved = await write(version, { standfirst: 'Ny ingress.' }, 2)
    const { correction } = await correct(5)
    await publishArticle({ ...target, version: saved.version, draft: { ...draft, standfirst: 'Ny ingress.' }, knowing: correction!.revisionId, now: later(6) })
    expect((await at(7)).correction).toBeNull()
  })

  test('is missed by a plan that was made before it, also when that has gone out, until the next text', async () => {
    const { target, draft, version, correct, at } = await makeWrong()
    await scheduleArticle({ ...target, version, draft: { ...draft, standfirst: 'Planerad.' }, at: later(60), zone, now: later(2) })
    await correct(5)
    const lacking = async (minutes: number) => (await at(minutes)).timeline.map(({ phase, lacksCorrection }) => `${phase} ${lacksCorrection}`)
    expect(await lacking(10)).toEqual(['past false', 'live false', 'plan true'])
    expect(await lacking(61)).toEqual(['past false', 'past false', 'live true'])
    expect((await at(61)).correction).not.toBeNull()
    await correctArticle({ ...target, kind: 'update', text: '', now: later(62) })
    expect((await at(63)).correction).not.toBeNull()
    await correct(64)
    expect(await lacking(65)).toContain('live false')
  })

  test('made twice is measured against the text before both', async () => {
    const { version, write, correct } = await makeWrong()
    await write(version, { standfirst: 'Ny ingress.' }, 2)
    await correct(5)
    const { correction } = await correct(6, { blocks: [...RIGHT, paragraph('Ett tillägg.')] })
    expect(correction!.lines.map(({ words }) => words)).toEqual(['Staden föll 2041.', 'Staden föll 2014.', 'Ett tillägg.'])
  })

  test('is not made over words that changed meanwhile, and nothing of it happens', async () => {
    const { articleId, correct, liveId } = await makeWrong()
    const seen = await liveId(2)
    await correct(5)
    await expect(correct(6, { revisionId: seen, headline: 'Min egen' })).rejects.toMatchObject({ code: 'CONFLICT', message: 'liveChanged' })
    expect(await db.note.count({ where: { articleId } })).toBe(1)
  })

  test('is made when only a note came in between', async () => {
    const { target, correct, liveId } = await makeWrong()
    const seen = await liveId(2)
    await correctArticle({ ...target, kind: 'update', text: '', now: later(3) })
    expect(await correct(5, { revisionId: seen })).toMatchObject({ correction: { at: later(5).toISOString() } })
  })

  test('that changes no word is a note alone; one that cannot be published is refused whole', async () => {
    const { articleId, correct, liveId, target } = await makeWrong()
    const before = await liveId(2)
    expect((await correct(5, { blocks: WRONG })).correction).toBeNull()
    expect(await liveId(6)).toBe(before)
    await expect(correct(7, { headline: ' ' })).rejects.toMatchObject({ fields: { headline: 'headlineRequired' } })
    const link = { kind: 'url', url: `https://ute.example/${articleId}` } as const
    await expect(correct(7, { blocks: [readAlso(link), readAlso(link)] })).rejects.toMatchObject({ message: 'duplicateLinks' })
    await unpublishArticle({ ...target, now: later(8) })
    await expect(correct(9, { revisionId: before })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('names a new link’s target, and its index is the body’s', async () => {
    const { articleId, correct, liveId } = await makeWrong()
    await correct(5, { blocks: [...RIGHT, readAlso({ kind: 'url', url: `https://ute.example/${articleId}` })] })
    expect(await db.linkUse.count({ where: { revisionId: await liveId(6) } })).toBe(1)
    const { draft } = await getDeskArticle(editor, articleId, db, later(6))
    expect(draftInputOf(draft).body.content.at(-1)).toMatchObject({ type: 'readAlso' })
  })
})
