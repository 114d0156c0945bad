import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { createArticle, importArticle, saveDraft, setUpdateOf, signUnsigned, trashArticle } from './commands'
import { draftWith, makeActor, paragraph } from './fixtures'
import { findNearDuplicateIds, findNearDuplicates, findUpdateOf } from './queries'

let editor: Actor
let writer: Actor
beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
})
const refused = (code: string, message?: string) => expect.objectContaining(message ? { code, message } : { code })
const HOUR = 3_600_000

let stories = 0
/** Paragraphs of ten words each that no other story has. */
const newStory = (paragraphs: number): string[] => {
  const story = (stories += 1)
  return Array.from({ length: paragraphs }, (_, i) => Array.from({ length: 10 }, (_, j) => `s${story}p${i}o${j}`).join(' '))
}
const made = async (lines: readonly string[], { actor = editor, headline = 'Rubrik', now }: { actor?: Actor; headline?: string; now?: Date } = {}): Promise<string> => {
  const { articleId } = await createArticle({ actor, now })
  await saveDraft({ actor, articleId, version: 1, draft: draftWith({ headline, blocks: lines.map(paragraph) }), now })
  return articleId
}
const found = async (articleId: string, actor = editor) => (await findNearDuplicates(actor, articleId)).map(({ id }) => id)

describe('a text that is nearly another', () => {
  test('is found by its save, with the share of it, the other’s headline and state', async () => {
    const story = newStory(12)
    const first = await made(story, { headline: 'Den första' })
    const second = await made([...story.slice(0, 9), ...newStory(3)])
    expect(await findNearDuplicates(editor, second)).toEqual([{ id: first, headline: 'Den första', kind: 'version', share: 75, state: 'draft', at: expect.any(Date) }])
    expect(await found(first)).toEqual([second])
    expect(await found(await made(newStory(12)))).toEqual([])
  })

  test('is found by an import, though it is twice as long', async () => {
    const story = newStory(12)
    const first = await made(story)
    const imported = await importArticle({ actor: editor, headline: 'X', text: ['Ny ingress.', ...story, ...newStory(12)].join('\n\n') })
    expect(imported.nearDuplicates).toMatchObject([{ id: first, kind: expect.stringMatching(/version|extended/), share: 49 }])
    expect((await importArticle({ actor: editor, headline: 'X', text: newStory(12).join('\n\n') })).nearDuplicates).toEqual([])
  })

  test('is not found any more when its words are others, or it lies in the trash', async () => {
    const story = newStory(12)
    const [first, second, third] = [await made(story), await made(story), await made(story)]
    expect((await found(first)).sort()).toEqual([second, third].sort())
    await saveDraft({ actor: editor, articleId: second, version: 2, draft: draftWith({ blocks: newStory(12).map(paragraph) }) })
    expect(await found(first)).toEqual([third])
    await trashArticle({ actor: editor, articleId: third })
    expect(await found(first)).toEqual([])
    expect(await findNearDuplicateIds(first)).toEqual([])
  })

  test('is not told to a writer who may not read it', async () => {
    const story = newStory(12)
    const [hidden, mine] = [await made(story), await made(story, { actor: writer })]
    await db.article.update({ where: { id: hidden }, data: { embargoUntil: new Date(Date.now() + HOUR) } })
    expect(await found(mine, writer)).toEqual([])
    expect(await found(mine, editor)).toEqual([hidden])
    expect(await findNearDuplicateIds(mine)).toEqual([hidden])
  })

  test('is told while it was changed, or first live, within 90 days', async () => {
    const story = newStory(12)
    const old = await made(story, { now: new Date(Date.now() - 91 * 24 * HOUR) })
    const mine = await made(story)
    expect(await found(mine)).toEqual([])
    expect(await findNearDuplicateIds(mine)).toEqual([old])
    await db.article.update({ where: { id: old }, data: { changedAt: new Date(Date.now() - 89 * 24 * HOUR) } })
    expect(await found(mine)).toEqual([old])
  })

  test('comes with the most alike first, five at most', async () => {
    const story = newStory(20)
    const near = await made(story)
    for (let i = 0; i < 6; i++) await made([...story.slice(0, 13), ...newStory(7)])
    const ids = await found(await made(story))
    expect(ids).toHaveLength(5)
    expect(ids[0]).toBe(near)
  })
})

