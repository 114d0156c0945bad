import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { articleExtensions } from './extensions'

const ID = '0190a5a0-0000-7000-8000-000000000001'
const { nodes, marks } = getSchema(articleExtensions())
/** What the rules of a node or mark make of an element with these attributes. */
const read = ({ spec }: { spec: { parseDOM?: readonly { getAttrs?: unknown }[] } }, attributes: Record<string, string>, rule = 0) =>
  (spec.parseDOM![rule]!.getAttrs as (element: unknown) => unknown)({ getAttribute: (name: string) => attributes[name] ?? null })

describe('from a clipboard', () => {
  const film = { provider: 'youtube', video: 'dQw4w9WgXcQ', title: 'Isen bryter upp', start: 0 }

  test('a film is what the schema lets through, and no attribute of the element’s own', () => {
    expect(read(nodes.embed!, { 'data-embed': JSON.stringify(film), video: 'x', title: '', start: '-1' })).toEqual(film)
    const wrong = ['', '{', '{}', 'youtube:dQw4w9WgXcQ', ...[{ video: '../../evil' }, { provider: 'evil' }, { title: '' }, { start: 1e9 }, { more: 1 }].map((change) => JSON.stringify({ ...film, ...change }))]
    for (const json of wrong) expect(read(nodes.embed!, { 'data-embed': json })).toBe(false)
  })

  test('a LÄS OCKSÅ and a link have no attribute of the element’s own either', () => {
    const block = { target: ID, link: null, title: null, headlineThen: null }
    expect(read(nodes.readAlso!, { 'data-read-also': JSON.stringify(block), link: 'x', title: 'x' })).toEqual(block)
    expect(read(marks.link!, { 'data-article': ID, href: `/desk/articles/${ID}` })).toEqual({ article: ID, href: null })
    expect(read(marks.link!, { href: 'https://tt.se/a', article: 'x' }, 1)).toEqual({ article: null, href: 'https://tt.se/a' })
  })
})
