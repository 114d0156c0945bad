import { describe, expect, test } from 'vitest'
import { imageLine, imageTroubles, shownImage, shownLines } from './model'
import type { Body } from './schema'

const ID = '0190a5a0-0000-7000-8000-000000000001'
const use = (more: object = {}) => ({ image: ID, alt: 'En älv i dimma', caption: 'Dalälven i morse.', credit: 'Anna Ek / TT', ...more })

describe('what images lack', () => {
  test('is alternative text and who made them, each at its place, in the order given; a caption is nobody’s duty', () => {
    const shown = [{ at: null, use: use({ caption: '' }) }, { at: 3, use: use({ alt: ' ' }) }, { at: 7, use: use({ alt: '', credit: '' }) }, { at: 9, use: use({ credit: '' }) }]
    expect(imageTroubles(shown)).toEqual([{ at: 3, lacks: ['alt'] }, { at: 7, lacks: ['alt', 'credit'] }, { at: 9, lacks: ['credit'] }])
  })

  test('is nothing where there are none', () => expect(imageTroubles([])).toEqual([]))
})

test('an image is a line of its own where texts are compared: all of its words tell it from another', () => {
  expect(imageLine(use())).toBe('Bild: Dalälven i morse. (En älv i dimma) Anna Ek / TT')
  expect(imageLine(use({ caption: '' }))).toBe('Bild: En älv i dimma Anna Ek / TT')
  expect(imageLine(use({ alt: '', caption: '', credit: '' }))).toBe('Bild:')
  const body: Body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Före.' }] }, { type: 'image', attrs: use() }, { type: 'paragraph', content: [{ type: 'text', text: 'Efter.' }] }] }
  expect(shownLines(body).map(({ words }) => words)).toEqual(['Före.', imageLine(use()), 'Efter.'])
  const wordless = { alt: '', caption: '', credit: '' }
  expect(shownImage(use(wordless)).key).not.toBe(shownImage(use({ ...wordless, image: ID.replace(/1$/, '2') })).key)
})
