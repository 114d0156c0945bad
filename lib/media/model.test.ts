import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingWidth, imagePath, srcSetOf, widthsOf } from './model'

const image = { id: '00000000-0000-4000-8000-000000000001', width: 1_000, height: 500, focusX: 50, focusY: 50 }

test('copies grow up to the image’s own width, and to 1920 pixels', () => {
  expect([widthsOf(300), widthsOf(320), widthsOf(1_000), widthsOf(1_920), widthsOf(6_000)]).toEqual([[300], [320], [320, 640, 960, 1_000], [320, 640, 960, 1_280, 1_920], [320, 640, 960, 1_280, 1_920]])
  expect(srcSetOf(image)).toBe([320, 640, 960, 1_000].map((width) => `${imagePath(image, width)} ${width}w`).join(', '))
})

test('whatever is asked for, a copy that exists is given: one that is large enough, if there is one', () => {
  fc.assert(fc.property(fc.integer({ min: 200, max: 20_000 }), fc.integer({ min: 1, max: 4_000 }), (width, atLeast) => {
    const [widths, fitting] = [widthsOf(width), fittingWidth({ ...image, width }, atLeast)]
    expect(widths).toContain(fitting)
    expect(Math.max(...widths)).toBeLessThanOrEqual(width)
    if (widths.some((each) => each >= atLeast)) expect(fitting).toBeGreaterThanOrEqual(atLeast)
  }))
})
