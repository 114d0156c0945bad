import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Body } from '@/lib/articles/schema'
import { addressesOf, type ArticleView, articleLd, cursorOf, escapedJson, frontParts, keepFor, type LinkedThing, opening, parseCursor, showBody, shownDateline, shownDay, shownTime, type Site, type Teaser, untilMidnight } from './model'

const zone = 'Europe/Stockholm'
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const text = (words: string): Block => ({ type: 'paragraph', content: words ? [{ type: 'text', text: words }] : [] })
const also = (target: number, title: string | null = null): Block => ({ type: 'readAlso', attrs: { target: id(target), title, headlineThen: null } })
const body = (...content: Block[]): Body => ({ type: 'doc', content })
const article = (n: number, live: LinkedThing['live']): LinkedThing => ({ survivorId: id(n), isKept: false, isBroken: false, kind: 'article', articleId: id(n + 100), url: null, title: null, live })
const live = (n: number): LinkedThing => article(n, { slug: `s${n}`, headline: `Rubrik ${n}` })
const byId = (...things: LinkedThing[]): Map<string, LinkedThing> => new Map(things.map((thing) => [thing.survivorId, thing]))
const show = (given: Body, ...things: LinkedThing[]) => showBody(given, { targets: byId(...things), articles: byId(...things), replaced: new Map(), images: new Map(), selfId: id(999) })
const titles = (given: Body, ...things: LinkedThing[]) => show(given, ...things).map((block) => (block.kind === 'related' ? block.links.map((link) => link.title) : 'text'))

describe('LÄS OCKSÅ', () => {
  test('is shown while its article is live, with the words of the editor or the live headline', () => {
    expect(titles(body(text('a'), also(1), text('b'), also(2, 'Egna ord'), text('c'), also(3)), live(1), live(2), article(3, null))).toEqual(['text', ['Rubrik 1'], 'text', ['Egna ord'], 'text'])
  })

  test('neighbours join, also over one that is hidden and over an empty line', () => {
    expect(titles(body(also(1), also(2), text(''), also(3), text('b')), live(1), article(2, null), live(3))).toEqual([['Rubrik 1', 'Rubrik 3'], 'text'])
  })

  test('is never shown twice, nor to the article itself, nor as a mere title, nor unknown', () => {
    const self: LinkedThing = { ...live(2), articleId: id(999) }
    const title: LinkedThing = { ...article(3, null), kind: 'title', articleId: null, title: 'Bara ord' }
    expect(titles(body(also(1), text('a'), also(1), also(2), also(3), also(4)), live(1), self, title)).toEqual([['Rubrik 1'], 'text'])
  })

  test('whose targets were merged is one, the first, until an editor keeps both', () => {
    const targets = (isKept: boolean) => new Map([1, 2].map((n) => [id(n), { ...live(1), isKept }]))
    const blocks = (isKept: boolean) => showBody(body(also(1), text('a'), also(2)), { targets: targets(isKept), articles: new Map(), replaced: new Map(), images: new Map(), selfId: id(999) })
    expect(blocks(false).map(({ kind }) => kind)).toEqual(['related', 'text'])
    expect(blocks(true).map(({ kind }) => kind)).toEqual(['related', 'text', 'related'])
  })

  test('to an address shows its title, else the host', () => {
    const outside = (n: number, title: string | null): LinkedThing => ({ ...article(n, null), kind: 'url', articleId: null, url: 'https://www.example.se/x', title })
    expect(titles(body(also(1), also(2), also(3, 'Ord')), outside(1, 'Titel'), outside(2, null), outside(3, 'Titel'))).toEqual([['Titel', 'example.se', 'Ord']])
    expect(titles(body(text('a'), also(1), text('b'), also(2)), { ...outside(1, 'Titel'), isBroken: true }, outside(2, 'Hel'))).toEqual(['text', 'text', ['Hel']])
  })
})

