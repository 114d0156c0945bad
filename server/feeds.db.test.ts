// A feed says in its own format what is text and what is HTML, who wrote, and when a text was last changed.
import { expect, test } from 'vitest'
import { sendSiteFeed } from '@/app/(reader)/feeds'
import { getDeskArticle } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import { correctArticle, publishArticle } from '@/lib/publishing/commands'
import { makeNewsroom } from '@/lib/reader/fixtures'
import { createByline } from '@/lib/users/commands'

const HEADLINE = 'Räntan < 2 % <b>fet</b>'

test('feeds escape what is HTML, name authors as their format does, and tell of changes', async () => {
  const { editor, live } = await makeNewsroom()
  const made = await live({ headline: 'Före', standfirst: '', bylineIds: [(await createByline({ actor: editor, name: 'Åsa & Örn' })).id] })
  const { version, draft } = await getDeskArticle(editor, made.id)
  await publishArticle({ actor: editor, articleId: made.id, version, draft: { ...draft, headline: HEADLINE } as DraftInput })
  const [rss, atom, json] = await Promise.all((['feed.xml', 'atom.xml', 'feed.json'] as const).map(async (format) => (await sendSiteFeed(format)).text()))
  expect(rss).toContain('<dc:creator>Åsa &amp; Örn</dc:creator>')
  expect(rss).toContain('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  expect(rss).not.toContain('<author>')
  expect(atom).toContain('<![CDATA[Räntan &lt; 2 % &lt;b&gt;fet&lt;/b&gt;]]>')
  const { items } = JSON.parse(json!) as { items: { title: string; content_html: string; date_published: string; date_modified: string }[] }
  expect(items).toMatchObject([{ title: HEADLINE, content_html: '<p>Räntan &lt; 2 % &lt;b&gt;fet&lt;/b&gt;</p>' }])
  expect(Date.parse(items[0]!.date_modified)).toBeGreaterThan(Date.parse(items[0]!.date_published))
  expect(atom).toContain(`<updated>${items[0]!.date_modified}</updated>`)
})

test('feeds tell of a correction that is only a note, as it is a change that readers are told of', async () => {
  const { editor, live } = await makeNewsroom()
  const { id: articleId } = await live({ headline: 'Rättad' })
  const modified = async (): Promise<number> => {
    const { items } = JSON.parse(await (await sendSiteFeed('feed.json')).text()) as { items: { id: string; date_modified: string }[] }
    return Date.parse(items.find(({ id }) => id === `urn:uuid:${articleId}`)!.date_modified)
  }
  const before = await modified()
  await correctArticle({ actor: editor, articleId, kind: 'correction', text: 'Ett namn var fel.' })
  const corrected = await modified()
  expect(corrected).toBeGreaterThan(before)
})
