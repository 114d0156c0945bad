import { describe, expect, test } from 'vitest'
import { createArticle, saveDraft } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from '@/lib/articles/fixtures'
import type { DraftInput } from '@/lib/articles/schema'
import { db } from '@/lib/platform/db'
import { publishArticle, scheduleArticle, unpublishArticle } from '@/lib/publishing/commands'
import { makeDesk, zone } from '@/lib/publishing/fixtures'
import { createTag, mergeTags, renameTag } from '@/lib/tags/commands'
import { parseCursor } from './model'
import { findArticlePage, findAuthorPage, findFeed, findFrontPage, findTagPage, getPreview } from './queries'

const { admin, editor, sectionId, T0, later } = await makeDesk('2026-11-23T06:00:00Z')
let count = 0
const ready = (more: Parameters<typeof draftWith>[0] = {}): DraftInput => draftWith({ sectionId, slug: `adress-${(count += 1)}`, slugChosen: true, ...more })

async function publish(draft: DraftInput, minute: number): Promise<{ articleId: string; version: number; draft: DraftInput }> {
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(minute) })
  return { articleId, version, draft }
}
async function plan(draft: DraftInput, minute: number): Promise<string> {
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  await scheduleArticle({ actor: editor, articleId, version: 1, draft, at: later(minute), zone, now: later(0) })
  return articleId
}
const at = (slug: string | null, minute: number) => findArticlePage(slug!, { at: later(minute) })
const kindAt = async (slug: string | null, minute: number) => (await at(slug, minute)).found.is

describe('an article’s address', () => {
  test('serves what is live, and a later draft does not leak', async () => {
    const { articleId, version, draft } = await publish(ready({ headline: 'Som den var', standfirst: 'Först' }), 1)
    await saveDraft({ actor: editor, articleId, version, draft: { ...draft, headline: 'Hemligt utkast', body: { type: 'doc', content: [paragraph('Hemligt.')] } }, now: later(2) })
    const { found } = await at(draft.slug, 3)
    expect(found).toMatchObject({ is: 'found', page: { headline: 'Som den var', publishedAt: later(1), changedAt: null } })
    expect(JSON.stringify(found)).not.toContain('Hemligt')
    expect(await kindAt(draft.slug, 0)).toBe('unknown')
  })

  test('that is planned is unknown until its instant, and the page knows when that is', async () => {
    const draft = ready()
    const articleId = await plan(draft, 10)
    const before = await at(draft.slug, 9)
    expect(before.found).toEqual({ is: 'unknown' })
    expect(before.expiresInMs).toBe(60_000)
    expect(before.dependsOn).not.toContain(`article:${articleId}`)
    expect(await kindAt(draft.slug, 10)).toBe('found')
  })

  test('that it had before leads to the one that it has, and a planned new one leads nowhere yet', async () => {
    const { articleId, version, draft } = await publish(ready(), 1)
    const moved = { ...draft, slug: 'ny-adress' }
    await scheduleArticle({ actor: editor, articleId, version, draft: moved, at: later(10), zone, now: later(2) })
    expect([await kindAt(draft.slug, 5), await kindAt('ny-adress', 5)]).toEqual(['found', 'unknown'])
    expect((await at(draft.slug, 10)).found).toEqual({ is: 'moved', to: '/a/ny-adress' })
    expect(await kindAt('ny-adress', 10)).toBe('found')
  })

  test('is gone when it was taken back or lies in the trash, and unknown when it never was', async () => {
    const { articleId, draft } = await publish(ready(), 1)
    await unpublishArticle({ actor: editor, articleId, now: later(5) })
    expect([await kindAt(draft.slug, 4), await kindAt(draft.slug, 5)]).toEqual(['found', 'gone'])
    const trashed = await publish(ready(), 1)
    await db.article.update({ where: { id: trashed.articleId }, data: { trashedAt: later(2) } })
    expect(await kindAt(trashed.draft.slug, 3)).toBe('gone')
    expect(await kindAt('har-aldrig-funnits', 3)).toBe('unknown')
  })

  test('shows surviving tags once, under the names that they have now', async () => {
    const [a, b] = [await createTag({ actor: admin, name: 'Kvarken', kind: 'topic' }), await createTag({ actor: admin, name: 'Norra Kvarken', kind: 'topic' })]
    const { draft } = await publish(ready({ tagIds: [a.id, b.id] }), 1)
    await mergeTags({ actor: admin, fromId: a.id, intoId: b.id })
    const { found, dependsOn } = await at(draft.slug, 3)
    expect(found).toMatchObject({ page: { tags: [{ name: 'Norra Kvarken' }] } })
    expect(dependsOn).toEqual(expect.arrayContaining([`tag-name:${b.id}`, `tag-name:${sectionId}`, `slug:${draft.slug}`]))
  })
})

