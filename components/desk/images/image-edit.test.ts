import { expect, test } from 'vitest'
import { differs, fieldsOf, keepLater } from './image-edit'

test('what was written of an image while it was saved stays, and is unsaved', () => {
  const sent = { alt: 'En älv', caption: '', credit: 'Anna', focusX: 50, focusY: 50 }
  const now = { ...sent, credit: 'Anna Ek / TT' }
  const saved = { ...sent, alt: 'En älv i dimma', version: 2 }
  const kept = keepLater(saved, sent, now)
  expect(kept).toEqual({ ...fieldsOf(saved), credit: 'Anna Ek / TT' })
  expect(differs(kept, saved)).toBe(true)
  expect(differs(keepLater(saved, sent, sent), saved)).toBe(false)
})
