import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPlace, fittingWidth, imagePath, srcSetOf, widthsOf } from './model'

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

test('a cut has what must be seen in its middle as far as the image reaches, and cuts nothing of its other direction', () => {
  expect(cutPlace({ width: 1_000, height: 500, focusX: 50, focusY: 0 }, 1.5)).toEqual({ x: 50, y: 50 })
  expect(cutPlace({ width: 1_000, height: 500, focusX: 10, focusY: 50 }, 1)).toEqual({ x: 0, y: 50 })
  fc.assert(fc.property(fc.integer({ min: 200, max: 5_000 }), fc.integer({ min: 200, max: 5_000 }), fc.integer({ min: 0, max: 100 }), fc.double({ min: 0.5, max: 3, noNaN: true }), (width, height, focus, shape) => {
    const { x } = cutPlace({ width, height, focusX: focus, focusY: 50 }, shape)
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(100)
    const [whole, part] = [width * Math.max(shape / width, 1 / height), shape]
    const middle = ((whole - part) * x) / 100 + part / 2
    if (x > 0 && x < 100 && whole - part > 1e-6) expect(middle).toBeCloseTo((whole * focus) / 100, 6)
  }))
})
