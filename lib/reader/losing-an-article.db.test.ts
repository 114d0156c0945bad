// What is said before readers lose an article, and what is counted while they have it.
import { describe, expect, test } from 'vitest'
import { paragraph, readAlso } from '@/lib/articles/fixtures'
import { findImpact } from '@/lib/articles/queries'
import { db } from '@/lib/platform/db'
import { unpublishArticle } from '@/lib/publishing/commands'
import { countClick } from '@/lib/related-links/commands'
import { findDeskTargets } from '@/lib/related-links/queries'
import { makeNewsroom, named, targetOf, title, toArticle, url } from './fixtures'

const { editor, draft, live } = await makeNewsroom()

describe('before readers lose an article', () => {
  test('its impact is the articles that name it, and the groups that would be left empty', async () => {
    const [target, other] = [await live(), await live()]
    const [to, also] = [toArticle(target.id), toArticle(other.id)]
    await live(named(to))
    await live({ blocks: [paragraph('a'), readAlso(to), readAlso(also)] })
    await live({ blocks: [readAlso(title()), { type: 'paragraph' }, readAlso(to)] })
    await draft(named(to))
    expect(await findImpact(target.id)).toEqual({ targetId: expect.any(String), articles: 4, live: 3, empty: 2, atLeast: false })
    await unpublishArticle({ actor: editor, articleId: other.id })
    expect(await findImpact(target.id)).toMatchObject({ empty: 3 })
    expect(await findImpact((await draft()).id)).toEqual({ targetId: null, articles: 0, live: 0, empty: 0, atLeast: false })
  })
})

test('a click counts by day while the article is live and names the target, and else not', async () => {
  const outside = url()
  const article = await live(named(outside))
  const targetId = targetOf(article)
  const stranger = targetOf(await draft(named(url())))
  expect(await Promise.all([countClick({ article: article.id, target: targetId }), countClick({ article: article.id, target: targetId })])).toEqual([true, true])
  expect(await countClick({ article: article.id, target: stranger })).toBe(false)
  expect(await countClick({ article: crypto.randomUUID(), target: targetId })).toBe(false)
  const clicksOf = async () => (await findDeskTargets(editor, { show: 'all', sort: 'used', q: outside.url, before: undefined })).rows[0]!.clicks
  expect(await clicksOf()).toBe(2)
  await unpublishArticle({ actor: editor, articleId: article.id })
  expect(await countClick({ article: article.id, target: targetId })).toBe(false)
  await db.linkClick.updateMany({ where: { targetId }, data: { day: new Date(Date.now() - 40 * 86_400_000) } })
  expect(await clicksOf()).toBe(0)
})
