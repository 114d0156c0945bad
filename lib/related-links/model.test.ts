import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadDictionary } from './dictionary'
import { compareLinks, explain, findDuplicates, type LinkItem, type Reason, siteKnowledge, type SiteKnowledge, splitReadAlsoLine } from './model'

const ARTICLE = '01a20aef-d67e-74ed-8b29-9356fdc6d60c'
const OTHER = '01a20aef-d67e-74ed-8b29-9356fdc6d60d'
const title = (text: string): LinkItem => ({ place: 'block', title: text, ref: { kind: 'title', title: text } })
const url = (address: string, place: 'block' | 'text' = 'block', words: string | null = null): LinkItem => ({ place, title: words, ref: { kind: 'url', url: address } })
const article = (articleId: string, words: string | null = null, place: 'block' | 'text' = 'block'): LinkItem => ({ place, title: words, ref: { kind: 'article', articleId } })
let site: SiteKnowledge
beforeAll(async () => {
  const knowsWord = await loadDictionary()
  const known = siteKnowledge({ hosts: ['spalt.example', 'www.old.example:8080'], name: 'Aftonspalten', slugs: { nytt: ARTICLE, gammalt: ARTICLE }, titles: { 'en enda': ARTICLE }, words: [] })
  site = { ...known, knowsWord }
})
const verdict = (a: LinkItem, b: LinkItem): string => {
  const { verdict: says, reason } = compareLinks(a, b, site)
  return reason ? `${says} ${reason}` : says
}

describe('the development pairs', () => {
  const pairs = readFileSync('bench/data/duplicates-dev.ndjson', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { kind: 'title' | 'url'; a: string; b: string; duplicate: boolean })
  test.each(pairs)('$kind $a | $b', ({ kind, a, b, duplicate }) => {
    const item = kind === 'title' ? title : url
    expect(compareLinks(item(a), item(b), site).verdict !== 'none').toBe(duplicate)
  })
})

