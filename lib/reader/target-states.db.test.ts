import { beforeAll, describe, expect, test } from 'vitest'
import { createArticle, saveDraft, trashArticle } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from '@/lib/articles/fixtures'
import type { DraftInput } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { killArticle, liftKill, publishArticle, scheduleArticle, unpublishArticle, unpublishArticleAt } from '@/lib/publishing/commands'
import { findTargetViews } from '@/lib/related-links/queries'
import { findArticlePage, findFeed, findFrontPage, findTagPage } from './queries'

let editor: Actor
let section: { id: string; slug: string }
beforeAll(async () => {
  editor = await makeActor('editor')
  section = await db.tag.findUniqueOrThrow({ where: { id: await makeTag('section') }, select: { id: true, slug: true } })
})

const T0 = new Date('2026-11-24T06:00:00Z')
const later = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000)
const ready = (more: Parameters<typeof draftWith>[0] = {}): DraftInput => draftWith({ sectionId: section.id, slug: `mal-${crypto.randomUUID().slice(0, 8)}`, slugChosen: true, ...more })
async function publish(draft: DraftInput, minute = 1) {
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft, now: later(minute) })
  return { articleId, version, draft, slug: draft.slug! }
}
const foundAt = async (slug: string, minute: number) => (await findArticlePage(slug, { at: later(minute) })).found
/** What a reader sees of the linking page's blocks: kinds and titles. */
async function blocksAt(slug: string, minute: number) {
  const found = await foundAt(slug, minute)
  return found.is === 'found' ? found.page.blocks.map((block) => (block.kind === 'related' ? block.links.map((link) => link.title) : 'text')) : found.is
}
const viewAt = async (articleId: string, minute: number) => (await findTargetViews([articleId], { by: 'article', at: later(minute) }))[0]!

describe('a killed article', () => {
  test('answers 410 with the public line at every address that it had, and is in no list', async () => {
    const { articleId, version, draft, slug } = await publish(ready({ headline: 'Ska inte synas' }))
    const moved = `${slug}-ny`
    await publishArticle({ actor: editor, articleId, version, draft: { ...draft, slug: moved }, now: later(2) })
    await killArticle({ actor: editor, articleId, reason: 'Hemlig orsak', publicLine: 'Borttagen efter beslut.', now: later(3) })
    for (const address of [slug, moved]) {
      const answer = await findArticlePage(address, { at: later(4) })
      expect(answer.found).toEqual({ is: 'gone', line: 'Borttagen efter beslut.' })
      expect(answer.dependsOn).toContain(`article:${articleId}`)
      expect(JSON.stringify(answer)).not.toMatch(/Hemlig|Ska inte/)
    }
    // Not even a row that was left open shows it.
    await db.publication.updateMany({ where: { articleId, liveUntil: later(3) }, data: { liveUntil: null } })
    expect((await foundAt(moved, 4)).is).toBe('gone')
    const lists = [await findFrontPage({ at: later(4) }), await findFeed({ at: later(4) }), await findTagPage('section', section.slug, { at: later(4) })]
    for (const list of lists) expect(JSON.stringify(list)).not.toContain('Ska inte')
  })

  test('that no reader ever could open is unknown, and one that is lifted is gone without a line', async () => {
    const draft = ready()
    const { articleId } = await createArticle({ actor: editor, now: T0 })
    await scheduleArticle({ actor: editor, articleId, version: 1, draft, at: later(60), zone: 'Europe/Stockholm', now: later(1) })
    await killArticle({ actor: editor, articleId, reason: 'x', publicLine: 'y', now: later(2) })
    expect(await foundAt(draft.slug!, 90)).toEqual({ is: 'unknown' })
    const live = await publish(ready())
    await killArticle({ actor: editor, articleId: live.articleId, reason: 'x', publicLine: 'y', now: later(2) })
    await killArticle({ actor: editor, articleId: (await publish(ready({ slug: 'utan-rad' }))).articleId, reason: 'x', publicLine: '', now: later(2) })
    expect(await foundAt('utan-rad', 4)).toEqual({ is: 'gone', line: '' })
    await liftKill({ actor: editor, articleId: live.articleId, reason: 'z', now: later(3) })
    expect(await foundAt(live.slug, 4)).toEqual({ is: 'gone', line: null })
  })
})

