import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/articles/commands'
import { paragraph, readAlso } from '@/lib/articles/fixtures'
import { draftInputOf, type Lines, linesIn, takeIn, wordsOf } from '@/lib/articles/model'
import { getDeskArticle, getRevisionWords } from '@/lib/articles/queries'
import type { DraftBlock, DraftInput } from '@/lib/articles/schema'
import { db } from '@/lib/platform/db'
import { correctArticle, publishArticle, scheduleArticle, unpublishArticle } from './commands'
import { makeDesk, zone } from './fixtures'
import { correctSchema } from './schema'
import { publishStored } from './stored-commands'

const { editor, later, ready, create } = await makeDesk('2026-11-27T06:00:00Z')

const RIGHT = [paragraph('Staden föll 2014.'), paragraph('Slut.')]
const WRONG = [paragraph('Staden föll 2041.'), paragraph('Slut.')]

/** Live with a wrong year from minute 1. */
async function makeWrong(more: Partial<DraftInput> = {}) {
  const articleId = await create()
  const draft = ready({ blocks: WRONG, ...more })
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(1) })
  const target = { actor: editor, articleId }
  const at = (minutes: number) => getDeskArticle(editor, articleId, db, later(minutes))
  const liveId = async (minutes: number) => (await at(minutes)).timeline.find(({ phase }) => phase === 'live')!.revisionId
  const correct = async (minutes: number, { blocks = RIGHT, revisionId, ...lines }: Partial<Lines> & { blocks?: DraftBlock[]; revisionId?: string } = {}) => {
    const live = { ...linesIn(draft), ...lines, body: body(blocks), revisionId: revisionId ?? (await liveId(minutes)) }
    return correctArticle({ ...target, kind: 'correction', text: 'Det var fel år.', live, now: later(minutes) })
  }
  const write = (given: number, changed: Partial<DraftInput>, minutes: number) => saveDraft({ ...target, version: given, draft: { ...draft, ...changed }, now: later(minutes) })
  const wordsAt = async (minutes: number) => getRevisionWords(editor, { articleId, revisionId: await liveId(minutes) })
  return { ...target, target, draft, version, at, liveId, wordsAt, correct, write }
}
const body = (blocks: DraftBlock[]) => ({ type: 'doc' as const, content: blocks })

describe('a correction with other words', () => {
  test('gives readers those at once, and a draft that said the same follows', async () => {
    const { articleId, version, correct, wordsAt } = await makeWrong()
    const article = await correct(5)
    expect(article).toMatchObject({ state: 'live', version: version + 1, liveVersion: version + 1, notes: [{ text: 'Det var fel år.' }] })
    expect(wordsOf(article.draft.body)).toBe('Staden föll 2014.\nSlut.')
    expect(wordsOf((await wordsAt(6)).body)).toBe('Staden föll 2014.\nSlut.')
    expect(article.timeline.map(({ lacksCorrection }) => lacksCorrection)).toEqual([false, false])
    expect(await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.correction' } })).toMatchObject({ details: { changed: ['body'] } })
  })

  test('reaches lists, search engines and shares in the same way, and is kept to the editor’s limits', async () => {
    const { articleId, version, correct, wordsAt } = await makeWrong({ shortHeadline: 'Föll 2041', shareText: 'Läs om 2041' })
    const right = { shortHeadline: 'Föll 2014', searchTitle: 'Staden 2014', searchDescription: 'Om 2014.', shareText: 'Läs om 2014' }
    const article = await correct(5, { blocks: WRONG, ...right })
    expect(await wordsAt(6)).toMatchObject(right)
    expect(article).toMatchObject({ draft: right, version: version + 1, liveVersion: version + 1, correction: { lines: expect.arrayContaining([expect.objectContaining({ part: 'shortHeadline', words: 'Föll 2041', before: 1, after: 0 })]) } })
    expect(await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.correction' } })).toMatchObject({ details: { changed: ['shortHeadline', 'searchTitle', 'searchDescription', 'shareText'] } })
    const live = { ...linesIn(article.draft), body: body(WRONG), revisionId: crypto.randomUUID(), shortHeadline: 'x'.repeat(121) }
    expect(correctSchema.safeParse({ articleId, kind: 'correction', text: 'x', live }).error?.issues).toMatchObject([{ path: ['live', 'shortHeadline'], message: 'tooLong' }])
  })

  test('is followed by a draft of the same text, but for words of its own in a list or share, which it is told of', async () => {
    const { target, version, write, correct, at } = await makeWrong({ shortHeadline: 'Föll 2041', shareText: 'Läs om 2041' })
    const saved = await write(version, { shareText: 'Min egen' }, 2)
    const article = await correct(5, { shortHeadline: 'Föll 2014', shareText: 'Läs om 2014' })
    expect(article).toMatchObject({ version: saved.version + 1, liveVersion: version, draft: { shortHeadline: 'Föll 2014', shareText: 'Min egen', body: body(RIGHT) } })
    const given = { ...target, version: saved.version + 1, draft: draftInputOf(article.draft) }
    await expect(publishArticle({ ...given, now: later(6) })).rejects.toMatchObject({ message: 'lacksCorrection' })
    await publishArticle({ ...given, knowing: article.correction!.revisionId, now: later(6) })
    expect((await at(7)).correction).toBeNull()
  })

  test('of a short headline alone leaves a draft whose text has moved on, and a plan is missing it', async () => {
    const { target, draft, version, write, correct, at } = await makeWrong({ shortHeadline: 'Föll 2041' })
    await scheduleArticle({ ...target, version, draft, at: later(60), zone, now: later(2) })
    const saved = await write(version, { standfirst: 'Ny ingress.' }, 3)
    await correct(5, { blocks: WRONG, shortHeadline: 'Föll 2014' })
    const article = await at(6)
    expect(article).toMatchObject({ version: saved.version, draft: { shortHeadline: 'Föll 2041' } })
    expect(article.timeline.map(({ phase, lacksCorrection }) => `${phase} ${lacksCorrection}`)).toEqual(['past false', 'live false', 'plan true'])
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
    const { articleId, correct, liveId, at } = await makeWrong()
    await correct(5, { blocks: [...RIGHT, readAlso({ kind: 'url', url: `https://ute.example/${articleId}` })] })
    expect(await db.linkUse.count({ where: { revisionId: await liveId(6) } })).toBe(1)
    const { draft } = await at(6)
    expect(draftInputOf(draft).body.content.at(-1)).toMatchObject({ type: 'readAlso' })
  })
})
