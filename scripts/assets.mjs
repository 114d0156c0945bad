// The readers' fonts: cut to the glyphs and weights in use, named by their content, with fallbacks of the same measure. And their scripts and icons.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const OUT = join(ROOT, 'public/assets')
const MANIFEST = join(ROOT, 'components/reader/fonts.generated.ts')
const SCRIPT = join(ROOT, 'components/reader/script.generated.ts')

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-'
const SANS = '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-'

const span = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const points = (text) => [...text].map((letter) => letter.codePointAt(0))
/** What Swedish papers are set in, the neighbours' letters included; every other letter is in the extended files. */
const BASIC = [...span(0x20, 0x7e), ...points('\u00a0\u00ad§©«°·»½åäöéüÅÄÖÉÜæøÆØèêàáíóú×–—‘’“”„•…€−→\u2009\u202f\u2011')]
const EXTENDED = [...span(0xa1, 0x17f), ...span(0x218, 0x21b), ...span(0x1e80, 0x1e85), 0x1e9e, ...points('‚†‹›™←↑↓')].filter((point) => !BASIC.includes(point))

/** `plain` goes without the alternative glyphs of fractions and figures; the grotesk needs its tabular figures. */
const FONTS = [
  { family: 'Spalt Serif', key: 'serif', from: SERIF, file: 'wght-normal', style: 'normal', weights: [400, 700], plain: true, preload: true },
  { family: 'Spalt Serif', key: 'serif-italic', from: SERIF, file: 'wght-italic', style: 'italic', weights: [400, 700], plain: true },
  { family: 'Spalt Sans', key: 'sans', from: SANS, file: 'wght-normal', style: 'normal', weights: [400, 800], preload: true },
]
/** Fonts that machines have, with the mean width of LETTERS in thousandths of an em, measured once. */
const FALLBACKS = [
  { family: 'Spalt Serif', like: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 400.88, weight: 400, css: '400 700' },
  { family: 'Spalt Sans', like: ['Arial', 'Liberation Sans', 'Arimo'], width: 441.84, weight: 450, css: '400 599' },
  { family: 'Spalt Sans', like: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'], width: 478.76, weight: 750, css: '600 800' },
]
/** of home screens: Apple's, Android's, and its splash */
const ICON_SIZES = [180, 192, 512]
/** Letters as often as Swedish has them, spaces between words included. */
const LETTERS = 'aaaaaaaaabbcddddeeeeeeeeefffggghhiiiiiijkkklllllmmmnnnnnnnnooooopprrrrrrrsssssssttttttttuuvvxyåäääöö                 '

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const faces = []
const preload = []
for (const font of FONTS) await makeFont(font)
const pictureFonts = await makePictureFonts()
for (const fallback of FALLBACKS) faces.push(await fallbackFace(fallback))
writeFileSync(MANIFEST, `/** Made by scripts/assets.mjs. */\nexport const FONT_FACES = ${JSON.stringify(faces.join(''))}\nexport const PRELOADED_FONTS: string[] = ${JSON.stringify(preload)}\n/** For text in pictures, which no browser gets. */\nexport const PICTURE_FONTS: string[] = ${JSON.stringify(pictureFonts)}\n`)

const scripts = ['clicks', 'embeds', 'search'].map(makeScript)
const icons = await Promise.all(ICON_SIZES.map(makeIcon))
writeFileSync(SCRIPT, `/** Made by scripts/assets.mjs. */\n${scripts.map(({ key, name }) => `export const ${key.toUpperCase()}_SCRIPT = '/assets/${name}'\n`).join('')}/** By width in pixels, with the mark filling what a phone may cut to a circle. */\nexport const ICONS: Record<number, string> = ${JSON.stringify(Object.fromEntries(icons))}\n`)

/** The mark on the paper's ground, as phones want it: they take no SVG. */
async function makeIcon(size) {
  const mark = await sharp(readFileSync(join(ROOT, 'public/favicon.svg')), { density: 72 * 24 }).resize(Math.round(size * 0.76)).toBuffer()
  const data = await sharp({ create: { width: size, height: size, channels: 3, background: '#14120f' } }).composite([{ input: mark }]).png({ palette: true }).toBuffer()
  const name = `icon-${size}-${createHash('sha256').update(data).digest('hex').slice(0, 10)}.png`
  writeFileSync(join(OUT, name), data)
  console.log(`${name}  ${data.length} bytes`)
  return [size, `/assets/${name}`]
}

/** A readers' script as it is, without comments and line ends: each line of it ends a statement or goes on in a bracket. */
function makeScript(key) {
  const script = readFileSync(join(ROOT, `components/reader/${key}.js`), 'utf8').replace(/^\s*\/\/.*$/gm, '').replace(/\n\s*/g, '').trim()
  const name = `${key}-${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`
  writeFileSync(join(OUT, name), script)
  console.log(`${name}  ${script.length} bytes`)
  return { key, name }
}

async function makeFont({ family, key, from, file, style, weights, plain, preload: first }) {
  const [min, max] = weights
  for (const [part, letters] of [['latin', BASIC], ['latin-ext', EXTENDED]]) {
    // The extended letters below U+0100 are in the publisher's latin file, those above in its latin-ext file.
    const halves = part === 'latin' ? [['latin', letters]] : [['latin', letters.filter(isLatin1)], ['latin-ext', letters.filter((point) => !isLatin1(point))]]
    for (const [source, wanted] of halves) {
      const data = await cut(`${from}${source}-${file}.woff2`, wanted, { variationAxes: { wght: { min, max } }, noLayoutClosure: plain })
      const name = `${key}${part === 'latin' ? '' : source === 'latin' ? '-more' : '-ext'}-${createHash('sha256').update(data).digest('hex').slice(0, 10)}.woff2`
      writeFileSync(join(OUT, name), data)
      if (first && part === 'latin') preload.push(`/assets/${name}`)
      faces.push(`@font-face{font-family:"${family}";font-style:${style};font-weight:${min} ${max};font-display:swap;src:url(/assets/${name}) format("woff2");unicode-range:${rangesOf(wanted)}}`)
      console.log(`${name}  ${(data.length / 1024).toFixed(1)} KB`)
    }
  }
}

/** The grotesk in the one weight of shared pictures, as outlines that a program can draw. */
async function makePictureFonts() {
  const all = [...BASIC, ...EXTENDED]
  return Promise.all([['latin', all.filter(isLatin1)], ['latin-ext', all.filter((point) => !isLatin1(point))]].map(async ([source, wanted]) => {
    const data = await cut(`${SANS}${source}-wght-normal.woff2`, wanted, { variationAxes: { wght: 750 }, targetFormat: 'truetype' })
    const name = `picture-${source}-${createHash('sha256').update(data).digest('hex').slice(0, 10)}.ttf`
    writeFileSync(join(OUT, name), data)
    console.log(`${name}  ${(data.length / 1024).toFixed(1)} KB`)
    return `public/assets/${name}`
  }))
}

function isLatin1(point) {
  return point < 0x100
}

function cut(file, letters, options) {
  return subsetFont(readFileSync(require.resolve(file)), String.fromCodePoint(...letters), { targetFormat: 'woff2', noHinting: true, ...options })
}

function rangesOf(letters) {
  const sorted = letters.toSorted((a, b) => a - b)
  const starts = sorted.filter((point) => !sorted.includes(point - 1))
  const ends = sorted.filter((point) => !sorted.includes(point + 1))
  return starts.map((start, i) => `U+${start.toString(16)}${ends[i] === start ? '' : `-${ends[i].toString(16)}`}`).join(',')
}

/** A face of the machine's own font, scaled so that lines break and stand as they will when ours has come. */
async function fallbackFace({ family, like, width, weight, css }) {
  const { from, file } = FONTS.find((font) => font.family === family)
  const sfnt = await cut(`${from}latin-${file}.woff2`, BASIC, { variationAxes: { wght: weight }, targetFormat: 'truetype' })
  const { ascent, descent, lineGap, mean } = measure(sfnt)
  const size = mean / width
  const percent = (value) => `${(value * 100).toFixed(2)}%`
  const src = like.map((name) => `local("${name}")`).join(',')
  return `@font-face{font-family:"${family} Fallback";font-weight:${css};src:${src};size-adjust:${percent(size)};ascent-override:${percent(ascent / size)};descent-override:${percent(descent / size)};line-gap-override:${percent(lineGap / size)}}`
}

function measure(font) {
  const table = Object.fromEntries(span(0, font.readUInt16BE(4) - 1).map((i) => [font.toString('latin1', 12 + i * 16, 16 + i * 16), font.readUInt32BE(20 + i * 16)]))
  const em = font.readUInt16BE(table.head + 18)
  const hhea = (offset) => Math.abs(font.readInt16BE(table.hhea + offset)) / em
  const metrics = font.readUInt16BE(table.hhea + 34)
  const glyphOf = readCmap(font, table.cmap)
  const widths = points(LETTERS).map((point) => font.readUInt16BE(table.hmtx + 4 * Math.min(glyphOf(point), metrics - 1)))
  return { ascent: hhea(4), descent: hhea(6), lineGap: hhea(8), mean: (widths.reduce((sum, width) => sum + width, 0) / widths.length / em) * 1000 }
}

/** Letter to glyph by the font's table of format 4. */
function readCmap(font, cmap) {
  const tables = span(0, font.readUInt16BE(cmap + 2) - 1).map((i) => cmap + font.readUInt32BE(cmap + 8 + i * 8))
  const at = tables.find((offset) => font.readUInt16BE(offset) === 4)
  const bytes = font.readUInt16BE(at + 6)
  const segments = span(0, bytes / 2 - 1).map((i) => {
    const [end, start, delta, skipAt] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map((offset) => at + offset + 2 * i)
    return { end: font.readUInt16BE(end), start: font.readUInt16BE(start), delta: font.readUInt16BE(delta), skip: font.readUInt16BE(skipAt), skipAt }
  })
  return (point) => {
    const { start, delta, skip, skipAt } = segments.find(({ end }) => point <= end)
    if (point < start) return 0
    return skip === 0 ? (point + delta) & 0xffff : font.readUInt16BE(skipAt + skip + 2 * (point - start))
  }
}
