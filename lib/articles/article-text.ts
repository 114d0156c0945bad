import { splitReadAlsoLine } from '@/lib/related-links/model'
import { LINK_LIMITS } from '@/lib/related-links/schema'
import { type DraftBlock, LIMITS } from './schema'

export type ParsedText = {
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  dateline: string | null
  standfirst: string | null
  blocks: DraftBlock[]
  counts: { paragraphs: number; subheadings: number; readAlso: number }
}

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
const ISO = /^(?:date|datum|publicerad)?\s*:?\s*(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(0[1-9]|[12]\d|3[01]))?(?=\s|$)[\s,:–-]*/i
const WORDS = new RegExp(`^(?:date|datum|publicerad)?\\s*:?\\s*(?:den\\s+)?(?:(\\d{1,2})\\s+)?(${MONTHS.join('|')})\\s+(\\d{4})(?=\\s|$|[.,])[\\s,.:–-]*`, 'i')
/** A subheading is short and no sentence. */
const SUBHEADING = 60

/**
 * Raw text, as pasted or sent by wire, as the parts of an article. The first line may carry a date; the first text after
 * it is the standfirst; a short line without closing full stop between paragraphs is a subheading; lines that begin with
 * LÄS OCKSÅ and its like become blocks, as titles or addresses. Every other word stays, in order.
 */
export function parseArticleText(text: string): ParsedText {
  const lines = linesOf(text)
  const dated = takeDate(lines[0] ?? '')
  const rest = dated ? [dated.rest, ...lines.slice(1)].filter(Boolean) : lines
  const standfirst = rest.length > 1 && isStandfirst(rest[0]!) ? rest[0]! : null
  const body = standfirst === null ? rest : rest.slice(1)
  const blocks = body.map((line, i) => blockOf(line, { first: i === 0, next: body[i + 1] }))
  const count = (type: DraftBlock['type']): number => blocks.filter((block) => block.type === type).length
  return { dateline: dated?.dateline ?? null, standfirst, blocks, counts: { paragraphs: count('paragraph'), subheadings: count('heading'), readAlso: count('readAlso') } }
}

/** Paragraphs: parted by blank lines where there are any (wrapped lines are joined), else by line breaks. */
function linesOf(text: string): string[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\0/g, '')
  const paragraphs = /\S\s*\n[^\S\n]*\n\s*\S/.test(plain) ? plain.split(/\n[^\S\n]*\n/).flatMap(unwrapped) : plain.split('\n')
  return paragraphs.map((line) => line.replace(/[^\S\n]+/g, ' ').trim()).filter(Boolean)
}

/** Lines within a paragraph are joined, but a LÄS OCKSÅ line stands alone. */
function unwrapped(paragraph: string): string[] {
  const out: string[] = []
  let open = false
  for (const line of paragraph.split('\n')) {
    const alone = splitReadAlsoLine(line) !== null
    if (open && !alone) out[out.length - 1] += ` ${line}`
    else out.push(line)
    open = !alone
  }
  return out
}

function takeDate(line: string): { dateline: string; rest: string } | null {
  const iso = ISO.exec(line)
  if (iso && (iso[2] || /^\s*(date|datum|publicerad)/i.test(line))) return { dateline: iso.slice(1).filter(Boolean).join('-'), rest: line.slice(iso[0].length).trim() }
  const words = WORDS.exec(line)
  if (!words) return null
  const month = String(MONTHS.indexOf(words[2]!.toLowerCase()) + 1).padStart(2, '0')
  const day = words[1]?.padStart(2, '0')
  if (day && (day < '01' || day > '31')) return null
  return { dateline: [words[3], month, day].filter(Boolean).join('-'), rest: line.slice(words[0].length).trim() }
}

const isStandfirst = (line: string): boolean => splitReadAlsoLine(line) === null && line.length <= LIMITS.standfirst

function blockOf(line: string, { first, next }: { first: boolean; next: string | undefined }): DraftBlock {
  const related = splitReadAlsoLine(line)
  if (related !== null && related.length <= LINK_LIMITS.title) return readAlso(related)
  const words = [{ type: 'text' as const, text: line }]
  if (!first && isSubheading(line) && next !== undefined && !isSubheading(next)) return { type: 'heading', attrs: { level: 2 }, content: words }
  return { type: 'paragraph', content: words }
}

function isSubheading(line: string): boolean {
  return line.length <= SUBHEADING && splitReadAlsoLine(line) === null && !/[.!:,;…](["”’'»]*)$/u.test(line) && /^["”’'»«“\p{Lu}\d]/u.test(line)
}

function readAlso(text: string): DraftBlock {
  const isAddress = /^https?:\/\/\S+$/i.test(text)
  const link = isAddress ? ({ kind: 'url', url: text } as const) : ({ kind: 'title', title: text } as const)
  return { type: 'readAlso', attrs: { target: null, link, title: null } }
}
