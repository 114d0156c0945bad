// The archive and the search show what readers see, at an instant, and say what ends them.
import { beforeAll, describe, expect, test } from 'vitest'
import { makeActor, makeTag, paragraph, readAlso } from '@/lib/articles/fixtures'
import { db } from '@/lib/platform/db'
import { killArticle, publishArticle, scheduleArticle, unpublishArticle } from '@/lib/publishing/commands'
import { createArticle } from '@/lib/articles/commands'
import { markedRuns } from '@/lib/search/model'
import { searchSchema } from '@/lib/search/schema'
import { mergeTags } from '@/lib/tags/commands'
import { key, makeNewsroom } from './fixtures'
import { findArchive, findArchiveMonth, findArticlePage, findPicture, findSearchPage, findSuggestions, findTagPage } from './queries'

const { editor, ready, live } = await makeNewsroom()
const admin = await makeActor('admin')
const zone = 'Europe/Stockholm'
const at = (iso: string): Date => new Date(iso)
const NOON = at('2026-11-23T12:00:00Z')

type More = Parameters<typeof ready>[0]
async function published(more: More, now: Date, until?: Date): Promise<string> {
  const { articleId } = await createArticle({ actor: editor, now })
  await publishArticle({ actor: editor, articleId, version: 1, draft: ready(more), now })
  if (until) await unpublishArticle({ actor: editor, articleId, now: until })
  return articleId
}
async function planned(more: More, from: Date, now: Date): Promise<string> {
  const { articleId } = await createArticle({ actor: editor, now })
  await scheduleArticle({ actor: editor, articleId, version: 1, draft: ready(more), at: from, zone, now })
  return articleId
}

describe('the archive', () => {
  beforeAll(async () => {
    await published({ headline: 'Nyårsnatt i Sverige' }, at('2025-12-31T23:30:00Z')) // 00:30 on January 1 in Stockholm
    await published({ headline: 'I december' }, at('2025-12-10T10:00:00Z'))
    await published({ headline: 'I mars' }, at('2026-03-10T10:00:00Z'))
    await published({ headline: 'Borttagen' }, at('2026-03-11T10:00:00Z'), at('2026-03-12T10:00:00Z'))
    await planned({ headline: 'Planerad' }, at('2026-11-23T18:00:00Z'), at('2026-11-22T10:00:00Z'))
  })
  const headlines = async (year: number, month: number, now = NOON) => {
    const { found } = await findArchiveMonth({ year, month }, { at: now })
    return found.is === 'found' ? found.page.listing.items.map(({ headline }) => headline) : found.is
  }

  test('counts by the newsroom’s months what is live', async () => {
    const { months, dependsOn, expiresInMs } = await findArchive({ at: NOON })
    expect(months).toEqual([{ year: 2026, month: 3, count: 1 }, { year: 2026, month: 1, count: 1 }, { year: 2025, month: 12, count: 1 }])
    expect(dependsOn).toEqual(expect.arrayContaining(['feed', 'site']))
    expect(expiresInMs).toBe(6 * 3600_000)
  })

  test('a month has what began in it, an empty one between others says so, one beyond them is unknown', async () => {
    expect([await headlines(2026, 1), await headlines(2025, 12), await headlines(2026, 3)]).toEqual([['Nyårsnatt i Sverige'], ['I december'], ['I mars']])
    expect([await headlines(2026, 2), await headlines(2025, 11), await headlines(2026, 12), await headlines(2026, 11)]).toEqual([[], 'unknown', 'unknown', []])
    expect(await headlines(2026, 11, at('2026-11-23T18:00:00Z'))).toEqual(['Planerad'])
    const { found } = await findArchiveMonth({ year: 2026, month: 2 }, { at: NOON })
    expect(found).toMatchObject({ page: { previous: { year: 2026, month: 1 }, next: { year: 2026, month: 3 } } })
  })
})

