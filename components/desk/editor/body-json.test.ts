import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Body } from '@/lib/articles/schema'
import { draftBody, editorDocument } from './body-json'

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) })
const doc = (...content: object[]) => ({ type: 'doc', content })
const block = (...content: object[]) => ({ type: 'paragraph', content })
const TARGET = '0190a5a0-0000-7000-8000-000000000001'

describe('the editor’s document as a draft', () => {
  test('has only what the schema names, marks in one order, and no empty paragraphs at the end', () => {
    const given = doc(
      { type: 'heading', attrs: { level: 2, id: 'x' }, content: [text('Rubrik')] },
      block(text('a', { type: 'italic', attrs: {} }, { type: 'bold' }, { type: 'link', attrs: { article: null, href: 'https://tt.se', target: '_blank' } })),
      { type: 'paragraph' },
      { type: 'paragraph' },
    )
    expect(draftBody(given)).toEqual(doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Rubrik')] },
      block(text('a', { type: 'link', attrs: { article: null, href: 'https://tt.se' } }, { type: 'bold' }, { type: 'italic' })),
    ))
  })

  test('keeps an empty paragraph between others, and a LÄS OCKSÅ as it was given', () => {
    const given = doc(block(text('a')), { type: 'paragraph' }, { type: 'readAlso', attrs: { target: null, link: { kind: 'title', title: 'T' }, title: null, headlineThen: null } })
    expect(draftBody(given)).toEqual(given)
  })

  test('throws for what cannot be saved', () => {
    const wrong = [
      doc({ type: 'image', attrs: { src: 'x' } }),
      doc({ type: 'image', attrs: { image: TARGET, alt: '', caption: '', credit: 'x'.repeat(201) } }),
      doc(block(text('a', { type: 'link', attrs: { article: null, href: 'javascript:alert(1)' } }))),
      doc({ type: 'readAlso', attrs: { target: null, link: null, title: null } }),
      doc({ type: 'embed', attrs: { provider: 'vimeo', video: 'dQw4w9WgXcQ', title: 'T', start: 0 } }),
    ]
    for (const given of wrong) expect(() => draftBody(given)).toThrow()
  })

  test('of a stored body is that body', () => {
    const words = fc.string({ minLength: 1, maxLength: 20 }).map((s) => s.replace(/\p{C}/gu, 'x'))
    const paragraph = words.map((s) => block(text(s)))
    const readAlso = fc.constant({ type: 'readAlso', attrs: { target: TARGET, title: null, headlineThen: null } })
    const list = paragraph.map((p) => ({ type: 'bulletList', content: [{ type: 'listItem', content: [p] }] }))
    const image = fc.constant({ type: 'image', attrs: { image: TARGET, alt: 'a', caption: '', credit: 'c' } })
    const film = words.filter((s) => s.trim() === s && s !== '').map((title) => ({ type: 'embed', attrs: { provider: 'vimeo', video: '76979871', title, start: 7 } }))
    fc.assert(fc.property(fc.array(fc.oneof(paragraph, readAlso, list, image, film)), (content) => {
      const stored = doc(...content) as Body
      const back = draftBody(editorDocument(stored))
      expect(back).toEqual({ ...stored, content: stored.content.map((b) => (b.type === 'readAlso' ? { ...b, attrs: { ...b.attrs, link: null } } : b)) })
    }))
  })

  test('of nothing is a paragraph to write in, and saves as nothing', () => {
    const empty = editorDocument({ type: 'doc', content: [] })
    expect(empty.content).toEqual([{ type: 'paragraph' }])
    expect(draftBody(empty)).toEqual({ type: 'doc', content: [] })
  })
})
