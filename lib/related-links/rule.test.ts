import { beforeAll, describe, expect, test } from 'vitest'
import { loadDictionary } from './dictionary'
import { compareLinks, findDuplicates, type LinkItem, siteKnowledge, type SiteKnowledge, titleKey, UNKNOWN_SITE, urlKey } from './model'

// Pairs on which the rule is subtle.
const block = (ref: LinkItem['ref'], title: string | null = null): LinkItem => ({ ref, place: 'block', title })
const titled = (title: string): LinkItem => block({ kind: 'title', title }, title)
const at = (url: string): LinkItem => block({ kind: 'url', url })
let knowsWord: (word: string) => boolean
let site: SiteKnowledge
beforeAll(async () => {
  knowsWord = await loadDictionary()
  site = { ...UNKNOWN_SITE, knowsWord }
})
const says = (a: LinkItem, b: LinkItem): string => {
  const [there, back] = [compareLinks(a, b, site), compareLinks(b, a, site)]
  expect(back.reason).toBe(there.reason)
  return there.reason ?? 'none'
}

describe('titles that are the same', () => {
  test.each([
    ['entities, decimal and hexadecimal', 'Sm&#229;l&#xE4;nningar f&ouml;rs&ouml;ker', 'Smålänningar försöker'],
    ['entities wrapped twice', 'M&amp;amp;S s&amp;auml;ljer', 'M&S säljer'],
    ['decomposed letters', 'A\u030are va\u0308ntar sno\u0308', 'Åre väntar snö'],
    ['invisible characters', 'Riks\u00admötet\u200b öppnar\ufeff', 'Riksmötet öppnar'],
    ['spaces of all kinds', 'Tre\u00a0döda\u2009i\u202fMosul\t', 'Tre döda i Mosul'],
    ['quotes of all kinds', '„Vi är redo‟ säger ‹hon›', '´Vi är redo` säger "hon"'],
    ['quotes after a colon', 'Löfven:”Nu räcker det”', 'Löfven: Nu räcker det'],
    ['dashes', 'Kriget ― dag för dag', 'Kriget - dag för dag'],
    ['a colon and a dash', 'Kriget: dag för dag', 'Kriget – dag för dag'],
    ['a bar between parts', 'Kriget | Dag för dag', 'Kriget – dag för dag'],
    ['thousands', '1 234 567 röster och 20.000 blanka', '1234567 röster och 20\u202f000 blanka'],
    ['thousands with decimals', 'Priset: 1 250,50 kronor', 'Priset: 1250,50 kronor'],
    ['thousands with an apostrophe', 'Lönen: 25’000 franc', 'Lönen: 25000 franc'],
    ['a label with nothing after', 'LÄS ÄVEN Så röstade de', 'Så röstade de'],
    ['a label and a guillemet', 'LÄS OCKSÅ»Så röstade de', 'Så röstade de'],
    ['a label in quotes', '”LÄS MER: Så röstade de”', 'Så röstade de'],
    ['two labels', 'READ MORE: Read also - The count begins', 'The count begins'],
    ['a label and a minus', 'LÄS OCKSÅ: –20 grader i natt', '-20 grader i natt'],
    ['a domain', 'Så röstade de | www.svt.se', 'Så röstade de'],
    ['a local newsroom', 'Så röstade de – SVT Nyheter Västerbotten', 'Så röstade de'],
    ['a name that is a word, after a bar', 'Så röstade de | Fokus', 'Så röstade de'],
    ['a site name and a mark', 'Så röstade de! – Expressen', 'Så röstade de'],
    ['a credit and a site name', 'Så röstade de (TT-AFP). | Aftonbladet', 'Så röstade de'],
    ['closing marks', 'Så röstade de...', 'Så röstade de!'],
    ['marks around a question mark', 'Avgår ministern?!', '”Avgår ministern?”'],
    ['ellipses inside', 'Så… röstade de', 'Så... röstade de'],
    ['a hyphen and nothing', 'Covid-19-vaccinet är här', 'Covid19-vaccinet är här'],
    ['a hyphen and a space', 'U-21-landslaget vann EM-guldet', 'U21 landslaget vann EM guldet'],
    ['hyphens, each in its own way', 'Corona-krisen slår mot e-handeln', 'Corona krisen slår mot ehandeln'],
    ['a dash without spaces', 'AIK–Hammarby i kväll', 'AIK – Hammarby i kväll'],
    ['a dash with one space', 'Kriget– dag för dag', 'Kriget – dag för dag'],
    ['a score with spaces', 'AIK – Hammarby 2 – 1', 'AIK – Hammarby 2–1'],
  ])('%s', (_name, a, b) => {
    expect(says(titled(a), titled(b))).toBe('same-title')
  })
})