describe('addresses', () => {
  const same = 'exact same-url'
  const weak = 'likely weak-url'
  test.each([
    ['google', 'https://www.google.com/url?sa=t&q=https%3A%2F%2Fexempel.se%2Fa', 'https://exempel.se/a', same],
    ['google, by url=', 'https://google.se/url?url=https%3A%2F%2Fexempel.se%2Fa', 'https://exempel.se/a', same],
    ['facebook', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fexempel.se%2Fa%3Ffbclid%3Dx&h=y', 'https://exempel.se/a', same],
    ['safe links', 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexempel.se%2Fa&data=05', 'https://exempel.se/a', same],
    ['google amp', 'https://www.google.com/amp/s/exempel.se/a', 'https://exempel.se/a', same],
    ['amp cache', 'https://exempel-se.cdn.ampproject.org/v/s/exempel.se/a', 'https://exempel.se/a', same],
    ['three deep', `https://www.google.com/url?q=${encodeURIComponent(`https://l.facebook.com/l.php?u=${encodeURIComponent('https://www.google.com/amp/s/exempel.se/a')}`)}`, 'https://exempel.se/a', same],
    ['youtube', 'https://youtu.be/dQw4w9WgXcQ?si=x&t=3', 'https://m.youtube.com/watch?list=y&v=dQw4w9WgXcQ', same],
    ['youtube embed and shorts', 'https://www.youtube.com/embed/dQw4w9WgXcQ', 'https://www.youtube.com/shorts/dQw4w9WgXcQ', same],
    ['x and twitter', 'https://twitter.com/a/status/123?s=20', 'https://x.com/i/status/123', same],
    ['scheme left out', 'www.exempel.se/a', 'http://exempel.se/a', same],
    ['angle brackets and entities', '<https://exempel.se/a?b=1&amp;c=2>', 'https://exempel.se/a?c=2&b=1', same],
    ['zero-width', 'https://exempel.se/\u200ba', 'https://exempel.se/a', same],
    ['trailing dot and default port', 'http://exempel.se.:80/a', 'https://exempel.se/a', same],
    ['slashes and dots', 'https://exempel.se//x/../a/./', 'https://exempel.se/a', same],
    ['percent-encoding', 'https://exempel.se/%7eb/%c3%a5', 'https://exempel.se/~b/å', same],
    ['decomposed letters', 'https://exempel.se/a%CC%8Are', 'https://exempel.se/%C3%A5re', same],
    ['index files', 'https://exempel.se/a/index.php', 'https://exempel.se/a', same],
    ['fragment', 'https://exempel.se/a#:~:text=x', 'https://exempel.se/a#b', same],
    ['instagram share', 'https://www.instagram.com/p/x/?igsh=y', 'https://instagram.com/p/x', same],
    ['case of the path', 'https://exempel.se/A', 'https://exempel.se/a', weak],
    ['amp by parameter', 'https://exempel.se/a?amp=1', 'https://exempel.se/a', weak],
    ['amp by output', 'https://exempel.se/a?outputType=amp', 'https://exempel.se/a', weak],
    ['amp file', 'https://exempel.se/a.amp.html', 'https://exempel.se/a', weak],
    ['mobile host', 'https://mobil.exempel.se/a', 'https://www.exempel.se/a', weak],
    ['a source on one side', 'https://exempel.se/a?via=x', 'https://exempel.se/a', weak],
    ['two sources', 'https://exempel.se/a?via=x', 'https://exempel.se/a?via=y', 'none'],
    ['another page', 'https://exempel.se/a?p=1', 'https://exempel.se/a?p=2', 'none'],
    ['hash routes', 'https://exempel.se/#!/a', 'https://exempel.se/#!/b', 'none'],
    ['igshid elsewhere', 'https://exempel.se/a?igshid=x', 'https://exempel.se/a', 'none'],
    ['order of equals', 'https://exempel.se/a?b=1&b=2', 'https://exempel.se/a?b=2&b=1', 'none'],
    ['refused scheme', 'javascript:alert(1)', 'javascript:alert(1)', 'none'],
    ['user info', 'https://u:p@exempel.se/a', 'https://u:p@exempel.se/a', 'none'],
  ])('%s', (_name, a, b, expected) => {
    expect(verdict(url(a), url(b))).toBe(expected)
    expect(verdict(url(b), url(a))).toBe(expected)
  })

  test.each([
    'https://spalt.example/a/nytt', 'http://www.spalt.example/a/gammalt/?utm_source=x', 'http://old.example:8080/a/nytt#x',
    `https://spalt.example/desk/articles/${ARTICLE}`, `https://spalt.example/desk/articles/${ARTICLE}/preview`,
    'https://www.google.com/url?q=https%3A%2F%2Fspalt.example%2Fa%2Fnytt',
  ])('%s is the own article', (address) => {
    expect(verdict(url(address), article(ARTICLE))).toBe('exact same-article')
    expect(verdict(url(address), article(OTHER))).toBe('none')
  })
})

describe('titles', () => {
  test.each([
    ['Vi är redo', '»Vi är redo«', 'exact same-title'],
    ['Vi är redo', '&quot;Vi är redo&quot;', 'exact same-title'],
    ['Vi är redo', 'LÄS ÄVEN » Vi är redo', 'exact same-title'],
    ['Vi är redo', 'Vi är redo | Aftonspalten', 'exact same-title'],
    ['Vi är redo', 'Vi är redo – SVT Nyheter', 'exact same-title'],
    ['Vi är redo', 'Vi är redo (TT)', 'exact same-title'],
    ['Vi är redo', 'Vi är redo – ingen vet', 'none'],
    ['Kriget: 20 000 flyr', 'Kriget – 20.000 flyr!', 'exact same-title'],
    ['Räntan höjs till 3,125 procent', 'Räntan höjs till 3125 procent', 'none'],
    ['Corona-krisen slår hårt', 'Coronakrisen slår hårt', 'exact same-title'],
    ['Corona-krisen slår hårt', 'Corona krisen slår hårt', 'exact same-title'],
    ['AIK – Hammarby 2–1', 'AIK – Hammarby 1–2', 'none'],
    ['Kommunens olagliga beslut', 'Kommunens lagliga beslut', 'none'],
    ['Domstolen avvisar kravet', 'Domstolen avvisat kravet', 'none'],
    ['Are öppnar backarna', 'Åre öppnar backarna', 'likely title-folded'],
    ['Statsministern avgår i dag', 'Statsminstern avgår i dag', 'likely title-typo'],
    ['Forskarna: isen smälter', 'Forksarna: isen smälter', 'likely title-typo'],
    ['Anna Johansson vinner guld', 'Anna Johannson vinner guld', 'none'],
    ['Så röstade tusentals i valet', 'Så röstade tusental i valet', 'none'],
    ['”', '’', 'none'],
    ['LÄS OCKSÅ', 'LÄS MER', 'none'],
  ])('%s | %s', (a, b, expected) => {
    expect(verdict(title(a), title(b))).toBe(expected)
    expect(verdict(title(b), title(a))).toBe(expected)
  })

  test('lead to different targets: likely; to one target under two titles: the same article', () => {
    expect(verdict(article(ARTICLE, 'X y'), article(OTHER, 'X y'))).toBe('likely title-other-target')
    expect(verdict(article(ARTICLE, 'X y'), article(ARTICLE, 'Z'))).toBe('exact same-article')
    expect(verdict(title('X y'), article(OTHER, 'X y'))).toBe('exact same-title')
    expect(verdict(title('En enda'), article(ARTICLE, 'Z'))).toBe('exact same-article')
  })
})

describe('the findings of an article', () => {
  const find = (links: LinkItem[], rulings: { keyA: string; keyB: string; ruling: 'keep' | 'dismiss' }[] = []) => findDuplicates(links, site, { selfArticleId: OTHER, rulings })

  test('are n-1 for n equal blocks, at the later ones', () => {
    expect(find([title('A b'), title('C d'), title('A b!'), title('”A b”')]).map(({ index, of, reason }) => [index, of, reason])).toEqual([[2, 0, 'same-title'], [3, 0, 'same-title']])
  })

  test('end with keep and dismiss for that pair of keys alone', () => {
    const keep = [{ keyA: 'title:a b', keyB: 'title:a b', ruling: 'keep' as const }]
    expect(find([title('A b'), title('A b')], keep)).toMatchObject([{ blocking: false, ruling: 'keep' }])
    expect(find([title('A c'), title('A c')], keep)).toMatchObject([{ blocking: true, ruling: null }])
    expect(find([title('A b'), title('A b')], [{ ...keep[0]!, ruling: 'dismiss' }])).toMatchObject([{ blocking: true }])
  })

  test('say self, which cannot be kept', () => {
    expect(find([article(OTHER)], [{ keyA: `article:${OTHER}`, keyB: `article:${OTHER}`, ruling: 'keep' }])).toMatchObject([{ index: 0, of: 0, reason: 'self', blocking: true }])
  })

  test('warn of a block and a text link to one target, not of two text links', () => {
    const inText = url('https://exempel.se/a', 'text')
    expect(find([url('https://exempel.se/a?utm_source=x'), inText])).toMatchObject([{ index: 0, of: 1, reason: 'text-link', blocking: false }])
    expect(find([inText, inText])).toEqual([])
  })
})

test.each([
  ['LÄS OCKSÅ ”Barn kommer kriga”', '”Barn kommer kriga”'],
  ['Läs mer: X', 'X'],
  ['READ ALSO - X', 'X'],
  ['Läs också hans bok.', null],
  ['LÄS OCKSÅ', null],
  ['LÄS OCKSÅ:', null],
  ['Stycke', null],
])('the line %j leads to %j', (line, expected) => {
  expect(splitReadAlsoLine(line)).toBe(expected)
})

test('every reason is a sentence in both languages', () => {
  const reasons: Reason[] = ['same-article', 'same-url', 'same-title', 'self', 'weak-url', 'title-folded', 'title-typo', 'title-other-target', 'text-link']
  for (const reason of reasons) for (const locale of ['sv', 'en'] as const) expect(explain(reason, locale)).toMatch(/[.?]$/)
})
