import { beforeAll, describe, expect, test } from 'vitest'
import { makeActor, refusal } from '@/lib/auth/fixtures'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { createTag, deleteTag, mergeTags, renameTag } from './commands'
import { makeTag } from './fixtures'
import { findMergeEffect, findSections, findTagName, findTags, searchTags } from './queries'

let admin: Actor
let writer: Actor
beforeAll(async () => {
  admin = await makeActor('admin')
  writer = await makeActor('writer')
})
const key = (): string => crypto.randomUUID().slice(0, 8)
const topic = (name: string, actor = admin) => createTag({ actor, name, kind: 'topic' })
const addressesOf = async (tagId: string) => (await db.tagAddress.findMany({ where: { tagId }, orderBy: { slug: 'asc' } })).map(({ slug }) => slug)

/** A draft that has the tags. */
async function tagged(...tagIds: string[]): Promise<string> {
  const now = new Date()
  const row = await db.article.create({
    data: {
      headline: 'R', titleKey: 'r', plainText: '', body: { type: 'doc', content: [] }, createdById: admin.userId, changedById: admin.userId, createdAt: now, changedAt: now,
      tags: { create: tagIds.map((tagId, position) => ({ tagId, position })) },
    },
  })
  return row.id
}

describe('making a tag', () => {
  test('of a name that is there, whatever its case, spaces and letter forms, answers the one there', async () => {
    const name = `Å ${key()}`
    const made = await topic(name, writer)
    for (const same of [name.toLowerCase(), `  ${name.replace(' ', '   ')} `, name.normalize('NFD'), `${name}\u200b`]) expect(await topic(same)).toEqual(made)
  })

  test('keeps C, C++ and C# apart, each with an address of its own', async () => {
    const at = key()
    const tags = [await topic(`${at} C`), await topic(`${at} C++`), await topic(`${at} C#`)]
    expect(new Set(tags.map(({ id }) => id)).size).toBe(3)
    expect(await Promise.all(tags.map(({ id }) => addressesOf(id)))).toEqual([[`${at}-c`], [`${at}-c-plus-plus`], [`${at}-c-sharp`]])
  })

  test('by several at once makes one', async () => {
    const name = `Samtidig ${key()}`
    const tags = await Promise.all(Array.from({ length: 5 }, () => topic(name)))
    expect(new Set(tags.map(({ id }) => id)).size).toBe(1)
  })

  test('is a writer’s right for topics, not for sections', async () => {
    await expect(createTag({ actor: writer, name: `Avdelning ${key()}`, kind: 'section' })).rejects.toMatchObject(refusal('FORBIDDEN'))
  })
})

describe('renaming', () => {
  test('moves the address and keeps the old one leading on; back again is no third one', async () => {
    const at = key()
    const { id } = await topic(`Gammal ${at}`)
    await renameTag({ actor: admin, tagId: id, name: `Ny ${at}` })
    expect(await db.tag.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: `Ny ${at}`, slug: `ny-${at}` })
    await renameTag({ actor: admin, tagId: id, name: `Gammal ${at}` })
    expect(await db.tag.findUniqueOrThrow({ where: { id } })).toMatchObject({ slug: `gammal-${at}` })
    expect(await addressesOf(id)).toEqual([`gammal-${at}`, `ny-${at}`])
  })

  test('of case alone keeps the address', async () => {
    const at = key()
    const { id } = await topic(`nato ${at}`)
    await renameTag({ actor: admin, tagId: id, name: `NATO ${at}` })
    expect(await addressesOf(id)).toEqual([`nato-${at}`])
  })

  test('to a name that is taken is refused at the field', async () => {
    const at = key()
    await topic(`Upptagen ${at}`)
    const { id } = await topic(`Ledig ${at}`)
    await expect(renameTag({ actor: admin, tagId: id, name: `upptagen ${at}` })).rejects.toMatchObject({ code: 'CONFLICT', fields: { name: 'tagTaken' } })
  })
})

describe('merging', () => {
  test('has the effect that was shown, leads names and addresses on, and flattens chains', async () => {
    const at = key()
    const [a, b, c] = [await topic(`Ett ${at}`), await topic(`Två ${at}`), await topic(`Tre ${at}`)]
    await tagged(a.id)
    await tagged(a.id, b.id)
    const shown = await findMergeEffect(a.id, b.id)
    expect(shown).toMatchObject({ drafts: 2, both: 1, live: 0 })
    expect(await mergeTags({ actor: admin, fromId: a.id, intoId: b.id })).toEqual(shown)
    await mergeTags({ actor: admin, fromId: b.id, intoId: c.id })
    expect(await findTagName(a.id)).toBe(`Tre ${at}`)
    expect(await db.tag.findUniqueOrThrow({ where: { id: a.id } })).toMatchObject({ mergedIntoId: c.id })
    expect(await topic(`ett ${at}`)).toEqual(c)
    expect(await searchTags(`Ett ${at}`, 'topic')).toEqual([c])
    expect(await findTags('topic', at)).toEqual([expect.objectContaining({ id: c.id, drafts: 2, merged: [`Ett ${at}`, `Två ${at}`] })])
  })

  test('with itself, with the other kind and with what is gone is refused', async () => {
    const [a, section] = [await makeTag('topic'), await makeTag('section')]
    const merge = (fromId: string, intoId: string) => mergeTags({ actor: admin, fromId, intoId })
    await expect(merge(a, a)).rejects.toMatchObject(refusal('INVALID', 'mergeSelf'))
    await expect(merge(a, section)).rejects.toMatchObject(refusal('INVALID', 'mergeKinds'))
    await expect(merge(crypto.randomUUID(), a)).rejects.toMatchObject(refusal('NOT_FOUND'))
  })

  test('of two into each other at once happens once', async () => {
    const [a, b] = [await makeTag('topic'), await makeTag('topic')]
    const answers = await Promise.allSettled([mergeTags({ actor: admin, fromId: a, intoId: b }), mergeTags({ actor: admin, fromId: b, intoId: a })])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('deleting', () => {
  test('is refused with the count of what has the tag', async () => {
    const tagId = await makeTag('topic')
    await tagged(tagId)
    await expect(deleteTag({ actor: admin, tagId })).rejects.toMatchObject({ code: 'CONFLICT', message: 'tagInUse', params: { drafts: 1, live: 0 } })
  })

  test('takes a tag without use away, with its addresses', async () => {
    const tagId = await makeTag('topic')
    await deleteTag({ actor: admin, tagId })
    expect(await addressesOf(tagId)).toEqual([])
    expect(await findTagName(tagId)).toBeNull()
  })
})

test('all but making topics is the admins’', async () => {
  const [a, b] = [await makeTag('topic'), await makeTag('topic')]
  for (const actor of [writer, await makeActor('editor')]) {
    for (const attempt of [() => renameTag({ actor, tagId: a, name: 'X' }), () => mergeTags({ actor, fromId: a, intoId: b }), () => deleteTag({ actor, tagId: a })])
      await expect(attempt()).rejects.toMatchObject(refusal('FORBIDDEN'))
  }
})

test('sections come in Swedish order', async () => {
  const at = key()
  for (const name of [`Ö ${at}`, `A ${at}`, `Å ${at}`, `Z ${at}`]) await createTag({ actor: admin, name, kind: 'section' })
  const names = (await findSections()).map(({ name }) => name).filter((name) => name.endsWith(at))
  expect(names.map((name) => name[0])).toEqual(['A', 'Z', 'Å', 'Ö'])
})