describe('the signature', () => {
  const signature = (articleId: string) => db.$queryRaw<{ xmin: string; bands: number }[]>`SELECT xmin::text, cardinality(bands) AS bands FROM article_signature WHERE article_id = ${articleId}::uuid`

  test('is written only when the words changed, and has no bands for a few words', async () => {
    const story = newStory(12)
    const articleId = await made(story)
    const before = await signature(articleId)
    await saveDraft({ actor: editor, articleId, version: 2, draft: draftWith({ headline: 'En ny', blocks: story.map(paragraph) }) })
    expect(await signature(articleId)).toEqual(before)
    await saveDraft({ actor: editor, articleId, version: 3, draft: draftWith({ blocks: newStory(2).map(paragraph) }) })
    expect(await signature(articleId)).toMatchObject([{ bands: 0 }])
  })

  test('is made for articles of before there were any', async () => {
    const story = newStory(12)
    const [first, second] = [await made(story), await made(story)]
    await db.articleSignature.deleteMany({ where: { articleId: { in: [first, second] } } })
    expect(await found(first)).toEqual([])
    expect(await signUnsigned()).toBeGreaterThanOrEqual(2)
    expect(await found(first)).toEqual([second])
    expect(await signUnsigned()).toBe(0)
  })
})

describe('an update of', () => {
  const auditOf = async (id: string) => (await db.auditRow.findMany({ where: { subjectId: id, action: { contains: 'pdateOf' } }, orderBy: { id: 'asc' }, select: { action: true, details: true } }))

  test('is stored, taken back, and audited once each', async () => {
    const [first, second] = [await made(newStory(1), { headline: 'Gammal' }), await made(newStory(1), { headline: 'Ny' })]
    for (const updateOfId of [first, first]) await setUpdateOf({ actor: editor, articleId: second, updateOfId })
    expect(await findUpdateOf(editor, second)).toEqual({ id: first, headline: 'Gammal' })
    for (const updateOfId of [null, null]) await setUpdateOf({ actor: editor, articleId: second, updateOfId })
    expect(await findUpdateOf(editor, second)).toBeNull()
    const details = { headline: 'Ny', of: 'Gammal' }
    expect(await auditOf(second)).toEqual([{ action: 'article.updateOf', details }, { action: 'article.notUpdateOf', details }])
  })

  test('is never itself, nor goes round', async () => {
    const [a, b, c] = [await made(newStory(1)), await made(newStory(1)), await made(newStory(1))]
    await expect(setUpdateOf({ actor: editor, articleId: a, updateOfId: a })).rejects.toEqual(refused('INVALID', 'updateOfItself'))
    await setUpdateOf({ actor: editor, articleId: b, updateOfId: a })
    await setUpdateOf({ actor: editor, articleId: c, updateOfId: b })
    await expect(setUpdateOf({ actor: editor, articleId: a, updateOfId: c })).rejects.toEqual(refused('INVALID', 'updateOfItself'))
  })

  test('is for those who may edit the one and read the other', async () => {
    const [own, others] = [await made(newStory(1), { actor: writer }), await made(newStory(1))]
    await expect(setUpdateOf({ actor: writer, articleId: others, updateOfId: own })).rejects.toEqual(refused('FORBIDDEN'))
    await setUpdateOf({ actor: writer, articleId: own, updateOfId: others })
    await db.article.update({ where: { id: others }, data: { embargoUntil: new Date(Date.now() + HOUR) } })
    expect(await findUpdateOf(writer, own)).toBeNull()
    const another = await made(newStory(1), { actor: writer })
    await expect(setUpdateOf({ actor: writer, articleId: another, updateOfId: others })).rejects.toEqual(refused('INVALID', 'updateUnknown'))
    await expect(setUpdateOf({ actor: writer, articleId: another, updateOfId: crypto.randomUUID() })).rejects.toEqual(refused('INVALID', 'updateUnknown'))
  })
})
