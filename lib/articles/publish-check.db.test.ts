import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { createArticle, saveDraft } from './commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from './fixtures'
import { checkPublish, describeLinks } from './queries'
import type { DraftBlock } from './schema'

let editor: Actor
let sectionId: string
beforeAll(async () => {
  editor = await makeActor('editor')
  sectionId = await makeTag('section')
})

const HOUR = 3_600_000
const inHours = (hours: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 + hours * HOUR)

/** An article whose life is these hours from now. */
async function make({ from, until }: { from?: number; until?: number } = {}): Promise<string> {
  const { articleId } = await createArticle({ actor: editor })
  const { draft, version } = await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ sectionId }) })
  if (from === undefined) return articleId
  const { tagIds: _tags, bylineIds: _bylines, slugChosen: _chosen, leadImage: _image, slug, ...content } = draft
  const revision = await db.revision.create({ data: { ...content, sectionId, slug: slug!, articleId, version, createdById: editor.userId, createdAt: inHours(-1) } })
  await db.publication.create({ data: { articleId, revisionId: revision.id, liveFrom: inHours(from), liveUntil: until === undefined ? null : inHours(until), listedAt: inHours(from), createdById: editor.userId, createdAt: inHours(-1) } })
  return articleId
}
const also = (articleId: string): DraftBlock => readAlso({ kind: 'article', articleId })
const inText = (articleId: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text: 'ord', marks: [{ type: 'link', attrs: { article: articleId, href: null } }] }] })

test('the publish check names every link by its state, and judges times by when the article goes live', async () => {
  const { articleId } = await createArticle({ actor: editor })
  const [live, ends, ended, planned, draft, killed, trashed] = [await make({ from: -2 }), await make({ from: -2, until: 5 }), await make({ from: -2, until: -1 }), await make({ from: 3 }), await make(), await make({ from: -2, until: -1 }), await make()]
  await db.article.update({ where: { id: killed }, data: { killedAt: inHours(-1), killedById: editor.userId } })
  await db.article.update({ where: { id: trashed }, data: { trashedAt: inHours(-1) } })
  const blocks = [also(live), also(ends), also(ended), also(planned), also(draft), also(killed), also(trashed), readAlso({ kind: 'title', title: 'Ingen har den' }), also(live), inText(draft), inText(live), inText(articleId), paragraph('x')]
  const { draft: { body } } = await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ blocks }) })
  const found = async (goesLive?: Date) =>
    (await checkPublish({ articleId, body, goesLive })).map((item) => (item.kind === 'finding' ? [item.index, item.finding.reason, item.blocking] : [item.index, item.kind, item.place, item.at && Math.round((item.at.getTime() - Date.now()) / HOUR)]))
  const always = [[4, 'draft', 'block', null], [5, 'killed', 'block', null], [6, 'trashed', 'block', null], [7, 'unresolved', 'block', null]]
  const rest = [[8, 'same-article', true], [9, 'draft', 'text', null], [11, 'self', 'text', null]]
  const textTwin = (items: unknown[][]) => items.filter(([, kind]) => kind !== 'text-link')
  expect(textTwin(await found())).toEqual([[1, 'downSoon', 'block', 5], [2, 'unpublished', 'block', null], [3, 'goesLater', 'block', 3], ...always, ...rest])
  expect(textTwin(await found(inHours(4)))).toEqual([[1, 'downSoon', 'block', 5], [2, 'unpublished', 'block', null], ...always, ...rest])
  expect(textTwin(await found(inHours(6)))).toEqual([[1, 'downBefore', 'block', 5], [2, 'unpublished', 'block', null], ...always, ...rest])
})

test('a broken address is named in the text as in a block, and in both the desk sees what was found', async () => {
  const { articleId } = await createArticle({ actor: editor })
  const [broken, moved, unseen] = ['https://exempel.se/borta', 'https://exempel.se/flyttad', 'https://exempel.se/ny']
  const linkTo = (href: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text: 'ord', marks: [{ type: 'link', attrs: { article: null, href } }] }] })
  const { draft: { body } } = await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ blocks: [readAlso({ kind: 'url', url: broken }), paragraph('x'), linkTo(broken), linkTo(moved), linkTo(unseen)] }) })
  const idOf = async (url: string) => (await db.linkTarget.findFirstOrThrow({ where: { url }, select: { id: true } })).id
  await db.linkHealth.create({ data: { targetId: await idOf(broken), checkedAt: inHours(-1), status: 404, problem: 'missing', failures: 2, firstFailedAt: inHours(-9) } })
  await db.linkHealth.create({ data: { targetId: await idOf(moved), checkedAt: inHours(-1), status: 200, redirectedTo: 'https://exempel.se/dit' } })
  const found = (await checkPublish({ articleId, body })).flatMap((item) => (item.kind === 'broken' ? [[item.index, item.place, item.blocking]] : []))
  expect(found).toEqual([[0, 'block', false], [1, 'text', false]])
  const { links } = await describeLinks(editor, { articleId, links: [broken, moved, unseen, 'https://exempel.se/nykomling'].map((url) => ({ kind: 'url', url })) })
  expect(links.map(({ url, state, health, check, redirectedTo }) => [url, state, health, check?.status ?? null, redirectedTo])).toEqual([
    [broken, 'outside', 'broken', 404, null], [moved, 'outside', 'healthy', 200, 'https://exempel.se/dit'], [unseen, 'outside', 'unknown', null, null], ['https://exempel.se/nykomling', 'outside', null, null, null],
  ])
})
