import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { refusal } from '@/lib/auth/fixtures'
import { db } from '@/lib/platform/db'
import { createArticle, handOverArticle, saveDraft, tagArticle, trashArticle, untagArticle } from './commands'
import { draftWith, makeActor, makeTag, readAlso } from './fixtures'
import { findArticles, getDeskArticle } from './queries'

let editor: Actor
let writer: Actor
beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
})
async function draftOf(actor: Actor, given: Parameters<typeof draftWith>[0] = {}): Promise<{ articleId: string; version: number }> {
  const { articleId } = await createArticle({ actor })
  return { articleId, version: (await saveDraft({ actor, articleId, version: 1, draft: draftWith(given) })).version }
}

describe('a tag from the list', () => {
  test('is added after the others and leaves all else as it was; twice is once', async () => {
    const [first, second] = [await makeTag('topic'), await makeTag('topic')]
    const { articleId } = await draftOf(editor, { tagIds: [first], headline: `Ö ${crypto.randomUUID()}`, blocks: [readAlso({ kind: 'url', url: `https://example.org/${crypto.randomUUID()}` })] })
    const before = await getDeskArticle(editor, articleId)
    await tagArticle({ actor: editor, articleId, tagId: second })
    await tagArticle({ actor: editor, articleId, tagId: second })
    const after = await getDeskArticle(editor, articleId)
    expect(after).toMatchObject({ version: before.version + 1, draft: { ...before.draft, tagIds: [first, second] } })
  })

  test('is taken away again, and all else stays; twice is once, and nobody takes it from another’s draft', async () => {
    const [first, second] = [await makeTag('topic'), await makeTag('topic')]
    const { articleId, version } = await draftOf(editor, { tagIds: [first] })
    await tagArticle({ actor: editor, articleId, tagId: second })
    await untagArticle({ actor: editor, articleId, tagId: second })
    await untagArticle({ actor: editor, articleId, tagId: second })
    expect(await getDeskArticle(editor, articleId)).toMatchObject({ version: version + 2, draft: { tagIds: [first] } })
    await expect(untagArticle({ actor: writer, articleId, tagId: first })).rejects.toMatchObject(refusal('FORBIDDEN'))
  })

  test('that was merged is the one that it became', async () => {
    const [old, kept] = [await makeTag('topic'), await makeTag('topic')]
    await db.tag.update({ where: { id: old }, data: { mergedIntoId: kept } })
    const { articleId } = await draftOf(editor)
    await tagArticle({ actor: editor, articleId, tagId: old })
    await tagArticle({ actor: editor, articleId, tagId: kept })
    expect((await db.articleTag.findMany({ where: { articleId } })).map(({ tagId }) => tagId)).toEqual([kept])
  })

  test('makes the save of whoever has the text open a conflict', async () => {
    const { articleId, version } = await draftOf(writer)
    await tagArticle({ actor: editor, articleId, tagId: await makeTag('topic') })
    await expect(saveDraft({ actor: writer, articleId, version, draft: draftWith() })).rejects.toMatchObject(refusal('CONFLICT', 'staleDraft'))
  })

  test('is refused for a section, the forty-first, what is unknown, another’s draft and the trash', async () => {
    const topic = await makeTag('topic')
    const { articleId } = await draftOf(editor)
    await expect(tagArticle({ actor: editor, articleId, tagId: await makeTag('section') })).rejects.toMatchObject(refusal('INVALID', 'noLongerThere'))
    await expect(tagArticle({ actor: editor, articleId, tagId: crypto.randomUUID() })).rejects.toMatchObject(refusal('INVALID', 'noLongerThere'))
    await expect(tagArticle({ actor: writer, articleId, tagId: topic })).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(tagArticle({ actor: writer, articleId: crypto.randomUUID(), tagId: topic })).rejects.toMatchObject(refusal('NOT_FOUND'))
    const full = await draftOf(editor, { tagIds: await Promise.all(Array.from({ length: 40 }, () => makeTag('topic'))) })
    await expect(tagArticle({ actor: editor, articleId: full.articleId, tagId: topic })).rejects.toMatchObject(refusal('INVALID', 'tooManyTags'))
    await trashArticle({ actor: editor, articleId })
    await expect(tagArticle({ actor: editor, articleId, tagId: topic })).rejects.toMatchObject(refusal('FORBIDDEN'))
  })
})

describe('handing over', () => {
  test('makes the draft the colleague’s own: theirs to edit and in their list, not the giver’s; the text is untouched', async () => {
    const receiver = await makeActor('writer')
    const { articleId, version } = await draftOf(writer)
    await handOverArticle({ actor: writer, articleId, toId: receiver.userId })
    expect(await getDeskArticle(receiver, articleId)).toMatchObject({ version, createdBy: receiver.name, changedBy: writer.name, may: { edit: true, handOver: true } })
    expect(await getDeskArticle(writer, articleId)).toMatchObject({ may: { edit: false, handOver: false, trash: false } })
    const idsOf = async (actor: Actor) => (await findArticles(actor, { author: 'me' })).rows.map(({ id }) => id)
    expect(await idsOf(receiver)).toContain(articleId)
    expect(await idsOf(writer)).not.toContain(articleId)
    const audit = await db.auditRow.findFirstOrThrow({ where: { subjectId: articleId, action: 'article.handOver' } })
    expect(audit).toMatchObject({ actorId: writer.userId, details: { from: writer.name, into: receiver.name } })
  })

  test('is an editor’s for any article, and goes to active colleagues only, once', async () => {
    const receiver = await makeActor('writer')
    const { articleId } = await draftOf(writer)
    await handOverArticle({ actor: editor, articleId, toId: receiver.userId })
    await expect(handOverArticle({ actor: editor, articleId, toId: receiver.userId })).rejects.toMatchObject(refusal('INVALID', 'theirsAlready'))
    await expect(handOverArticle({ actor: writer, articleId, toId: writer.userId })).rejects.toMatchObject(refusal('FORBIDDEN'))
    await db.user.update({ where: { id: writer.userId }, data: { deactivatedAt: new Date() } })
    await expect(handOverArticle({ actor: editor, articleId, toId: writer.userId })).rejects.toMatchObject(refusal('INVALID', 'noColleague'))
    await db.user.update({ where: { id: writer.userId }, data: { deactivatedAt: null } })
  })

  test('of what is under embargo lets the receiver read it, and the giver no more', async () => {
    const receiver = await makeActor('writer')
    const { articleId } = await draftOf(writer)
    await db.article.update({ where: { id: articleId }, data: { embargoUntil: new Date(Date.now() + 86_400_000) } })
    await handOverArticle({ actor: editor, articleId, toId: receiver.userId })
    expect((await getDeskArticle(receiver, articleId)).id).toBe(articleId)
    await expect(getDeskArticle(writer, articleId)).rejects.toMatchObject(refusal('NOT_FOUND'))
  })
})