describe('titles that are likely the same', () => {
  test.each([
    ['accents left out', 'Idén om Åre föddes i Malmö', 'Iden om Are foddes i Malmo', 'title-folded'],
    ['a letter left out', 'Här är förslaget om kärnkraften', 'Här är förslget om kärnkraften', 'title-typo'],
    ['a letter put in', 'Här är förslaget om kärnkraften', 'Här är förslaget om kärnkrafften', 'title-typo'],
    ['a letter changed', 'Här är förslaget om kärnkraften', 'Här är förslaget om kärmkraften', 'title-typo'],
    ['neighbours swapped', 'Här är förslaget om kärnkraften', 'Här är fröslaget om kärnkraften', 'title-typo'],
    ['before a question mark', 'Vad händer i förhandlingarna?', 'Vad händer i förhandlingrana?', 'title-typo'],
    ['after a label', 'Forskarna: isen smälter', 'LÄS OCKSÅ: Forksarna: isen smälter', 'title-typo'],
    ['in capitals', 'POLISEN SÖKER VITTNEN', 'POLISEN SÖKER VITNTEN', 'title-typo'],
    ['at the start of a quote', 'Löfven: ”Regeringen står fast”', 'Löfven: ”Regerignen står fast”', 'title-typo'],
    ['in a title of one word', 'Regeringskrisen', 'Regeringskirsen', 'title-typo'],
    ['in an English title', 'Prosecutors demand life sentence', 'Prosecutors demand life sentense', 'title-typo'],
    ['in English title case', 'Government Loses Key Vote', 'Goverment Loses Key Vote', 'title-typo'],
    ['in short title case', 'Why the Prosecutors Are Angry', 'Why the Prosecuters Are Angry', 'title-typo'],
    ['in a word that is in no list', 'Nu öppnar qvarnporten igen', 'Nu öppnar qvarnproten igen', 'title-typo'],
  ])('%s', (_name, a, b, reason) => {
    expect(says(titled(a), titled(b))).toBe(reason)
  })
})

