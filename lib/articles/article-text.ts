import { splitReadAlsoLine } from '@/lib/related-links/model'
import { LINK_LIMITS, type LinkInput } from '@/lib/related-links/schema'
import { splitDateline } from './dateline'
import { type DraftBlock, LIMITS } from './schema'

export type ParsedArticleText = {
  dateline: string | null
  standfirst: string | null
  /** raw text has no mark that tells a headline from a standfirst: it comes from whoever imports */
  headline: null
  blocks: DraftBlock[]
  counts: { paragraphs: number; subheadings: number; readAlso: number }
}
export type ParseOptions = {
  /** a part of a text, to stand in the middle of an article: no date line and no standfirst is looked for */
  fragment?: boolean
}

type ReadAlsoPart = { kind: 'readAlso'; link: LinkInput; title: string | null }
type Part = { kind: 'text' | 'subheading'; text: string } | ReadAlsoPart

const SUBHEADING = { characters: 70, words: 9 }
/** A standfirst without a date line before it is at most this long, UTF-16 units. */
const LEAD_LENGTH = 450

/** Raw text as an article: date line, standfirst, paragraphs, subheadings and LÄS OCKSÅ lines. No word is lost or moved, save the date's own and the labels'. */
export function parseArticleText(text: string, options: ParseOptions = {}): ParsedArticleText {
  const lines = paragraphsOf(text)
  const opening = options.fragment ? { dateline: null, standfirst: null, lines } : takeOpening(lines)
  const parts = markSubheadings(partsOf(opening.lines), opening.standfirst !== null || options.fragment === true)
  const count = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).length
  return {
    dateline: opening.dateline,
    standfirst: opening.standfirst,
    headline: null,
    blocks: parts.map(blockOf),
    counts: { paragraphs: count('text'), subheadings: count('subheading'), readAlso: count('readAlso') },
  }
}

/** The paragraphs of a text: parted by blank lines, or one to a line; lines that were broken to a width are joined. */
function paragraphsOf(text: string): string[] {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').split('\n').map(cleanLine)
  const chunks: string[][] = [[]]
  for (const line of lines) {
    if (line) chunks.at(-1)!.push(line)
    else chunks.push([])
  }
  return chunks.flatMap((chunk) => (isWrapped(chunk) ? [chunk.join(' ')] : joinBroken(chunk)))
}

/** No marks that a text should not carry, no-break spaces only inside numbers, one space between words. */
const cleanLine = (line: string): string =>
  line
    // Postgres refuses NUL, and no reader wants the others
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\ufeff]/g, '')
    .replace(/(?<!\d)[\u00a0\u202f]|[\u00a0\u202f](?!\d)/g, ' ')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()

