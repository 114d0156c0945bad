import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { loadDictionary } from './dictionary'
import { compareLinks, findDuplicates, foldedTitleKey, isSafeHref, type LinkItem, ownPath, siteKnowledge, type SiteKnowledge, splitReadAlsoLine, titleKey, UNKNOWN_SITE, urlKey, weakUrlKey, wordsInTitles } from './model'

const IDS = ['01a20aef-d67e-74ed-8b29-9356fdc6d60c', '01a20aef-d67e-74ed-8b29-9356fdc6d60d'] as const
// Thousands of runs, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })
let site: SiteKnowledge
beforeAll(async () => {
  const known = siteKnowledge({ hosts: ['spalt.example', 'localhost:3000'], name: 'Aftonspalten', slugs: { nytt: IDS[0], gammalt: IDS[0], annat: IDS[1] }, titles: { 'vi är redo': IDS[1] }, words: [] })
  site = { ...known, knowsWord: await loadDictionary() }
})

// Strings that the rule has opinions on, beside anything at all (lone surrogates included).
const bits = fc.constantFrom(
  'LÄS OCKSÅ', 'Läs mer', 'READ ALSO', ': ', ' » ', '»', ' – ', ' - ', '-', '--', '|', ' | DN', ' - DN.se', '(TT)', '(AP/AFP)', '!', '?', '…', '...', '.', '”', '’', '"', '&amp;', '&', 'amp;', '&quot;', '#38;', ';',
  '\u00ad', '\u200b', '\u00a0', ' ', '20 000', '20.000', '1 000', '3,125', '-5', 'Å', 'A\u030a', '\u030a', 'å', 'İ', 'ß', 'ﬁ', 'regeringen', 'regerignen', 'Statsministern', 'a-kassan', 'inte', '2–1', '\ud800', '😀',
)
const phrase = fc.array(fc.oneof({ weight: 4, arbitrary: bits }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), { maxLength: 12 }).map((parts) => parts.join(''))
const anything = fc.oneof(phrase, fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)))

const parts = fc.constantFrom('/', '//', '/a', '/Ä', '/a%CC%8A', '/%61', '/%e5', '/%2F', '/..', '/.', '/amp', '.amp', '.html', '/index.html', '/index.php', '?', '&', 'id=1', 'ref=x', 'utm_x=1', 'amp=1', 'q=%E5', 'q=a+b', '#', '#!', '#/', '#:~:text=x', '%', '&amp;', 'amp;', '\\', ' ', '\u200b', '@', ':')
const host = fc.constantFrom('exempel.se', 'www.exempel.se', 'www.www.exempel.se', 'm.exempel.se', 'amp.exempel.se', 'www.se', 'EXEMPEL.SE.', 'exempel.se:80', 'exempel.se:443', 'exempel.se:8080', 'räksmörgås.se', '[::1]', '127.1', 'youtu.be', 'www.youtube.com', 'x.com', 'www.google.com', 'l.facebook.com', 'spalt.example', 'localhost:3000')
const plainAddress = fc.tuple(fc.constantFrom('https://', 'http://', '//', '', '<http://'), host, fc.array(parts, { maxLength: 8 })).map(([scheme, name, rest]) => `${scheme}${name}${rest.join('')}`)
const wrap = fc.constantFrom(
  (inner: string) => `https://www.google.com/url?sa=t&q=${inner}`,
  (inner: string) => `https://google.se/url?url=${inner}`,
  (inner: string) => `https://l.facebook.com/l.php?h=x&u=${inner}`,
  (inner: string) => `https://eur01.safelinks.protection.outlook.com/?data=x&url=${inner}`,
)
const address = fc.tuple(plainAddress, fc.array(wrap, { maxLength: 5 })).map(([inner, wrappers]) => wrappers.reduce((text, wrapped) => wrapped(encodeURIComponent(text.toWellFormed())), inner))