describe('the search', () => {
  const find = async (q: string, more: object = {}, now?: Date) => (await findSearchPage(searchSchema.parse({ q, ...more }), { at: now })).page!
  const ids = async (q: string, more: object = {}, now?: Date) => (await find(q, more, now)).hits.map(({ teaser }) => teaser.id)

  test('finds words in any form, in headline, standfirst and text, the headline’s first', async () => {
    const word = 'kraftverk'
    const inText = await live({ blocks: [paragraph(`Om de nya ${word}en.`)] })
    const inHeadline = await live({ headline: `Två ${word} byggs` })
    const { hits } = await find('kraftverken')
    expect(hits.map(({ teaser }) => teaser.id)).toEqual([inHeadline.id, inText.id])
    expect(markedRuns(hits[1]!.excerpt.text!).filter(({ isHit }) => isHit)).toEqual([{ text: 'kraftverken', isHit: true }])
  })

  test('finds what is of any age once, whenever it is asked', async () => {
    const word = key()
    const later = (weeks: number): Date => new Date(NOON.getTime() + weeks * 7 * 86_400_000)
    const ages = [0, 1, 7, 8, 9, 15, 16, 17, 40, 63, 64, 65, 127, 128, 129, 191, 256, 257, 320, 400, 520]
    for (const weeks of ages) await published({ headline: `${word} ${weeks}` }, later(-weeks))
    for (const ahead of [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 63, 64]) {
      const found = await Promise.all([1, 2].map((page) => find(word, { sort: 'newest', page: String(page) }, later(ahead))))
      expect(found.flatMap(({ hits }) => hits.map(({ teaser }) => teaser.headline)), `${ahead} weeks on`).toEqual(ages.map((weeks) => `${word} ${weeks}`))
    }
  })

  test('never shows a draft, a plan, an old revision, or what was taken down or killed', async () => {
    const word = `hemlig${key()}`
    const { id, version } = await live({ headline: `${word} först` })
    expect(await ids(word)).toEqual([id])
    const plan = await planned({ headline: `${word} planerad` }, new Date(Date.now() + 3_600_000), new Date())
    expect([await ids(word), (await findSuggestions(word)).items.map((item) => item.id)]).toEqual([[id], [id]])
    expect(await ids(word, { sort: 'newest' }, new Date(Date.now() + 3_600_000))).toEqual([plan, id])
    await publishArticle({ actor: editor, articleId: id, version, draft: ready({ headline: 'Utan ordet' }) })
    expect([await ids(word), (await find(word)).corrected]).toEqual([[], null])
    const second = await live({ headline: `${word} igen` })
    await killArticle({ actor: editor, articleId: second.id, reason: 'Fel.', publicLine: '' })
    expect([await ids(word), (await findSuggestions(word)).items]).toEqual([[], []])
  })

  test('leads beginnings and parts to longer words, and typing errors to what a live article has', async () => {
    const key_ = key().replace(/\d/g, 'k')
    const made = await live({ headline: `Om bergtrollets${key_} liv` })
    expect([await ids(`bergtrollets${key_.slice(0, 4)}`), await ids(`trollets${key_}`)]).toEqual([[made.id], [made.id]])
    const slip = `bregtrollets${key_}`
    expect(await find(slip)).toMatchObject({ corrected: `bergtrollets${key_}`, hits: [{ teaser: { id: made.id } }] })
    await planned({ headline: `Hemliga vargynglet${key_}` }, new Date(Date.now() + 3_600_000), new Date())
    expect(await find(`vagrynglet${key_}`)).toMatchObject({ corrected: null, hits: [], total: 0 })
  })

  test('leads to topics and bylines by that name which have something live, and to no other', async () => {
    const [name, hidden] = [`Åsnan ${key()}`, `Åsnan ${key()}`]
    const [tagId, plannedTag] = [await makeTag('topic', name), await makeTag('topic', hidden)]
    const { id } = await live({ tagIds: [tagId] })
    await planned({ tagIds: [plannedTag] }, new Date(Date.now() + 3_600_000), new Date())
    const placesOf = async (q: string) => (await find(q)).places.map((place) => [place.kind, place.name])
    for (const q of [name, name.toUpperCase(), name.slice(0, -2), name.slice(6), `nyheter om ${name} i dag`]) expect([q, await placesOf(q)]).toEqual([q, [['tag', name]]])
    const marked = `Skatt & moms/a-kassan${key()}`
    await live({ tagIds: [await makeTag('topic', marked)] })
    for (const q of [marked, marked.slice(0, -1).replace('&', '').replace('/', ' '), `om ${marked.replace('&', '-')} nu`]) expect([q, await placesOf(q)]).toEqual([q, [['tag', marked]]])
    for (const q of [hidden, '%', "'", 'å']) expect([q, await placesOf(q)]).toEqual([q, []])
    await killArticle({ actor: editor, articleId: id, reason: 'Fel.', publicLine: '' })
    expect(await placesOf(name)).toEqual([])
  })

  test('narrows by section, label and month, and takes what is no value for nothing', async () => {
    const word = `urval${key()}`
    const news = await live({ headline: `${word} nyhet` })
    const leader = await live({ headline: `${word} ledare`, label: 'ledare' })
    const month = new Date().toISOString().slice(0, 7)
    expect(await ids(word, { label: 'ledare' })).toEqual([leader.id])
    expect(await ids(word, { section: 'finns-inte' })).toEqual([])
    expect((await ids(word, { from: month, to: month })).sort()).toEqual([news.id, leader.id].sort())
    expect(await ids(word, { to: '2020-01' })).toEqual([])
    expect((await ids(word, { from: '2020-13', label: 'x', page: '-1', section: "'" })).length).toBe(2)
  })

  test('whatever is asked is answered, and markup stays text', async () => {
    const word = `farlig${key()}`
    await live({ headline: `<script>alert(1)</script> ${word} \ue000x\ue001`, blocks: [paragraph('&lt;b&gt;'), readAlso({ kind: 'title', title: `dold${word}` })] })
    const { hits } = await find(word)
    expect(markedRuns(hits[0]!.excerpt.headline)).toEqual([{ text: '<script>alert(1)</script> ', isHit: false }, { text: word, isHit: true }, { text: ' x', isHit: false }])
    expect(await ids(`dold${word}`)).toEqual([])
    for (const q of ["'", '"', '((', ':*', '!!', '\\', '<->', 'och', '%', '\u0000a', '-', '"" or', 'å'.repeat(300)]) expect([q, Array.isArray(await ids(q)), Array.isArray((await findSuggestions(q)).items)]).toEqual([q, true, true])
  })

  test('the index is what a rebuild makes of the timeline', async () => {
    const read = () => db.$queryRaw`SELECT publication_id, week, words::text FROM search_entry ORDER BY 1`
    const before = await read()
    await db.$executeRaw`SELECT rebuild_search()`
    expect(await read()).toEqual(before)
  })
})

