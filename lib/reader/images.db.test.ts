// Promise 1 and 8 for images: readers have them exactly from when a text that shows them is live, and never of what was killed.
import { expect, test } from 'vitest'
import type { DraftBlock } from '@/lib/articles/schema'
import { createArticle } from '@/lib/articles/commands'
import { getDeskArticle } from '@/lib/articles/queries'
import { deleteImage, editImage } from '@/lib/media/commands'
import { makeImage, makeMediaFolder } from '@/lib/media/fixtures'
import type { ImageView } from '@/lib/media/model'
import { findPublicImage } from '@/lib/media/queries'
import { db } from '@/lib/platform/db'
import { correctArticle, killArticle, liftKill, publishArticle, scheduleArticle, unpublishArticle, unpublishArticleAt } from '@/lib/publishing/commands'
import { draftInputOf } from '@/lib/articles/model'
import { makeNewsroom } from './fixtures'
import { findArticlePage, findFrontPage, findPicture } from './queries'

makeMediaFolder()
const { editor, ready, draft: makeDraft } = await makeNewsroom()
const taken = ({ id }: ImageView, alt = 'En kran') => ({ image: id, alt, caption: 'I hamnen.', credit: 'Anna Ek / TT' })
const inText = (image: ImageView): DraftBlock => ({ type: 'image', attrs: taken(image, 'En båt') })
const isPublic = async ({ id }: ImageView): Promise<boolean> => (await findPublicImage(id)).isPublic
const told = async (image: ImageView): Promise<{ forget: boolean } | undefined> =>
  (await db.$queryRaw<{ forget: boolean }[]>`SELECT forget FROM cache_change WHERE ${`image:${image.id}`} = ANY(tags) ORDER BY id DESC LIMIT 1`)[0]

test('a draft’s images are nobody’s but the desk’s, a published one’s everybody’s, a killed one’s nobody’s again', async () => {
  const [lead, second] = [await makeImage(editor), await makeImage(editor)]
  const made = await makeDraft({ leadImage: taken(lead), blocks: [inText(second)] })
  expect([await isPublic(lead), await isPublic(second), await told(lead)]).toEqual([false, false, undefined])
  const { draft, version } = await getDeskArticle(editor, made.id)
  expect(draft.leadImage).toEqual(taken(lead))
  await publishArticle({ actor: editor, articleId: made.id, version, draft: draftInputOf(draft) })
  expect([await isPublic(lead), await isPublic(second), await told(second)]).toEqual([true, true, { forget: false }])

  const { found, dependsOn } = await findArticlePage(made.slug)
  expect(found).toMatchObject({ is: 'found', page: { leadImage: { id: lead.id, width: 800, alt: 'En kran', credit: 'Anna Ek / TT' }, blocks: [{ kind: 'image', image: { id: second.id, alt: 'En båt' } }] } })
  expect(dependsOn).toEqual(expect.arrayContaining([`image:${lead.id}`, `image:${second.id}`]))
  expect((await findFrontPage()).page.listing.items.find(({ id }) => id === made.id)).toMatchObject({ leadImage: { id: lead.id, alt: 'En kran' } })

  await unpublishArticle({ actor: editor, articleId: made.id })
  expect([await isPublic(lead), await told(lead)]).toEqual([false, { forget: true }])
  const again = await getDeskArticle(editor, made.id)
  await publishArticle({ actor: editor, articleId: made.id, version: again.version, draft: draftInputOf(again.draft) })
  expect(await isPublic(lead)).toBe(true)
  await killArticle({ actor: editor, articleId: made.id, reason: 'fel person på bilden', publicLine: '' })
  expect([await isPublic(lead), await isPublic(second), await told(lead)]).toEqual([false, false, { forget: true }])
  await liftKill({ actor: editor, articleId: made.id, reason: 'rätt person' })
  expect(await isPublic(second)).toBe(false)
})

test('a killed article’s image stays where another article shows it', async () => {
  const image = await makeImage(editor)
  const ids = []
  for (let n = 0; n < 2; n++) {
    const { articleId } = await createArticle({ actor: editor })
    await publishArticle({ actor: editor, articleId, version: 1, draft: ready({ leadImage: taken(image) }) })
    ids.push(articleId)
  }
  await killArticle({ actor: editor, articleId: ids[0]!, reason: 'x', publicLine: '' })
  expect(await isPublic(image)).toBe(true)
})