const ref = fc.oneof(
  fc.constantFrom(...IDS).map((articleId) => ({ kind: 'article' as const, articleId })),
  fc.oneof(address, anything).map((url) => ({ kind: 'url' as const, url })),
  anything.map((title) => ({ kind: 'title' as const, title })),
)
const item: fc.Arbitrary<LinkItem> = fc.record({ ref, place: fc.constantFrom('block', 'text'), title: fc.option(anything) })
const block = (url: string): LinkItem => ({ ref: { kind: 'url', url }, place: 'block', title: null })
const titled = (title: string): LinkItem => ({ ref: { kind: 'title', title }, place: 'block', title })

describe('on any input', () => {
  test('nothing throws, and the verdict is the same both ways', () => {
    fc.assert(fc.property(item, item, (a, b) => {
      const [there, back] = [compareLinks(a, b, site), compareLinks(b, a, site)]
      expect(back).toEqual({ verdict: there.verdict, reason: there.reason, keyA: there.keyB, keyB: there.keyA })
      expect(there.reason === null).toBe(there.verdict === 'none')
    }), { numRuns: 2_000 })
  })

  test('the small functions do not throw either', () => {
    fc.assert(fc.property(fc.oneof(address, anything), anything, (text, name) => {
      titleKey(text, name)
      foldedTitleKey(text, name)
      wordsInTitles([text], name)
      splitReadAlsoLine(text)
      ownPath(text, [name, 'exempel.se'])
      expect(isSafeHref(text) && urlKey(text) === null).toBe(false)
    }))
  })

  test('links are left as they were given', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 5 }), (links) => {
      const before = structuredClone(links)
      const frozen = links.map((link) => Object.freeze({ ...link, ref: Object.freeze(link.ref) }))
      findDuplicates(Object.freeze(frozen), Object.freeze({ ...site }), { selfArticleId: IDS[0], rulings: Object.freeze([]) })
      expect(frozen).toEqual(before)
    }))
  })

  test('n times one link gives n-1 findings, at the later ones, all of one kind', () => {
    fc.assert(fc.property(item, fc.integer({ min: 1, max: 5 }), (link, n) => {
      const links = Array.from({ length: n }, () => ({ ...link, place: 'block' as const }))
      const found = findDuplicates(links, site, { selfArticleId: null, rulings: [] })
      const isOne = compareLinks(links[0]!, links[0]!, site).verdict !== 'none'
      expect(found.map(({ index, of }) => [index, of])).toEqual(isOne ? links.slice(1).map((_, i) => [i + 1, 0]) : [])
    }))
  })
})

describe('keys', () => {
  test('of titles are their own keys', () => {
    fc.assert(fc.property(anything, fc.constantFrom('', 'Aftonspalten', 'DN'), (text, name) => {
      const key = titleKey(text, name)
      expect(titleKey(key, name)).toBe(key)
      expect(foldedTitleKey(foldedTitleKey(text, name), name)).toBe(foldedTitleKey(text, name))
    }), { numRuns: 3_000 })
  })

  test('of addresses are their own keys', () => {
    fc.assert(fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
      const key = urlKey(text)
      if (key !== null) expect(urlKey(key)).toBe(key)
    }), { numRuns: 5_000 })
  })

  test('that are equal are weakly equal', () => {
    fc.assert(fc.property(address, (text) => {
      const key = urlKey(text)
      if (key !== null) expect(weakUrlKey(key)).toBe(weakUrlKey(text))
    }), { numRuns: 2_000 })
  })

  test('of a title do not depend on how it was typed', () => {
    const dress = fc.constantFrom(
      (t: string) => `LÄS OCKSÅ: ${t}`, (t: string) => `Läs mer » ${t}`, (t: string) => `”${t}”`, (t: string) => `${t} | Aftonbladet`, (t: string) => `${t} – SVT Nyheter`, (t: string) => `${t} (TT)`, (t: string) => `${t}!`,
      (t: string) => `${t}…`, (t: string) => t.toUpperCase(), (t: string) => t.normalize('NFD'), (t: string) => t.replaceAll(' ', '\u00a0'), (t: string) => `\u200b${t} `, (t: string) => t.replaceAll('å', '&#229;'),
    )
    fc.assert(fc.property(fc.array(fc.constantFrom('regeringen', 'får', 'nej', 'om', '20 000', 'a-kassan', 'Åre:', 'är', '–', 'röster'), { minLength: 1, maxLength: 6 }), fc.array(dress, { maxLength: 4 }), (words, dresses) => {
      const plain = `Så ${words.join(' ')} väljarna`
      expect(titleKey(dresses.reduce((text, wear) => wear(text), plain))).toBe(titleKey(plain))
    }), { numRuns: 1_000 })
  })
})

