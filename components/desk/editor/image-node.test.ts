import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { articleExtensions } from './extensions'

const use = { image: '0190a5a0-0000-7000-8000-000000000001', alt: 'a', caption: 'b', credit: 'c' }
const { nodes } = getSchema(articleExtensions())
const read = (attributes: Record<string, string>) => (nodes.image!.spec.parseDOM![0]!.getAttrs as (element: unknown) => unknown)({ getAttribute: (name: string) => attributes[name] ?? null })

describe('an image from a clipboard', () => {
  test('is what the schema lets through, and no attribute of the element’s own', () => {
    expect(read({ 'data-image': JSON.stringify(use), alt: 'x', image: 'x' })).toEqual(use)
    const wrong = ['', '{', '{}', '"x"', ...[{ image: '../../evil' }, { src: 'x' }, { alt: 'x'.repeat(501) }, { credit: null }].map((change) => JSON.stringify({ ...use, ...change }))]
    for (const json of wrong) expect(read({ 'data-image': json })).toBe(false)
  })

  test('comes back as it was written out', () => {
    const [tag, attrs] = nodes.image!.spec.toDOM!(nodes.image!.create(use)) as unknown as [string, Record<string, string>]
    expect([tag, read(attrs)]).toEqual(['figure', use])
  })
})
