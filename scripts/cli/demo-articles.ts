import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseArticleText } from '@/lib/articles/model'
import { type DraftBlock, LABELS, type Paragraph } from '@/lib/articles/schema'

const FOLDER = join(import.meta.dirname, '../../prisma/demo')

const list = z.string().default('').transform((text) => text.split(',').map((item) => item.trim()).filter(Boolean))
const hours = z.coerce.number().positive().optional()
const headSchema = z.strictObject({
  headline: z.string(),
  shortHeadline: z.string().default(''),
  standfirst: z.string().default(''),
  searchDescription: z.string().default(''),
  label: z.enum(LABELS).default('nyhet'),
  section: z.string().optional(),
  tags: list,
  /** the name of a drawing, with the words that it has here */
  image: z.string().optional(),
  imageAlt: z.string().default(''),
  imageCaption: z.string().default(''),
  bylines: list,
  author: z.enum(['writer', 'editor']),
  dateline: z.string().optional(),
  /** live since, and until, as hours before the load */
  hoursAgo: hours,
  unpublishedHoursAgo: hours,
  trashedHoursAgo: hours,
  /** live from, e.g. "tomorrow 06:00", in the newsroom's zone */
  planned: z.string().regex(/^(tomorrow|day after tomorrow) \d\d:\d\d$/).optional(),
  /** a file of raw text instead of what follows the head */
  text: z.string().optional(),
  withoutDoubles: z.literal('yes').optional(),
})
export type DemoArticle = Omit<z.output<typeof headSchema>, 'dateline'> & { dateline: string | null; blocks: DraftBlock[]; raw: string | null }

/** The articles of the demo newsroom, in the order of their files: a head of `name: value` lines, a blank line, the text. */
export function readDemoArticles(): DemoArticle[] {
  const folder = join(FOLDER, 'articles')
  return readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => readArticle(readFileSync(join(folder, name), 'utf8')))
}

function readArticle(file: string): DemoArticle {
  const [, head, text] = /^([\s\S]*?)(?:\n\s*\n([\s\S]*))?$/.exec(file.trim())!
  const fields = headSchema.parse(Object.fromEntries(head!.split('\n').map(readField)))
  const raw = fields.text ? readFileSync(join(FOLDER, fields.text), 'utf8') : null
  const parsed = parseArticleText(raw ?? text ?? '', { fragment: raw === null })
  const blocks = fields.withoutDoubles ? withoutDoubles(parsed.blocks) : parsed.blocks
  return { ...fields, standfirst: parsed.standfirst ?? fields.standfirst, dateline: parsed.dateline ?? fields.dateline ?? null, blocks: shaped(blocks), raw }
}

function readField(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

/** What an editor does when the desk has named the doubled LÄS OCKSÅ: the later one goes. */
function withoutDoubles(blocks: readonly DraftBlock[]): DraftBlock[] {
  const isDouble = (block: DraftBlock, i: number): boolean => block.type === 'readAlso' && blocks.findIndex((other) => JSON.stringify(other) === JSON.stringify(block)) < i
  return blocks.filter((block, i) => !isDouble(block, i))
}

/** Paragraphs that begin with "> " become quotes, runs of "- " a list. */
function shaped(blocks: readonly DraftBlock[]): DraftBlock[] {
  const out: DraftBlock[] = []
  for (const block of blocks) {
    const quote = marked(block, '> ')
    const item = marked(block, '- ')
    const last = out.at(-1)
    if (quote) out.push({ type: 'blockquote', content: [quote] })
    else if (item && last?.type === 'bulletList') last.content.push({ type: 'listItem', content: [item] })
    else if (item) out.push({ type: 'bulletList', content: [{ type: 'listItem', content: [item] }] })
    else out.push(block)
  }
  return out
}

function marked(block: DraftBlock, mark: string): Paragraph | null {
  const first = block.type === 'paragraph' ? block.content?.[0] : undefined
  return first?.type === 'text' && first.text.startsWith(mark) ? { type: 'paragraph', content: [{ type: 'text', text: first.text.slice(mark.length) }] } : null
}