describe('parameters', () => {
  const EVERYWHERE = /^(utm_.*|mtm_.*|pk_.*|ns_.*|at_custom.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ymclid|ysclid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking|mkt_tok|s_cid|srsltid|vero_id|vero_conv|wt_mc|oly_anon_id|oly_enc_id|irclickid|rb_clickid|_openstat|_branch_match_id|_branch_referrer|guce_referrer|guce_referrer_sig|__s|_kx|bbeml|et_rid|fb_action_ids|fb_comment_id|ml_subscriber|at_medium|at_campaign)$/i
  const AT_HOME: Record<string, string[]> = { 'instagram.com': ['igsh', 'igshid'], 'youtube.com': ['si'], 'youtu.be': ['si'], 'x.com': ['ref_src', 'ref_url', 's', 't'], 'twitter.com': ['ref_src', 'ref_url', 's', 't'], 'exempel.se': [] }
  const LISTED = `utm_source utm_x fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid ysclid twclid ttclid li_fat_id mc_cid mc_eid _ga _gl _hsenc _hsmi __hssc __hstc __hsfp hsCtaTracking mkt_tok mtm_x mtm_cid pk_x pk_campaign
    s_cid srsltid vero_id vero_conv wt_mc oly_anon_id oly_enc_id irclickid rb_clickid _openstat _branch_match_id _branch_referrer guce_referrer guce_referrer_sig __s _kx bbeml et_rid fb_action_ids fb_comment_id ml_subscriber
    at_medium at_campaign at_custom1 at_custom_x ns_x ns_campaign`.split(/\s+/)
  const LIKE_LISTED = ['utm', 'xutm_source', 'fbclid2', 'gclid_', 'pk', 'mtm', 'at_custo', 'at_format', 'ns', 'ga', '_g', 'igsh', 'igshid', 'si', 'ref_src', 'ref_url', 's', 't', 'ref', 'source', 'from', 'via', 'id', 'page', 'p', 'v', 'sida', 'amp', 'mc_', 'cid', 'campaign']
  const name = fc.oneof(fc.constantFrom(...LISTED, ...LIKE_LISTED), fc.stringMatching(/^[A-Za-z_]{1,6}$/), fc.string({ minLength: 1, maxLength: 4 }))

  test.each(LISTED)('%s is dropped', (tracking) => {
    expect(urlKey(`https://exempel.se/a?${tracking}=1&id=7`)).toBe('exempel.se/a?id=7')
  })

  test('are dropped only when a list has them, on their hosts', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(AT_HOME)), name, fc.string(), (home, given, value) => {
      const isListed = EVERYWHERE.test(given) || AT_HOME[home]!.includes(given.toLowerCase())
      const key = urlKey(`https://${home}/a/b?${new URLSearchParams([[given, value]])}`)
      expect(key === `${home}/a/b`).toBe(isListed)
    }), { numRuns: 2_000 })
  })

  test('make no difference by their order', () => {
    const pair = fc.tuple(name, fc.string({ maxLength: 4 }))
    fc.assert(fc.property(fc.uniqueArray(pair, { selector: ([given]) => given.normalize('NFC'), maxLength: 6 }), fc.nat(), (pairs, turn) => {
      const at = turn % (pairs.length + 1)
      const [a, b] = [pairs, [...pairs.slice(at), ...pairs.slice(0, at)].reverse()].map((given) => `https://exempel.se/a?${new URLSearchParams(given)}`) as [string, string]
      expect(urlKey(b)).toBe(urlKey(a))
      expect(weakUrlKey(b)).toBe(weakUrlKey(a))
    }), { numRuns: 1_000 })
  })

  test('that a page may be named by keep two addresses apart', () => {
    fc.assert(fc.property(fc.constantFrom('id', 'page', 'p', 'v', 'sida', 'q', 'ref', 'source', 'from', 'via'), fc.nat(), fc.nat(), (given, a, b) => {
      fc.pre(a !== b)
      expect(compareLinks(block(`https://exempel.se/a?${given}=${a}`), block(`https://exempel.se/a?${given}=${b}`), site).verdict).toBe('none')
    }))
  })
})