describe('titles that are not', () => {
  test.each([
    ['numbers', 'Räntan höjs till 3,25 procent', 'Räntan höjs till 3,75 procent'],
    ['numbers with and without a decimal comma', 'Räntan höjs till 3,125 procent', 'Räntan höjs till 3125 procent'],
    ['signs', 'Kallt i natt: –20 grader', 'Kallt i natt: 20 grader'],
    ['scores', 'AIK–Hammarby 2–1', 'AIK–Hammarby 21'],
    ['years', 'Valet 2025', 'Valet 2026'],
    ['numbers as words', 'Sjutton döda i Mosul', 'Sjuttio döda i Mosul'],
    ['numbers as words, misspelt', 'Fjorton döda i Mosul', 'Fjortonn döda i Mosul'],
    ['a number and a slip', 'Tre döda i trafikolyckan', 'Två döda i trafiklyckan'],
    ['negation by a word', 'Regeringen backar inte om skatten', 'Regeringen backar om skatten'],
    ['negation by a letter', 'Beslutet var olagligt', 'Beslutet var lagligt'],
    ['negation of a word in no list', 'Reglerna är omarknadsmässiga', 'Reglerna är marknadsmässiga'],
    ['opposites', 'Nu ökar importen', 'Nu ökar exporten'],
    ['opposites that are near', 'Underskottet växer', 'Överskottet växer'],
    ['plural', 'Polisen söker skytten', 'Polisen söker skyttar'],
    ['genitive', 'Statsministern besök', 'Statsministerns besök'],
    ['tense', 'Partiet kritiserar förslaget', 'Partiet kritiserat förslaget'],
    ['passive', 'Banken kritiserar staten', 'Banken kritiseras staten'],
    ['tense of an English verb with a prefix', 'Court reopens old case', 'Court reopened old case'],
    ['an English plural', 'Hostage released in Gaza', 'Hostages released in Gaza'],
    ['a word inside another', 'Tusental flyr', 'Tusentals flyr'],
    ['a verb inside another', 'Ministern återkommer', 'Ministern kommer'],
    ['names', 'Polisen hittade Johansson', 'Polisen hittade Johannson'],
    ['names at the start', 'Lindberg avgår', 'Lindbergh avgår'],
    ['a name that could be a compound', 'Björklund avgår', 'Björkland avgår'],
    ['grades', 'Betyget blev A-', 'Betyget blev A'],
    ['names in capitals', 'BRAND I KARLSTADEN', 'BRAND I KARLSTADET'],
    ['names in title case', 'Fire Destroys Church In Bradford', 'Fire Destroys Church In Bradforth'],
    ['swapped names', 'Sverige slår Norge', 'Norge slår Sverige'],
    ['short words', 'Mannen åtalas för rån', 'Mannnen åtalas för rån'],
    ['words with digits', 'Testar iphone15', 'Testar iphone16'],
    ['two slips', 'Forskarna varnar regeringen', 'Forksarna varnar regerignen'],
    ['two edits', 'Forskarna varnar', 'Froksarna varnar'],
    ['a slip and another word', 'Forskarna varnar för kylan', 'Forksarna varnar för värmen'],
    ['accents and a slip', 'Forskarna varnar för snö', 'Forksarna varnar för sno'],
    ['a question and its answer', 'Avgår finansministern?', 'Avgår finansministern'],
    ['a question and a slip', 'Avgår finansministern?', 'Avgår finansminstern'],
    ['a space', 'En brun hårig sjuk sköterska', 'En brunhårig sjuksköterska'],
    ['a last part that is no site', 'Brand i Solna – Polisen', 'Brand i Solna'],
    ['a last part that is also a word', 'Så minns vi den – Time', 'Så minns vi den'],
    ['a colon before a site name', 'Kritik mot SVT: Expressen', 'Kritik mot SVT'],
    ['a bracket that is no agency', 'Se matchen (direkt)', 'Se matchen'],
    ['a label that is none', 'LÄS VIDARE: Så röstade de', 'Så röstade de'],
    ['a mark inside', 'Stopp! Nu räcker det', 'Stopp nu räcker det'],
    ['nothing but a label', 'LÄS OCKSÅ:', 'Läs mer »'],
    ['nothing but marks', '”!”', '...'],
  ])('%s', (_name, a, b) => {
    expect(says(titled(a), titled(b))).toBe('none')
  })
})

test('a word that only the headlines know is a word', () => {
  const [a, b] = [titled('Nu invigs zorbinens park'), titled('Nu invigs zorbitens park')]
  const knows = (...words: string[]): SiteKnowledge => siteKnowledge({ hosts: [], name: '', slugs: {}, titles: {}, words: ['invigs', ...words] })
  expect(compareLinks(a, b, knows('zorbinens')).reason).toBe('title-typo')
  expect(compareLinks(a, b, knows('zorbinens', 'zorbitens')).reason).toBeNull()
})