describe('a linking page', () => {
  test('shows the block exactly while its target is live, with the headline of the moment, and no trace else', async () => {
    const target = await publish(ready({ headline: 'Första rubriken' }), 10)
    const page = await publish(ready({ blocks: [paragraph('a'), readAlso({ kind: 'article', articleId: target.articleId }), paragraph('b')] }), 1)
    expect(await blocksAt(page.slug, 9)).toEqual(['text', 'text'])
    expect(await blocksAt(page.slug, 10)).toEqual(['text', ['Första rubriken'], 'text'])
    await publishArticle({ actor: editor, articleId: target.articleId, version: target.version, draft: { ...target.draft, headline: 'Andra rubriken' }, now: later(20) })
    expect(await blocksAt(page.slug, 20)).toEqual(['text', ['Andra rubriken'], 'text'])
    await unpublishArticleAt({ actor: editor, articleId: target.articleId, at: later(30), now: later(21) })
    const before = await findArticlePage(page.slug, { at: later(29) })
    expect(before.expiresInMs).toBe(60_000)
    expect(await blocksAt(page.slug, 29)).toHaveLength(3)
    expect(await blocksAt(page.slug, 30)).toEqual(['text', 'text'])
  })

  test('loses what was unpublished, killed or put in the trash, in blocks and in its text', async () => {
    for (const state of ['unpublished', 'killed', 'trashed'] as const) {
      const target = await publish(ready())
      const linked = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'ord', marks: [{ type: 'link' as const, attrs: { article: target.articleId, href: null } }] }] }
      const page = await publish(ready({ blocks: [readAlso({ kind: 'article', articleId: target.articleId }), linked] }), 2)
      const shown = async (minute: number) => JSON.stringify(await foundAt(page.slug, minute)).split(`/a/${target.slug}`).length - 1
      expect(await shown(3)).toBe(2)
      if (state === 'killed') await killArticle({ actor: editor, articleId: target.articleId, reason: 'x', publicLine: '', now: later(4) })
      else await unpublishArticle({ actor: editor, articleId: target.articleId, now: later(4) })
      if (state === 'trashed') await trashArticle({ actor: editor, articleId: target.articleId, now: later(5) })
      expect(await shown(6)).toBe(0)
      expect(await viewAt(target.articleId, 6)).toMatchObject({ state })
    }
  })
})

test('a target says when it comes down, over a text that takes over', async () => {
  const target = await publish(ready())
  expect(await viewAt(target.articleId, 2)).toMatchObject({ state: 'live', until: null })
  await scheduleArticle({ actor: editor, articleId: target.articleId, version: target.version, draft: { ...target.draft, standfirst: 'Ny' }, at: later(20), zone: 'Europe/Stockholm', now: later(3) })
  await unpublishArticleAt({ actor: editor, articleId: target.articleId, at: later(40), now: later(4) })
  expect(await viewAt(target.articleId, 5)).toMatchObject({ state: 'live', at: later(1), until: later(40) })
  expect(await viewAt(target.articleId, 40)).toMatchObject({ state: 'unpublished', until: null })
})

test('the headline that a block was written against is kept with its words, and forgotten without them', async () => {
  const target = await publish(ready({ headline: 'Som den hette' }))
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  const block = (title: string | null): DraftInput => draftWith({ blocks: [{ type: 'readAlso', attrs: { target: null, link: { kind: 'article', articleId: target.articleId }, title, headlineThen: 'Som den hette' } }] })
  const first = await saveDraft({ actor: editor, articleId, version: 1, draft: block('Egna ord'), now: later(2) })
  expect(first.draft.body.content).toMatchObject([{ attrs: { title: 'Egna ord', headlineThen: 'Som den hette' } }])
  const second = await saveDraft({ actor: editor, articleId, version: first.version, draft: block(null), now: later(3) })
  expect(second.draft.body.content).toMatchObject([{ attrs: { title: null, headlineThen: null } }])
})