describe('LÄS OCKSÅ', () => {
  const related = async (slug: string | null, minute: number) => {
    const { found, ...rest } = await at(slug, minute)
    return { ...rest, links: found.is === 'found' ? found.page.blocks.flatMap((block) => (block.kind === 'related' ? block.links : [])) : null }
  }

  test('appears when the planned target goes live, with nothing written then', async () => {
    const target = ready({ headline: 'Målet' })
    const targetId = await plan(target, 20)
    const { draft } = await publish(ready({ blocks: [paragraph('a'), readAlso({ kind: 'article', articleId: targetId })] }), 1)
    const before = await related(draft.slug, 19)
    expect(before).toMatchObject({ links: [], expiresInMs: 60_000 })
    expect(before.dependsOn).toContain(`article:${targetId}`)
    expect(await related(draft.slug, 20)).toMatchObject({ links: [{ href: `/a/${target.slug}`, title: 'Målet', outside: false }] })
  })

  test('goes when the target is unpublished', async () => {
    const target = await publish(ready(), 1)
    const { draft } = await publish(ready({ blocks: [readAlso({ kind: 'article', articleId: target.articleId }), readAlso({ kind: 'title', title: 'Bara ord' })] }), 2)
    await unpublishArticle({ actor: editor, articleId: target.articleId, now: later(5) })
    expect((await related(draft.slug, 4)).links).toHaveLength(1)
    expect((await related(draft.slug, 5)).links).toEqual([])
  })

  test('to an address outside goes while it is known broken, and the page depends on it either way', async () => {
    const url = 'https://exempel.example/nyhet'
    const { draft } = await publish(ready({ blocks: [paragraph('a'), readAlso({ kind: 'url', url }), paragraph('b')] }), 1)
    const { id } = await db.linkTarget.findFirstOrThrow({ where: { url } })
    const told = [`target:${id}`]
    expect(await related(draft.slug, 2)).toMatchObject({ links: [{ href: url, outside: true }], dependsOn: expect.arrayContaining(told) })
    const failed = { problem: 'missing', status: 404, checkedAt: later(2), firstFailedAt: later(2) }
    await db.linkHealth.create({ data: { targetId: id, ...failed, failures: 1 } })
    expect((await related(draft.slug, 3)).links).toHaveLength(1)
    await db.linkHealth.update({ where: { targetId: id }, data: { failures: 2 } })
    expect(await related(draft.slug, 3)).toMatchObject({ links: [], dependsOn: expect.arrayContaining(told) })
    const { found } = await at(draft.slug, 3)
    expect(found.is === 'found' && found.page.blocks.map(({ kind }) => kind)).toEqual(['text', 'text'])
    // Another that was merged into it is it.
    const merged = await publish(ready({ blocks: [readAlso({ kind: 'url', url: `${url}?b` })] }), 1)
    await db.linkTarget.updateMany({ where: { url: `${url}?b` }, data: { mergedIntoId: id } })
    expect(await related(merged.draft.slug, 3)).toMatchObject({ links: [], dependsOn: expect.arrayContaining(told) })
  })
})

describe('lists', () => {
  test('have the first published first, and what is not live not at all', async () => {
    const section = await makeTag('section')
    const first = await publish(ready({ sectionId: section }), 1)
    const second = await publish(ready({ sectionId: section }), 2)
    await publishArticle({ actor: editor, articleId: first.articleId, version: first.version, draft: { ...first.draft, standfirst: 'Ny' }, now: later(3) })
    await plan(ready({ sectionId: section }), 10)
    const { slug } = await db.tag.findUniqueOrThrow({ where: { id: section } })
    const answer = await findTagPage('section', slug, { at: later(9) })
    expect(answer).toMatchObject({ found: { page: { listing: { items: [{ id: second.articleId }, { id: first.articleId, standfirst: 'Ny' }], next: null } } }, expiresInMs: 60_000 })
    expect(await findTagPage('section', slug, { at: later(10) })).toMatchObject({ found: { page: { listing: { items: [{}, {}, {}] } } } })
  })

  test('a tag’s old and merged addresses have moved; its list has what the merged ones had', async () => {
    const [from, into] = [await createTag({ actor: admin, name: 'Gamla namnet', kind: 'topic' }), await createTag({ actor: admin, name: 'Hamnen', kind: 'topic' })]
    await publish(ready({ tagIds: [from.id] }), 1)
    await mergeTags({ actor: admin, fromId: from.id, intoId: into.id })
    await renameTag({ actor: admin, tagId: into.id, name: 'Yttre hamnen' })
    for (const old of ['gamla-namnet', 'hamnen']) expect((await findTagPage('topic', old)).found).toEqual({ is: 'moved', to: '/tag/yttre-hamnen' })
    expect((await findTagPage('topic', 'yttre-hamnen', { at: later(2) })).found).toMatchObject({ page: { listing: { items: [{}] } } })
    expect((await findTagPage('topic', 'finns-inte')).found.is).toBe('unknown')
  })

  test('an author’s page has what is live under the name', async () => {
    const byline = await db.byline.findFirstOrThrow({ where: { userId: editor.userId } })
    await publish(ready({ bylineIds: [byline.id] }), 1)
    expect((await findAuthorPage(byline.slug, { at: later(2) })).found).toMatchObject({ page: { place: { name: byline.name }, listing: { items: [{ bylines: [{ name: byline.name }] }] } } })
    expect((await findAuthorPage('ingen-alls')).found.is).toBe('unknown')
  })

  test('the front pages through everything once', async () => {
    for (let i = 0; i < 31; i += 1) await publish(ready(), 30)
    const { page: { listing: { items, next } } } = await findFrontPage({ at: later(60) })
    const older = await findFrontPage({ at: later(60), before: parseCursor(next!) })
    const ids = [...items, ...older.page.listing.items].map((item) => item.id)
    expect(items).toHaveLength(30)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(30)
    expect((await findFeed({ at: later(60) })).items.map((item) => item.id)).toEqual(items.map((item) => item.id))
  })
})

test('the preview has the draft as it would be published, for those who may read it', async () => {
  const { articleId, version, draft } = await publish(ready(), 1)
  await saveDraft({ actor: editor, articleId, version, draft: { ...draft, headline: 'Nästa rubrik' }, now: later(2) })
  expect(await getPreview(editor, articleId)).toMatchObject({ article: { headline: 'Nästa rubrik', noindex: true, section: {}, publishedAt: later(1) } })
  await db.article.update({ where: { id: articleId }, data: { embargoUntil: new Date('2999-01-01') } })
  await expect(getPreview(await makeActor('writer'), articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