describe('the entries of places', () => {
  const read = () => db.$queryRaw`SELECT place_id, publication_id, article_id, listed_at, live_from, live_until FROM place_entry ORDER BY 2, 1`

  test('are what a rebuild makes of the timeline, tags that came after it included', async () => {
    const { id } = await live({ headline: 'Med ett sent ämne' })
    const tagId = await makeTag('topic')
    await db.$executeRaw`INSERT INTO revision_tag (revision_id, tag_id, position) SELECT revision_id, ${tagId}::uuid, 99 FROM publication WHERE article_id = ${id}::uuid`
    const before = await read()
    expect(before).toContainEqual(expect.objectContaining({ place_id: tagId, article_id: id }))
    await db.$executeRaw`SELECT rebuild_places()`
    expect(await read()).toEqual(before)
  })

  test('an article under two topics that became one is listed once', async () => {
    const [from, into] = [await makeTag('topic'), await makeTag('topic')]
    const { id } = await live({ tagIds: [from, into] })
    await mergeTags({ actor: admin, fromId: from, intoId: into })
    const { slug } = await db.tag.findUniqueOrThrow({ where: { id: into }, select: { slug: true } })
    const { found } = await findTagPage('topic', slug)
    expect(found).toMatchObject({ page: { listing: { items: [{ id }] } } })
  })
})

describe('the shared picture', () => {
  test('says the live headline, is unknown before and gone after, and says what ends it', async () => {
    const before = new Date()
    const { id } = await live({ headline: 'En bild av detta' })
    const { found, dependsOn } = await findPicture(id)
    expect([found, dependsOn]).toEqual([{ is: 'found', page: { path: expect.stringMatching(`^/og/${id}/[0-9a-z]{14}\\.png$`), text: expect.objectContaining({ headline: 'En bild av detta' }) } }, expect.arrayContaining([`article:${id}`, 'site'])])
    expect((await findPicture(id, { at: new Date(before.getTime() - 1_000) })).found.is).toBe('unknown')
    await killArticle({ actor: editor, articleId: id, reason: 'Fel.', publicLine: '' })
    expect((await findPicture(id)).found).toEqual({ is: 'gone', line: null })
    expect((await findPicture(crypto.randomUUID())).found.is).toBe('unknown')
  })
})

describe('beside an article', () => {
  test('stand what its section has before, after and newest, live alone, and what will change that ends the page', async () => {
    const { editor: other, ready: draftOf } = await makeNewsroom()
    const made = async (headline: string, minute: number, more: More = {}) => {
      const now = new Date(Date.UTC(2026, 9, 1, 10, minute))
      const { articleId } = await createArticle({ actor: other, now })
      const { draft } = await publishArticle({ actor: other, articleId, version: 1, draft: draftOf({ headline, ...more }), now })
      return { id: articleId, slug: draft.slug! }
    }
    const [a, b, gone, c] = [await made('A', 1), await made('B', 2), await made('Borta', 3), await made('C', 4)]
    await made('Köp nu', 5, { label: 'annons' })
    await killArticle({ actor: other, articleId: gone.id, reason: 'Fel.', publicLine: '' })
    const { articleId } = await createArticle({ actor: other })
    const due = new Date(Date.now() + 60_000)
    await scheduleArticle({ actor: other, articleId, version: 1, draft: draftOf({ headline: 'D' }), at: due, zone })
    const around = async ({ slug }: { slug: string }, now?: Date) => {
      const { found, expiresInMs } = await findArticlePage(slug, { at: now })
      const { previous, next, latest } = (found.is === 'found' && found.page.around) || { previous: null, next: null, latest: [] }
      return { steps: [previous?.headline, next?.headline], latest: latest.map(({ headline }) => headline), expiresInMs }
    }
    expect(await around(b)).toMatchObject({ steps: ['A', 'C'], latest: ['C', 'A'] })
    expect(await around(a)).toMatchObject({ steps: [undefined, 'B'], latest: ['C', 'B'] })
    expect((await around(c)).expiresInMs).toBeLessThanOrEqual(60_000)
    expect(await around(c, due)).toMatchObject({ steps: ['B', 'D'], latest: ['D', 'B', 'A'] })
  })
})