test('a link in running text is its words until the article is live', () => {
  const linked = (n: number): Block => ({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ord', marks: [{ type: 'bold' }, { type: 'link', attrs: { article: id(n), href: null } }] }] }] }] })
  expect(JSON.stringify(show(body(linked(1)), live(1)))).toContain('/a/s1')
  expect(JSON.stringify(show(body(linked(1)), article(1, null)))).not.toContain('link')
  expect(addressesOf(show(body(linked(1), also(2), linked(3)), live(1), live(2), article(3, null)))).toEqual(['/a/s1', '/a/s2'])
})

test('an address in running text that was replaced leads to the other', () => {
  const href = 'https://example.se/gammal'
  const linked: Block = { type: 'paragraph', content: [{ type: 'text', text: 'ord', marks: [{ type: 'link', attrs: { article: null, href } }] }] }
  const by = (thing: LinkedThing | null) => addressesOf(showBody(body(linked), { targets: new Map(), articles: new Map(), replaced: new Map(thing ? [[href, thing]] : []), images: new Map(), selfId: id(999) }))
  expect([by(null), by(live(1)), by(article(1, null)), by({ ...article(2, null), kind: 'url', url: 'https://example.se/ny' })]).toEqual([[href], ['/a/s1'], [], ['https://example.se/ny']])
})

describe('times', () => {
  const now = new Date('2026-11-24T08:00:00Z')
  test.each([
    ['2026-11-24T06:30:00Z', '07:30'], ['2026-11-23T23:00:00Z', '00:00'], ['2026-11-23T20:10:00Z', 'i går 21:10'],
    ['2026-10-17T08:00:00Z', '17 oktober'], ['2025-10-17T08:00:00Z', '17 oktober 2025'], ['2025-12-31T23:30:00Z', '1 januari'],
  ])('%s is %s', (at, words) => expect(shownTime(new Date(at), now, zone)).toBe(words))

  test.each([['2016', '2016'], ['2016-10', 'oktober 2016'], ['2016-10-07', '7 oktober 2016']])('the date line %s is %s', (dateline, words) => expect(shownDateline(dateline)).toBe(words))
  test('the day in full', () => expect(shownDay(now, zone)).toBe('tisdag 24 november 2026'))

  test('a page ends at the newsroom’s midnight, on long and short days too, or when a plan is due before it', () => {
    expect(untilMidnight(now, zone)).toBe(15 * 3600 * 1000)
    expect(untilMidnight(new Date('2026-10-24T22:00:00Z'), zone)).toBe(25 * 3600 * 1000)
    expect(untilMidnight(new Date('2026-03-28T23:00:00Z'), zone)).toBe(23 * 3600 * 1000)
    expect(keepFor(new Date('2026-11-24T08:00:01Z'), { now, timeZone: zone, due: null })).toBe(1000)
    expect(keepFor(new Date('2026-12-24T08:00:01Z'), { now, timeZone: zone, due: null })).toBe(15 * 3600 * 1000)
  })
})

test('a place in a list survives its address, and nothing else is one', () => {
  const publishedAt = new Date('2026-11-24T08:00:00.123Z')
  expect(parseCursor(cursorOf({ publishedAt, id: id(1) }))).toEqual({ listedAt: publishedAt, id: id(1) })
  for (const broken of ['', 'x', `zzzzzzzzzzzz-${id(1)}`, `mivt1234-${id(1)}'`]) expect(parseCursor(broken)).toBeNull()
})

test('the lead’s opening is whole paragraphs while they fit', () => {
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'M' }] }
  expect(opening(body(text('Ett.'), heading, text('Två två.'), text('Tre tre tre.')), 14)).toEqual(['Ett.', 'Två två.'])
})

describe('JSON-LD', () => {
  const site: Site = { name: 'Bladet', tagline: '', url: 'https://bladet.se', accent: '#c8102e', hasAbout: false, hasContact: false, timeZone: zone, sections: [], flash: null, isPreview: false, now: new Date(), due: null }
  const view: ArticleView = {
    id: id(1), slug: 's', headline: 'Rubrik </script>', standfirst: '', label: 'analys', section: { name: 'Utrikes', slug: 'utrikes' }, bylines: [{ name: 'Anna Ek', slug: 'anna-ek' }, { name: 'TT', slug: 'tt' }],
    tags: [], publishedAt: new Date('2026-11-24T08:00:00Z'), notes: [], changedAt: null, dateline: '2016-10', leadImage: null, blocks: [], noindex: false, title: 'Rubrik', description: '', shareText: '',
  }

  test('says the kind, the authors and when readers got it, whatever the date line', () => {
    expect(articleLd(view, site)).toMatchObject({
      '@type': 'AnalysisNewsArticle', mainEntityOfPage: 'https://bladet.se/a/s', datePublished: '2026-11-24T08:00:00.000Z',
      author: [{ '@type': 'Person', url: 'https://bladet.se/author/anna-ek' }, { '@type': 'Organization', name: 'TT' }],
    })
    expect(['nyhet', 'ledare', 'kronika', 'debatt'].map((label) => (articleLd({ ...view, label: label as ArticleView['label'] }, site) as { '@type': string })['@type'])).toEqual(['NewsArticle', 'OpinionNewsArticle', 'OpinionNewsArticle', 'OpinionNewsArticle'])
  })

  test('cannot end its element', () => expect(escapedJson(articleLd(view, site))).not.toContain('</'))
})

test('the front’s parts have each article once, those that editors placed in their order and outside of the newest, which are in theirs', () => {
  const teaser = (n: number): Teaser => ({ id: String(n), slug: '', headline: '', shortHeadline: '', standfirst: '', label: 'nyhet', section: { name: '', slug: '' }, bylines: [], publishedAt: new Date(0), textSince: new Date(0), dateline: null, leadImage: null })
  fc.assert(fc.property(fc.nat(30), fc.array(fc.nat(29).map(String)), (count, placed) => {
    const items = Array.from({ length: count }, (_, n) => teaser(n))
    const { lead, seconds, latest, river } = frontParts(items, placed)
    const all = [...(lead ? [lead] : []), ...seconds, ...latest, ...river]
    expect(all.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(items.map((_, n) => n))
    expect([lead, ...seconds].filter(Boolean)).toEqual(items.slice(0, 3))
    expect(latest.some(({ id }) => placed.includes(id))).toBe(false)
    for (const part of [latest, river]) expect(part).toEqual(items.filter((item) => part.includes(item)))
  }))
})