test('another image in its place takes the first one from readers; an end that is planned is told to caches', async () => {
  const [first, second] = [await makeImage(editor), await makeImage(editor)]
  const { articleId } = await createArticle({ actor: editor })
  const { version } = await publishArticle({ actor: editor, articleId, version: 1, draft: ready({ leadImage: taken(first) }) })
  await publishArticle({ actor: editor, articleId, version, draft: ready({ leadImage: taken(second) }) })
  expect([await isPublic(first), await isPublic(second)]).toEqual([false, true])
  await unpublishArticleAt({ actor: editor, articleId, at: new Date(Date.now() + 3_600_000) })
  const { isPublic: shown, expiresInMs } = await findPublicImage(second.id)
  expect([shown, expiresInMs! > 3_500_000, expiresInMs! <= 3_600_000]).toEqual([true, true, true])
})

test('a plan’s image is unknown until it is due, and a cache is told when', async () => {
  const image = await makeImage(editor)
  const { articleId } = await createArticle({ actor: editor })
  await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready({ blocks: [inText(image)] }), at: new Date(Date.now() + 3_600_000), zone: 'Europe/Stockholm' })
  const { isPublic: shown, expiresInMs } = await findPublicImage(image.id)
  expect([shown, expiresInMs! > 3_500_000, expiresInMs! <= 3_600_000]).toEqual([false, true, true])
})

test('a correction of the words keeps the images; an image that something shows is not deleted, one that is gone is refused', async () => {
  const [lead, second] = [await makeImage(editor), await makeImage(editor)]
  const { articleId } = await createArticle({ actor: editor })
  const { draft, timeline } = await publishArticle({ actor: editor, articleId, version: 1, draft: ready({ headline: 'Fel ord', leadImage: taken(lead), blocks: [inText(second)] }) })
  const { headline: _headline, standfirst, shortHeadline, searchTitle, searchDescription, shareText, body } = draftInputOf(draft)
  await correctArticle({ actor: editor, articleId, kind: 'correction', text: 'Ordet var fel.', live: { revisionId: timeline[0]!.revisionId, headline: 'Rätt ord', standfirst, shortHeadline, searchTitle, searchDescription, shareText, body } })
  const { found } = await findArticlePage(draft.slug!)
  expect(found).toMatchObject({ page: { headline: 'Rätt ord', leadImage: { id: lead.id }, blocks: [{ kind: 'image', image: { id: second.id } }] } })
  await expect(deleteImage({ actor: editor, imageId: second.id })).rejects.toMatchObject({ code: 'INVALID', message: 'imageUsed' })
  const unknown = { ...taken(lead), image: crypto.randomUUID() }
  const other = await createArticle({ actor: editor })
  await expect(publishArticle({ actor: editor, articleId: other.articleId, version: 1, draft: ready({ leadImage: unknown }) })).rejects.toMatchObject({ code: 'INVALID', fields: { images: 'imageGone' } })
})

test('the picture that is shared is the image that the article begins with, another one when it is cut otherwise', async () => {
  const image = await makeImage(editor)
  const { articleId } = await createArticle({ actor: editor })
  await publishArticle({ actor: editor, articleId, version: 1, draft: ready({ leadImage: taken(image) }) })
  const find = async () => {
    const { found, dependsOn } = await findPicture(articleId)
    expect(dependsOn).toContain(`image:${image.id}`)
    return found.is === 'found' ? found.page : null
  }
  const first = await find()
  expect(first).toMatchObject({ text: { image: { id: image.id, focusX: 50 } } })
  expect(first!.path).toMatch(/\.jpg$/)
  const { alt, caption, credit, version } = image
  await editImage({ actor: editor, imageId: image.id, version, alt, caption, credit, focusX: 0, focusY: 50 })
  expect(await told(image)).toEqual({ forget: false })
  expect((await find())!.path).not.toBe(first!.path)
})