const ENDS_SENTENCE = /[.!?…:][\p{Pe}\p{Pf}\p{Pi}"'”’]*$/u

/** Broken to a width as in an e-mail: every line but the last about as long, some in the middle of a sentence. */
function isWrapped(chunk: readonly string[]): boolean {
  const broken = chunk.slice(0, -1)
  return broken.length > 0 && broken.every((line) => line.length >= 45 && line.length <= 100 && splitReadAlsoLine(line) === null) && broken.some((line) => !ENDS_SENTENCE.test(line))
}

/** A line that goes on in lower case after one without an end is the same paragraph. */
function joinBroken(chunk: readonly string[]): string[] {
  const paragraphs: string[] = []
  let last = ''
  for (const line of chunk) {
    const goesOn = last !== '' && /^\p{Ll}/u.test(line) && !ENDS_SENTENCE.test(last) && splitReadAlsoLine(last) === null && splitReadAlsoLine(line) === null && !isAddress(line)
    if (goesOn) paragraphs[paragraphs.length - 1] += ` ${line}`
    else paragraphs.push(line)
    last = line
  }
  return paragraphs
}

type Opening = { dateline: string | null; standfirst: string | null; lines: string[] }

function takeOpening(lines: string[]): Opening {
  const dated = lines[0] === undefined ? null : splitDateline(lines[0])
  const rest = dated ? [...(dated.rest ? [dated.rest] : []), ...lines.slice(1)] : lines
  const isLead = rest[0] !== undefined && isStandfirst(rest, dated !== null)
  return { dateline: dated?.dateline ?? null, standfirst: isLead ? rest[0]! : null, lines: isLead ? rest.slice(1) : rest }
}

function isStandfirst([first, ...others]: readonly string[], isDated: boolean): boolean {
  if (!first || splitReadAlsoLine(first) !== null) return false
  if (isDated) return first.length <= LIMITS.standfirst
  return first.length <= LEAD_LENGTH && others.filter((line) => splitReadAlsoLine(line) === null).length >= 2
}

function partsOf(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  for (let i = 0; i < lines.length; i++) {
    const below = titleBelow(lines, i)
    const given = below ?? splitReadAlsoLine(lines[i]!)
    const readAlso = given === null ? null : readAlsoOf(given)
    parts.push(readAlso ?? { kind: 'text', text: lines[i]! })
    if (readAlso && below !== null) i++
  }
  return parts
}

/** A label on a line of its own belongs to the headline on the next. */
function titleBelow(lines: readonly string[], index: number): string | null {
  const [line, next] = [lines[index]!, lines[index + 1]]
  if (next === undefined || !(isShortLine(next) || isAddress(next)) || splitReadAlsoLine(line) !== null || splitReadAlsoLine(next) !== null) return null
  return splitReadAlsoLine(`${line} ${next}`) === next ? next : null
}

function readAlsoOf(given: string): ReadAlsoPart | null {
  const { title, address } = splitAddress(given)
  if (title.length > LINK_LIMITS.title || (!title && !address)) return null
  return address ? { kind: 'readAlso', link: { kind: 'url', url: address }, title: title || null } : { kind: 'readAlso', link: { kind: 'title', title }, title: null }
}

function splitAddress(given: string): { title: string; address: string | null } {
  const last = given.split(' ').at(-1)!
  return isAddress(last) ? { title: given.slice(0, -last.length).trim(), address: last } : { title: given, address: null }
}

function isAddress(word: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(word) || word.length > LINK_LIMITS.address || !URL.canParse(word)) return false
  const { username, password } = new URL(word)
  return !username && !password
}

const CLOSED = /[.,:;…][\p{Pe}\p{Pf}\p{Pi}"'”’]*$/u
const LISTED = /^(?:[-–—•*·]|\d+[.)])(?:\s|$)/u

const isShortLine = (line: string): boolean =>
  line.length <= SUBHEADING.characters && line.split(' ').length <= SUBHEADING.words && /\p{L}/u.test(line) && !CLOSED.test(line) && !LISTED.test(line) && !isAddress(line)

/** A short line is a subheading between paragraphs; several on end are a list, a result or a signature. LÄS OCKSÅ lines between do not count. */
function markSubheadings(parts: readonly Part[], hasTextBefore: boolean): Part[] {
  const texts = parts.filter((part) => part.kind !== 'readAlso')
  const isLong = (index: number): boolean => texts[index] !== undefined && !isShortLine(texts[index].text)
  const headings = new Set<Part>(texts.filter((part, i) => isShortLine(part.text) && isLong(i + 1) && (i === 0 ? hasTextBefore : isLong(i - 1))))
  return parts.map((part) => (part.kind !== 'readAlso' && headings.has(part) ? { kind: 'subheading', text: part.text } : part))
}

function blockOf(part: Part): DraftBlock {
  if (part.kind === 'readAlso') return { type: 'readAlso', attrs: { target: null, link: part.link, title: part.title } }
  const content = [{ type: 'text' as const, text: part.text }]
  return part.kind === 'subheading' ? { type: 'heading', attrs: { level: 2 }, content } : { type: 'paragraph', content }
}