describe('addresses', () => {
  const google = (inner: string): string => `https://www.google.com/url?q=${encodeURIComponent(inner)}`
  test.each([
    ['bytes that are no UTF-8', 'https://exempel.se/?q=%E5sa', 'https://exempel.se/?q=%E4sa', 'none'],
    ['the same bytes', 'https://exempel.se/?q=%E5sa', 'https://exempel.se/?q=%e5sa', 'same-url'],
    ['plus and space', 'https://exempel.se/?q=a+b', 'https://exempel.se/?q=a%20b', 'same-url'],
    ['a space in the path', 'https://exempel.se/en artikel', 'https://exempel.se/en%20artikel', 'same-url'],
    ['entities, wrapped twice', 'https://exempel.se/?a=1&amp;amp;b=2', 'https://exempel.se/?b=2&a=1', 'same-url'],
    ['a letter and its accent in bytes', 'https://exempel.se/%61%CC%8Are', 'https://exempel.se/åre', 'same-url'],
    ['an encoded slash', 'https://exempel.se/a%2fb', 'https://exempel.se/a%2Fb', 'same-url'],
    ['an encoded slash and a slash', 'https://exempel.se/a%2Fb', 'https://exempel.se/a/b', 'none'],
    ['default ports', 'http://exempel.se:80/a', 'https://exempel.se:443/a', 'same-url'],
    ['other ports', 'https://exempel.se:8080/a', 'https://exempel.se/a', 'none'],
    ['www twice', 'https://www.www.exempel.se/a', 'https://exempel.se/a', 'same-url'],
    ['www as the name', 'https://www.se/a', 'https://se/a', 'none'],
    ['other hosts', 'https://blogg.exempel.se/a', 'https://exempel.se/a', 'none'],
    ['fragments', 'https://exempel.se/a#b', 'https://exempel.se/a#:~:text=c', 'same-url'],
    ['fragments that are pages', 'https://exempel.se/#/a', 'https://exempel.se/#/b', 'none'],
    ['two deep', google(google('https://exempel.se/a')), 'https://exempel.se/a', 'same-url'],
    ['four deep', google(google(google(google('https://exempel.se/a')))), 'https://exempel.se/a', 'none'],
    ['a wrapped address without scheme', 'https://www.google.com/url?q=exempel.se/a', 'https://exempel.se/a', 'same-url'],
    ['a search', 'https://www.google.com/url?q=mosul', 'https://mosul/', 'none'],
    ['a tracked address inside', google('https://exempel.se/a?utm_source=x&id=7'), 'https://exempel.se/a?id=7', 'same-url'],
    ['another redirector', 'https://urldefense.com/v3/__https://exempel.se/a__;!!x', 'https://exempel.se/a', 'none'],
    ['an AMP cache', 'https://exempel-se.cdn.ampproject.org/c/s/exempel.se/a?id=7&amp_js_v=0.1&usqp=x', 'https://exempel.se/a?id=7', 'same-url'],
    ['an AMP cache of another page', 'https://exempel-se.cdn.ampproject.org/c/s/exempel.se/a?id=7', 'https://exempel.se/a?id=8', 'none'],
    ['an AMP cache of an AMP page', 'https://www.google.com/amp/s/amp.exempel.se/a/amp', 'https://exempel.se/a', 'weak-url'],
    ['videos', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&t=12', 'https://youtu.be/aBcDeFgHiJk?si=x', 'same-url'],
    ['videos by case', 'https://youtu.be/aBcDeFgHiJk', 'https://youtu.be/abcdefghijk', 'none'],
    ['lists of videos', 'https://www.youtube.com/embed/videoseries?list=a', 'https://www.youtube.com/embed/videoseries?list=b', 'none'],
    ['posts', 'https://mobile.twitter.com/a/status/123/photo/1', 'https://x.com/b/status/123?s=20&t=x', 'same-url'],
    ['posts and profiles', 'https://x.com/a?s=20', 'https://x.com/a', 'same-url'],
    ['s and t elsewhere', 'https://exempel.se/a?s=20', 'https://exempel.se/a', 'none'],
    ['si on YouTube', 'https://www.youtube.com/@kanal?si=x', 'https://www.youtube.com/@kanal', 'same-url'],
    ['si elsewhere', 'https://exempel.se/a?si=x', 'https://exempel.se/a', 'none'],
    ['a source of another name', 'https://exempel.se/a?ref=x', 'https://exempel.se/a?via=y', 'weak-url'],
    ['one source twice', 'https://exempel.se/a?ref=x&ref=y', 'https://exempel.se/a?ref=y', 'none'],
    ['a source and a page', 'https://exempel.se/a?ref=x&sida=2', 'https://exempel.se/a', 'none'],
    ['letters in upper case', 'https://exempel.se/ÅRE', 'https://exempel.se/åre', 'weak-url'],
    ['parameters by case', 'https://exempel.se/a?id=A', 'https://exempel.se/a?id=a', 'none'],
    ['amp=0', 'https://exempel.se/a?amp=0', 'https://exempel.se/a', 'none'],
    ['amp and mobile', 'https://amp.exempel.se/a.amp', 'https://m.exempel.se/amp/a', 'weak-url'],
    ['amp in a word', 'https://exempel.se/lamp', 'https://exempel.se/l', 'none'],
    ['an index file', 'https://exempel.se/a/index.htm', 'https://exempel.se/a/', 'same-url'],
    ['an index of something', 'https://exempel.se/a/myindex.html', 'https://exempel.se/a', 'none'],
    ['other schemes', 'ftp://exempel.se/a', 'ftp://exempel.se/a', 'none'],
  ])('%s', (_name, a, b, expected) => {
    expect(says(at(a), at(b))).toBe(expected)
  })
})

describe('what links lead to', () => {
  const [A, B] = ['01a20aef-d67e-74ed-8b29-9356fdc6d60c', '01a20aef-d67e-74ed-8b29-9356fdc6d60d']
  const known = siteKnowledge({ hosts: ['spalt.example'], name: 'Aftonspalten', slugs: { nytt: A, annat: B }, titles: {}, words: [] })
  const reason = (a: LinkItem, b: LinkItem) => compareLinks(a, b, known).reason

  test('two addresses that are weakly one page say so, also under one title', () => {
    const [a, b] = ['https://exempel.se/a', 'https://m.exempel.se/a'].map((url) => block({ kind: 'url', url }, 'Samma'))
    expect(reason(a!, b!)).toBe('weak-url')
    expect(reason(a!, block({ kind: 'url', url: 'https://exempel.se/b' }, 'Samma'))).toBe('title-other-target')
    expect(reason(a!, titled('Samma'))).toBe('same-title')
  })

  test('an own address is its article, and nothing else of the site is', () => {
    expect(urlKey('https://spalt.example/a/nytt/?utm_source=x', known)).toBe(`article:${A}`)
    expect(urlKey(`https://spalt.example/desk/articles/${B.toUpperCase()}/history`, known)).toBe(`article:${B}`)
    expect(urlKey('https://spalt.example/tag/nytt', known)).toBe('spalt.example/tag/nytt')
    expect(urlKey('https://spalt.example/desk/articles/------------------------------------', known)).toMatch(/^spalt/)
    expect(urlKey('https://other.example/a/nytt', known)).toBe('other.example/a/nytt')
  })

  test('the site’s own name is dropped after a dash, another part is not', () => {
    expect(titleKey('Nytt – Aftonspalten', 'Aftonspalten')).toBe('nytt')
    expect(titleKey('Nytt – Aftonspalten', 'Morgonspalten')).toBe('nytt: aftonspalten')
  })

  test('a pair that is kept does not hide another that nobody has ruled on', () => {
    const links = [block({ kind: 'url', url: 'https://exempel.se/a' }, 'Samma'), titled('Samma'), titled('Samma')]
    const keep = { keyA: 'url:exempel.se/a', keyB: 'title:samma', ruling: 'keep' as const }
    expect(findDuplicates(links, known, { selfArticleId: null, rulings: [keep] })).toMatchObject([{ index: 1, of: 0, ruling: 'keep', blocking: false }, { index: 2, of: 1, ruling: null, blocking: true }])
  })
})
