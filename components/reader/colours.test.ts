import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')
const [light, dark] = tokens.split('prefers-color-scheme: dark').map((part) => Object.fromEntries([...part.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])))

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

describe.each([['light', light!], ['dark', dark!]])('on the %s paper', (_name, colours) => {
  test.each([['ink', 7], ['quiet', 4.5], ['accent', 4.5]])('%s has %f:1', (name, least) => {
    expect(contrast(colours[name]!, colours.paper!)).toBeGreaterThanOrEqual(least)
  })
})
