import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCENT_STYLE, accentsOf, accentStyle, contrast, DEFAULT_ACCENT } from './model'
import { settingsSchema } from './schema'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('whatever is chosen can be read on both papers, and what can be read already stays as it is', () => {
  fc.assert(fc.property(colour, (accent) => {
    const { light, dark } = accentsOf(accent)
    expect(contrast(light, '#fffdf9')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark, '#131211')).toBeGreaterThanOrEqual(4.5)
    if (accent !== DEFAULT_ACCENT && contrast(accent, '#fffdf9') >= 4.5) expect(light).toBe(accent)
    const style = accentStyle(accent)
    if (style) expect(style.replace(ACCENT_STYLE, '')).toBe('')
  }))
})

test('contrast is WCAG’s', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('the default accents are the stylesheet’s', () => {
  const tokens = readFileSync(new URL('../../components/reader/styles/tokens.css', import.meta.url), 'utf8')
  expect([...tokens.matchAll(/--accent: (#[0-9a-f]{6})/g)].map(([, hex]) => hex)).toEqual(Object.values(accentsOf(DEFAULT_ACCENT)))
})

test('a zone, a colour and a contact are taken as people write them, or refused', () => {
  const given = { version: 1, siteName: ' Bladet ', tagline: '', timeZone: 'Europe/Stockholm', accent: '#C8102E', aboutText: '', contactText: '', securityContact: '', overusedIn: 10, overusedDays: 30 }
  expect(settingsSchema.parse(given)).toMatchObject({ siteName: 'Bladet', accent: '#c8102e' })
  for (const wrong of [{ siteName: ' ' }, { timeZone: 'Mars/Base' }, { timeZone: '+01:00' }, { accent: 'red' }, { securityContact: 'javascript:x' }, { securityContact: 'http://x.se' }, { overusedIn: 0 }, { more: 1 }]) {
    expect([wrong, settingsSchema.safeParse({ ...given, ...wrong }).success]).toEqual([wrong, false])
  }
  for (const right of ['sakerhet@example.se', 'https://example.se/hal']) expect(settingsSchema.safeParse({ ...given, securityContact: right }).success).toBe(true)
})
