import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { refusal } from '@/lib/auth/fixtures'
import { db } from '@/lib/platform/db'
import { mergeTargets } from '@/lib/related-links/commands'
import { auditLinkIndex, createArticle, deleteOldTrash, restoreArticle, ruleFinding, saveDraft, setUpdateOf, trashArticle } from './commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from './fixtures'
import { findArticles, getDeskArticle } from './queries'

let editor: Actor
beforeAll(async () => { editor = await makeActor('editor') })
const DAY = 86_400_000
const afterDays = (days: number): Date => new Date(Date.now() + days * DAY)
const isThere = async (id: string): Promise<boolean> => (await db.article.count({ where: { id } })) === 1
async function draftOf(blocks = [paragraph('a')]): Promise<string> {
  const { articleId } = await createArticle({ actor: editor })
  await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ blocks, tagIds: [await makeTag('topic')] }) })
  return articleId
}
async function trashed(blocks?: ReturnType<typeof paragraph>[]): Promise<string> {
  const articleId = await draftOf(blocks)
  await trashArticle({ actor: editor, articleId })
  return articleId
}
const toArticle = (articleId: string) => readAlso({ kind: 'article', articleId })
const trashOf = async (id: string) => (await findArticles(editor, { state: 'trashed', limit: 100 })).rows.find((row) => row.id === id)?.trash

/** What a plan that was taken back leaves behind. */
async function revise(articleId: string): Promise<string> {
  const [tagId, sectionId, byline] = [await makeTag('topic'), await makeTag('section'), await db.byline.findFirstOrThrow()]
  const rest = { shortHeadline: '', standfirst: '', slug: 's', label: 'nyhet', searchTitle: '', searchDescription: '', shareText: '', noindex: false } as const
  const { id } = await db.revision.create({
    data: { ...rest, articleId, version: 2, headline: 'H', sectionId, body: { type: 'doc', content: [] }, createdById: editor.userId, createdAt: new Date(), tags: { create: { tagId, position: 0 } }, bylines: { create: { bylineId: byline.id, position: 0 } } },
  })
  return id
}

describe('after thirty days in the trash', () => {
  test('a draft that nobody names is gone with all that is its own, not before; the log says so', async () => {
    const elsewhere = await draftOf()
    const articleId = await draftOf([toArticle(elsewhere), readAlso({ kind: 'title', title: `T ${crypto.randomUUID()}` }), toArticle(elsewhere)])
    const [pair] = [{ keyA: `url:${crypto.randomUUID()}`, keyB: `url:${crypto.randomUUID()}` }]
    await ruleFinding({ actor: editor, articleId, ...pair, ruling: 'dismiss' })
    await setUpdateOf({ actor: editor, articleId: elsewhere, updateOfId: articleId })
    await revise(articleId)
    await trashArticle({ actor: editor, articleId })
    const { draft } = await getDeskArticle(editor, articleId)
    await deleteOldTrash(afterDays(29.9))
    expect(await isThere(articleId)).toBe(true)
    expect(await deleteOldTrash(afterDays(30.1))).toBeGreaterThan(0)
    expect(await isThere(articleId)).toBe(false)
    expect(await db.articleAddress.count({ where: { slug: draft.slug! } })).toBe(0)
    expect(await db.auditRow.findFirst({ where: { subjectId: articleId, action: 'article.delete' } })).toMatchObject({ actorId: null, details: { headline: draft.headline } })
    expect(await isThere(elsewhere)).toBe(true)
    expect((await auditLinkIndex()).map((owner) => owner.articleId)).not.toContain(elsewhere)
    await expect(restoreArticle({ actor: editor, articleId })).rejects.toMatchObject(refusal('NOT_FOUND'))
  })

  test('one that was taken back meanwhile stays', async () => {
    const articleId = await trashed()
    await restoreArticle({ actor: editor, articleId })
    await deleteOldTrash(afterDays(31))
    expect(await isThere(articleId)).toBe(true)
  })

  test('what was live once stays, with its addresses and revisions', async () => {
    const articleId = await draftOf()
    const revisionId = await revise(articleId)
    const times = { liveFrom: new Date(Date.now() - 2 * DAY), listedAt: new Date(Date.now() - 2 * DAY), liveUntil: new Date(Date.now() - DAY) }
    await db.publication.create({ data: { articleId, revisionId, ...times, createdById: editor.userId, createdAt: new Date() } })
    await trashArticle({ actor: editor, articleId })
    await deleteOldTrash(afterDays(31))
    expect(await isThere(articleId)).toBe(true)
    expect(await trashOf(articleId)).toEqual({ keptBecause: 'wasLive' })
  })

  test('what another text names stays, until none does', async () => {
    const articleId = await draftOf()
    const naming = await draftOf([toArticle(articleId)])
    await trashArticle({ actor: editor, articleId })
    expect(await trashOf(articleId)).toEqual({ keptBecause: 'isNamed' })
    await deleteOldTrash(afterDays(31))
    expect(await isThere(articleId)).toBe(true)
    const { version } = await getDeskArticle(editor, naming)
    await saveDraft({ actor: editor, articleId: naming, version, draft: draftWith() })
    expect(await trashOf(articleId)).toMatchObject({ goesAfter: expect.any(Date) })
    await deleteOldTrash(afterDays(31))
    expect(await isThere(articleId)).toBe(false)
  })

  test('what a merged target leads to stays', async () => {
    const articleId = await draftOf()
    const title = `Rubrik ${crypto.randomUUID()}`
    await draftOf([toArticle(articleId)])
    const naming = await draftOf([readAlso({ kind: 'title', title })])
    const [from, into] = [await db.linkTarget.findFirstOrThrow({ where: { title } }), await db.linkTarget.findFirstOrThrow({ where: { articleId } })]
    await mergeTargets({ actor: editor, fromId: from.id, intoId: into.id })
    await trashArticle({ actor: editor, articleId })
    await deleteOldTrash(afterDays(31))
    expect(await isThere(articleId)).toBe(true)
    expect(await isThere(naming)).toBe(true)
  })

  test('of two of which one names the other, that one goes first', async () => {
    const first = await draftOf()
    const second = await draftOf([toArticle(first)])
    await trashArticle({ actor: editor, articleId: first })
    await trashArticle({ actor: editor, articleId: second })
    await deleteOldTrash(afterDays(31))
    expect(await isThere(second)).toBe(false)
    await deleteOldTrash(afterDays(31))
    expect(await isThere(first)).toBe(false)
  })
})
