// The accent as readers get it: as chosen where it can be read, else darker on the light paper and lighter on the dark one.

/** The readers’ papers. */
export const PAPERS = { light: '#fffdf9', dark: '#131211' } as const
export const DEFAULT_ACCENT = '#c8102e'
/** The accent that the stylesheet has, worked out by hand. */
const DEFAULT_ACCENTS = { light: DEFAULT_ACCENT, dark: '#ff6673' } as const
/** WCAG's AA for text */
const LEAST_CONTRAST = 4.5
const STEP = 0.02

type Rgb = [number, number, number]
const rgbOf = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG's contrast of two colours (#rrggbb), 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** A colour as it is on each paper, each with at least 4.5:1: mixed with black or white as little as that needs. */
export function accentsOf(accent: string): { light: string; dark: string } {
  if (accent === DEFAULT_ACCENT) return DEFAULT_ACCENTS
  return { light: readable(accent, PAPERS.light, [0, 0, 0]), dark: readable(accent, PAPERS.dark, [255, 255, 255]) }
}

function readable(accent: string, paper: string, towards: Rgb): string {
  for (let share = 0; share < 1; share += STEP) {
    const mixed = hexOf(rgbOf(accent).map((part, i) => part + (towards[i]! - part) * share) as Rgb)
    if (contrast(mixed, paper) >= LEAST_CONTRAST) return mixed
  }
  return hexOf(towards)
}

/** Of which form `accentStyle` is, and nothing else. */
export const ACCENT_STYLE = /:root\{--accent:#[0-9a-f]{6}\}@media\(prefers-color-scheme:dark\)\{:root\{--accent:#[0-9a-f]{6}\}\}/

/** The rule that gives readers' pages an accent; null for the stylesheet's own. */
export function accentStyle(accent: string): string | null {
  if (accent === DEFAULT_ACCENT || !/^#[0-9a-f]{6}$/.test(accent)) return null
  const { light, dark } = accentsOf(accent)
  return `:root{--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}`
}
