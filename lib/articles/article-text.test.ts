import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArticleText } from './article-text'
import { draftBodySchema, type DraftBlock } from './schema'

const mosul = readFileSync(new URL('../../prisma/demo/mosul.txt', import.meta.url), 'utf8')
const long = 'Det här är ett stycke som är långt nog att inte kunna vara en mellanrubrik i en artikel, och som slutar med punkt.'
const other = 'Det här är ett annat stycke, som också är långt nog för att aldrig tas för en mellanrubrik eller en ensam rad.'

function wordsOf(block: DraftBlock): string {
  if (block.type === 'readAlso') return [block.attrs.title, block.attrs.link && 'title' in block.attrs.link ? block.attrs.link.title : block.attrs.link && 'url' in block.attrs.link ? block.attrs.link.url : null].filter(Boolean).join(' ')
  if (block.type !== 'paragraph' && block.type !== 'heading') throw new Error(`unexpected ${block.type}`)
  return (block.content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('')
}
const shape = (text: string, options = {}) => parseArticleText(text, options).blocks.map((block) => `${block.type}: ${wordsOf(block)}`)

describe('the reference article', () => {
  const parsed = parseArticleText(mosul)

  it('has its date, standfirst and counts', () => {
    expect(parsed.dateline).toBe('2016-10')
    expect(parsed.standfirst).toBe('Men en militär seger över IS i Mosul är inte detsamma som att terrorgruppen är utraderad.')
    expect(parsed.counts).toEqual({ paragraphs: 17, subheadings: 3, readAlso: 4 })
  })

  it('has its subheadings at level 2 and its links as written, in place', () => {
    const headings = parsed.blocks.filter((block) => block.type === 'heading')
    expect(headings.map((block) => block.attrs.level)).toEqual([2, 2, 2])
    expect(headings.map(wordsOf)).toEqual(['Blixtoffensiv', 'Avrättar sina egna', '"Sovande celler"'])
    const links = parsed.blocks.filter((block) => block.type === 'readAlso').map((block) => block.attrs)
    const title = (text: string) => ({ target: null, link: { kind: 'title', title: text }, title: null })
    expect(links).toEqual([
      title('”Barn kommer kriga mot barn i Mosul”'), title('Nu ska IS krossas: ’Befrielsen är nära’'),
      title('Nu ska IS krossas: ’Befrielsen är nära’'), title('”Offensiv kan skapa enorm flyktingvåg”'),
    ])
    expect(parsed.blocks.findIndex((block) => block.type === 'readAlso')).toBe(2)
  })

  it('reads the same with Windows line ends, a byte order mark, no-break spaces, doubled blank lines or no blank lines', () => {
    expect(parseArticleText(mosul.replaceAll('\n', '\r\n'))).toEqual(parsed)
    expect(parseArticleText(`\ufeff${mosul}`)).toEqual(parsed)
    expect(parseArticleText(mosul.replaceAll(/(?<!\d) (?!\d)/g, '\u00a0'))).toEqual(parsed)
    expect(parseArticleText(mosul.replaceAll('\n\n', '\n \t\n\n\u00a0\n'))).toEqual(parsed)
    expect(parseArticleText(mosul.replaceAll('\n\n', '\n'))).toEqual(parsed)
  })

  it('passes the schema of bodies', () => {
    expect(draftBodySchema.safeParse({ type: 'doc', content: parsed.blocks }).success).toBe(true)
  })
})

describe('the date line', () => {
  it.each([
    ['date 2016-10 Men en seger.', '2016-10', 'Men en seger.'],
    ['Datum: 2016', '2016', null],
    ['2016-10-17', '2016-10-17', null],
    ['17 oktober 2016', '2016-10-17', null],
    ['Måndag den 17 oktober 2016', '2016-10-17', null],
    ['oktober 2016', '2016-10', null],
    ['Publicerad 2016-10-17 kl 09:30', '2016-10-17', null],
    ['17 okt 2016 – En ingress.', '2016-10-17', 'En ingress.'],
    ['2016-10-17 En ingress.', '2016-10-17', 'En ingress.'],
    ['17 oktober 2016. En ingress.', '2016-10-17', 'En ingress.'],
    ['October 2016', '2016-10', null],
  ])('%s', (line, dateline, standfirst) => {
    const parsed = parseArticleText(`${line}\n\n${standfirst ? '' : 'Ingressen.\n\n'}${long}`)
    expect(parsed).toMatchObject({ dateline, standfirst: standfirst ?? 'Ingressen.', counts: { paragraphs: 1 } })
  })

  it.each(['Oktober 2016 blev en mörk månad i staden.', '2016-02-31', '2016-13', '2016', '17 oktober 2016 och dagen därpå regnade det.', '12 000 personer'])('is not seen in: %s', (line) => {
    const parsed = parseArticleText(`${line}\n\n${long}\n\n${long}`)
    expect(parsed).toMatchObject({ dateline: null, standfirst: line })
  })
})

describe('the standfirst', () => {
  it('is the first paragraph of a whole text, never of a fragment, and never all there is', () => {
    expect(parseArticleText(`Kort ingress.\n\n${long}\n\n${other}`).standfirst).toBe('Kort ingress.')
    expect(parseArticleText(`Kort ingress.\n\n${long}\n\n${other}`, { fragment: true }).standfirst).toBeNull()
    expect(parseArticleText(`${long}\n\n${other}`).standfirst).toBeNull()
    expect(parseArticleText(`LÄS OCKSÅ Något\n\n${long}\n\n${other}`).standfirst).toBeNull()
  })

  it('stays in the body when it is longer than a standfirst may be', () => {
    const parsed = parseArticleText(`date 2016-10 ${long.repeat(30)}\n\n${other}`)
    expect(parsed).toMatchObject({ standfirst: null, counts: { paragraphs: 2 } })
  })
})

describe('subheadings', () => {
  const middle = (line: string) => shape(`${long}\n\n${line}\n\n${other}`, { fragment: true })[1]

  it.each(['Blixtoffensiv', '"Sovande celler"', 'Vad händer nu?', '”Vi ger oss aldrig!”', 'Steg 2 av 3'])('%s', (line) => expect(middle(line)).toBe(`heading: ${line}`))
  it.each(['Det blev ingenting.', 'Han sade ”aldrig”.', '– Vad händer nu?', '1. Först detta', '• Punkt', 'Så här:', '1–2', 'https://exempel.se/'])('not: %s', (line) =>
    expect(middle(line)).toBe(`paragraph: ${line}`),
  )

  it('do not come in runs, first in a whole text, or last', () => {
    expect(shape(`${long}\n\nAIK–Hammarby 2–1\n\nHäcken–Sirius 0–0\n\n${other}`, { fragment: true }).join()).not.toContain('heading')
    expect(shape(`${long}\n\n${other}\n\nAnna Andersson`, { fragment: true }).join()).not.toContain('heading')
  })

  it('are seen beside a LÄS OCKSÅ line', () => {
    expect(shape(`${long}\n\nLÄS OCKSÅ Annat\n\nMellanrubrik\n\nLÄS OCKSÅ Mer\n\n${other}`, { fragment: true })[2]).toBe('heading: Mellanrubrik')
  })
})

describe('LÄS OCKSÅ lines', () => {
  const first = (text: string) => parseArticleText(text, { fragment: true }).blocks[0]
  const block = (link: object, title: string | null = null) => ({ type: 'readAlso', attrs: { target: null, link, title } })

  it('give a title or an address, as written', () => {
    expect(first('Läs också: Så blev det')).toEqual(block({ kind: 'title', title: 'Så blev det' }))
    expect(first('LÄS ÄVEN https://Exempel.se/a?b=1')).toEqual(block({ kind: 'url', url: 'https://Exempel.se/a?b=1' }))
    expect(first('LÄS MER » Så blev det https://exempel.se/a')).toEqual(block({ kind: 'url', url: 'https://exempel.se/a' }, 'Så blev det'))
    expect(first('LÄS OCKSÅ:\nSå blev det')).toEqual(block({ kind: 'title', title: 'Så blev det' }))
  })

  it('stay text when they cannot be a link', () => {
    expect(first('LÄS OCKSÅ')).toMatchObject({ type: 'paragraph' })
    expect(first(`LÄS OCKSÅ ${long.repeat(4)}`)).toMatchObject({ type: 'paragraph' })
    expect(first('Läs mer om kriget i rapporten som kom i går.')).toMatchObject({ type: 'paragraph' })
    expect(first('LÄS OCKSÅ javascript:alert(1)')).toEqual(block({ kind: 'title', title: 'javascript:alert(1)' }))
    expect(first('LÄS OCKSÅ https://anna:hemligt@exempel.se/')).toMatchObject({ attrs: { link: { kind: 'title' } } })
  })
})

describe('any text', () => {
  it('keeps every word, in order', () => {
    const word = fc.constantFrom('Mosul', 'är', '”Nu', 'ska’', '(TT).', 'slut.', '12', '–', 'Vad?', 'https://exempel.se/x', '*', '<b>', 'å\u0308')
    const line = fc.tuple(fc.constantFrom('', '', 'LÄS OCKSÅ ', 'Läs mer: '), fc.array(word, { maxLength: 30 }), fc.constantFrom('\n', '\n\n', '\r\n', ' \n\t\n')).map(([label, words, end]) => label + words.join(' ') + end)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, fragment) => {
        const { standfirst, blocks } = parseArticleText(lines.join(''), { fragment })
        const words = (text: string) => text.normalize('NFC').split(/\s+/).filter((w) => /[\p{L}\d]/u.test(w) && !/^(läs|också|mer:?)$/i.test(w))
        expect(words([standfirst ?? '', ...blocks.map(wordsOf)].join('\n'))).toEqual(words(lines.join('')))
      }),
      { numRuns: 500 },
    )
  })

  it('gives blocks that can be saved, without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(draftBodySchema.safeParse({ type: 'doc', content: parseArticleText(text).blocks }).success).toBe(true)
      expect(JSON.stringify(parseArticleText(text))).not.toContain('\\u0000')
    }))
  })

  it('is empty for an empty text, and joins lines that were broken to a width', () => {
    expect(parseArticleText(' \n\ufeff\n')).toEqual({ dateline: null, standfirst: null, headline: null, blocks: [], counts: { paragraphs: 0, subheadings: 0, readAlso: 0 } })
    expect(shape('Ett\noch samma.\n\nTvå.', { fragment: true })).toEqual(['paragraph: Ett och samma.', 'paragraph: Två.'])
    const wrapped = 'Det här stycket bröts av ett e-postprogram som tycker\natt rader ska vara lagom långa, vilket ingen läsare har\nbett om.'
    expect(shape(wrapped, { fragment: true })).toEqual([`paragraph: ${wrapped.replaceAll('\n', ' ')}`])
    expect(shape(`${long.slice(0, 60)}.\n${other.slice(0, 60)}.\n${long}`, { fragment: true })).toHaveLength(3)
  })

  it('takes a megabyte', () => {
    expect(parseArticleText(`${long}\n`.repeat(9_000)).blocks.length).toBe(8_999)
  }, 30_000)
})