describe('two articles', () => {
  const way = fc.constantFrom('', 'utm_source=x', 'ref=y', '#kommentarer')
  const slug = fc.constantFrom(['nytt', IDS[0]], ['gammalt', IDS[0]], ['annat', IDS[1]])
  const own = fc.tuple(slug, way, fc.constantFrom('http://', 'https://', '//'), fc.constantFrom('spalt.example', 'www.SPALT.example.', 'localhost:3000'), fc.constantFrom('a', 'desk', 'preview'), fc.array(wrap, { maxLength: 3 })).map(
    ([[words, id], more, scheme, name, kind, wrappers]) => {
      const path = kind === 'a' ? `/a/${words}` : `/desk/articles/${id}${kind === 'preview' ? '/preview' : ''}`
      const plain = `${scheme}${name}${path}${more.startsWith('#') ? more : `?${more}`}`
      return { id: id!, url: wrappers.reduce((text, wrapped) => wrapped(encodeURIComponent(text)), plain) }
    },
  )

  test('are told apart, and one is known by all its addresses, also inside redirectors', () => {
    fc.assert(fc.property(own, own, (a, b) => {
      expect(compareLinks(block(a.url), block(b.url), site)).toMatchObject(a.id === b.id ? { verdict: 'exact', reason: 'same-article' } : { verdict: 'none' })
      expect(urlKey(a.url, site)).toBe(`article:${a.id}`)
    }), { numRuns: 1_000 })
  })

  test('never merge, whatever is called what', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.option(anything), fc.option(anything), (a, b, titleA, titleB) => {
      fc.pre(a !== b)
      const items = ([[a, titleA], [b, titleB]] as const).map(([articleId, title]): LinkItem => ({ ref: { kind: 'article', articleId }, place: 'block', title }))
      expect(compareLinks(items[0]!, items[1]!, UNKNOWN_SITE).verdict).not.toBe('exact')
    }))
  })
})

// Each of these would take minutes if an expression tried every place.
test.each([
  ['spaces', ' '], ['quotes', '”'], ['marks', '!'], ['dashes', '-'], ['spaced dashes', ' - '], ['colons', ' : '], ['bars', '| '], ['labels', 'LÄS OCKSÅ: '], ['sites', ' | DN'], ['dashed sites', ' - DN'], ['credits', ' (TT)'],
  ['brackets', '('], ['numbers', '1.000.'], ['spaced numbers', '1 000 '], ['entities', '&amp;'], ['nested entities', '&#38;#38;'], ['ampersands', '&'], ['semicolons', '&a;'], ['letters', 'femtio'], ['accents', 'a\u030a'],
  ['surrogates', '\ud800'], ['slashes', '/'], ['dots', './'], ['percents', '%'], ['bytes', '%e5'], ['letters in bytes', '%c3%a5'], ['parameters', '&a=1'], ['hosts', 'www.'], ['root dots', '.'], ['amp', '/amp'], ['index files', '/index.html'], ['hyphens', 'a-'],
])('ten thousand %s pass', (_name, unit) => {
  const long = unit.repeat(10_000)
  for (const text of [`${long}x`, `x${long}`]) {
    expect(compareLinks(titled(text), titled(`${text}y`), site).verdict).toBeTypeOf('string')
    for (const url of [text, `https://exempel.se/${text}`, `https://exempel.se/a?${text}`, `https://exempel.se/#!${text}`, `https://${text}`]) urlKey(url, site)
    splitReadAlsoLine(text)
    isSafeHref(text)
  }
})
