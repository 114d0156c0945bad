// Sitemaps and feeds name what readers can open, and no word of what they cannot.
import { describe, expect, test } from 'vitest'
import { createArticle } from '@/lib/articles/commands'
import { makeTag } from '@/lib/articles/fixtures'
import { publishArticle, scheduleArticle, unpublishArticle } from '@/lib/publishing/commands'
import { makeNewsroom } from './fixtures'
import { findArticleSitemap, findNewsSitemap, findPlaceSitemap } from './queries'

const { editor, ready, draft } = await makeNewsroom()
const at = (iso: string): Date => new Date(iso)
const NOON = at('2026-11-23T11:00:00Z')
const HOUR = 3_600_000

async function published(more: Parameters<typeof ready>[0], now: Date): Promise<{ id: string; slug: string }> {
  const { articleId } = await createArticle({ actor: editor, now })
  const article = await publishArticle({ actor: editor, articleId, version: 1, draft: ready(more), now })
  return { id: articleId, slug: article.draft.slug! }
}

describe('sitemaps', () => {
  test('have a month’s live articles, without those that search engines are asked to leave', async () => {
    const first = await published({}, at('2026-10-31T23:30:00Z')) // November in Stockholm
    const second = await published({}, at('2026-11-20T10:00:00Z'))
    const gone = await published({}, at('2026-11-20T11:00:00Z'))
    await published({ noindex: true }, at('2026-11-20T12:00:00Z'))
    await unpublishArticle({ actor: editor, articleId: gone.id, now: at('2026-11-21T10:00:00Z') })
    const { articleId } = await createArticle({ actor: editor, now: NOON })
    await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(), at: at('2026-11-23T12:00:00Z'), zone: 'Europe/Stockholm', now: at('2026-11-23T09:00:00Z') })
    const { items, dependsOn, expiresInMs } = await findArticleSitemap({ year: 2026, month: 11 }, 1, { at: NOON })
    expect(items).toEqual([{ slug: first.slug, changedAt: at('2026-10-31T23:30:00Z') }, { slug: second.slug, changedAt: at('2026-11-20T10:00:00Z') }])
    expect([dependsOn.includes('feed'), expiresInMs]).toEqual([true, HOUR])
    expect((await findArticleSitemap({ year: 2026, month: 11 }, 2, { at: NOON })).items).toEqual([])
  })

  test('of news have 48 hours, and end when the oldest of it is older', async () => {
    const old = await published({ headline: 'Snart gammal' }, at('2026-11-21T11:30:00Z'))
    await published({ headline: 'För gammal' }, at('2026-11-21T10:59:00Z'))
    await published({ label: 'annons' }, at('2026-11-23T10:00:00Z'))
    const { items, expiresInMs } = await findNewsSitemap({ at: NOON })
    expect(items).toEqual([{ slug: old.slug, headline: 'Snart gammal', publishedAt: at('2026-11-21T11:30:00Z') }])
    expect(expiresInMs).toBe(HOUR / 2)
  })

  test('name no topic that only drafts have', async () => {
    const [secret, open] = [await makeTag('topic'), await makeTag('topic')]
    await draft({ tagIds: [secret] })
    await published({ tagIds: [open] }, at('2026-11-22T10:00:00Z'))
    const { slugs } = await findPlaceSitemap('tags', 1, { at: NOON })
    expect(slugs).toHaveLength(1)
    expect((await findPlaceSitemap('tags', 1, { at: at('2026-11-22T09:00:00Z') })).slugs).toEqual([])
    expect((await findPlaceSitemap('authors', 1, { at: NOON })).slugs).toEqual([])
  })
})
