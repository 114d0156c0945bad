import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArticleText } from './article-text'
import type { DraftBlock } from './schema'

const said = (block: DraftBlock): string => {
  if (block.type === 'readAlso') return `LÄS OCKSÅ ${block.attrs.link?.kind === 'title' ? block.attrs.link.title : block.attrs.link?.kind === 'url' ? block.attrs.link.url : ''}`
  return block.type === 'paragraph' || block.type === 'heading' ? (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '')).join('') : ''
}
const parts = (text: string): string[] => parseArticleText(text).blocks.map((block) => `${block.type}: ${said(block)}`)

describe('the Mosul article', () => {
  const mosul = parseArticleText(readFileSync('prisma/demo/mosul.txt', 'utf8'))

  test('has its date, standfirst, paragraphs, subheadings and LÄS OCKSÅ', () => {
    expect(mosul.dateline).toBe('2016-10')
    expect(mosul.standfirst).toBe('Men en militär seger över IS i Mosul är inte detsamma som att terrorgruppen är utraderad.')
    expect(mosul.counts).toEqual({ paragraphs: 17, subheadings: 3, readAlso: 4 })
  })

  test('keeps subheadings and titles as written', () => {
    expect(mosul.blocks.filter((b) => b.type === 'heading').map(said)).toEqual(['Blixtoffensiv', 'Avrättar sina egna', '"Sovande celler"'])
    expect(mosul.blocks.filter((b) => b.type === 'readAlso').map(said)).toEqual([
      'LÄS OCKSÅ ”Barn kommer kriga mot barn i Mosul”',
      'LÄS OCKSÅ Nu ska IS krossas: ’Befrielsen är nära’',
      'LÄS OCKSÅ Nu ska IS krossas: ’Befrielsen är nära’',
      'LÄS OCKSÅ ”Offensiv kan skapa enorm flyktingvåg”',
    ])
  })
})

test.each([
  ['date 2016-10-17 Ingress.', '2016-10-17'],
  ['2016-10 Ingress.', '2016-10'],
  ['17 oktober 2016. Ingress.', '2016-10-17'],
  ['Oktober 2016\nIngress.', '2016-10'],
  ['Datum: 2016\nIngress.', '2016'],
  ['2016 blev ett rekordår för skogen.', null],
  ['Ingress utan datum.', null],
])('reads the date of %j', (text, dateline) => {
  expect(parseArticleText(`${text}\n\nStycke ett är långt nog.`).dateline).toBe(dateline)
})

test('parts paragraphs by line breaks when there are no blank lines, and joins wrapped lines when there are', () => {
  expect(parts('Ingress här.\nEtt.\nTvå.')).toEqual(['paragraph: Ett.', 'paragraph: Två.'])
  expect(parts('Ingress\nhär.\n\nEtt\noch samma.\n\nTvå.')).toEqual(['paragraph: Ett och samma.', 'paragraph: Två.'])
  expect(parts('Ingress.\r\n\r\nEtt.\r\nLÄS OCKSÅ En rubrik\r\n\r\nTvå.')).toEqual(['paragraph: Ett.', 'readAlso: LÄS OCKSÅ En rubrik', 'paragraph: Två.'])
})

test('makes an address after LÄS OCKSÅ a link to it', () => {
  expect(parts('Ingress.\n\nEtt.\n\nLäs också: https://exempel.se/a?b=1\n\nTvå.')).toContain('readAlso: LÄS OCKSÅ https://exempel.se/a?b=1')
})

test('does not take running text for a label', () => {
  expect(parts('Ingress.\n\nLäs också hans senaste bok, säger hon.\n\nTvå.')[0]).toBe('paragraph: Läs också hans senaste bok, säger hon.')
})

test('loses no word and keeps their order', () => {
  const word = fc.stringMatching(/^[a-zåäöA-ZÅÄÖ]{1,9}[.!?]?$/)
  const line = fc.oneof(fc.array(word, { minLength: 1, maxLength: 12 }).map((w) => w.join(' ')), word.map((w) => `LÄS OCKSÅ ${w}`))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\n\n', '\r\n\r\n'), (lines, gap) => {
      const { standfirst, blocks } = parseArticleText(lines.join(gap))
      expect([standfirst ?? '', ...blocks.map(said)].join(' ').split(/\s+/).filter(Boolean)).toEqual(lines.join(' ').split(/\s+/).filter(Boolean))
    }),
  )
})
