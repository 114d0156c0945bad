// Does a text have what a correction of another one put right? Compared block by block, so that a link or a mark counts as much as a word.
import type { ImageUse } from '@/lib/media/schema'
import { embedLine } from './embed'
import { imageLine } from './images'
import type { Body, DraftBlock, DraftBody, Embed } from './schema'

/** What speaks for a text elsewhere: in lists, search engines and shares. Empty means that its headline or standfirst does. */
export const ELSEWHERE = ['shortHeadline', 'searchTitle', 'searchDescription', 'shareText'] as const
export type Elsewhere = (typeof ELSEWHERE)[number]
const LINES = ['headline', 'standfirst', ...ELSEWHERE] as const
export type Lines = Record<(typeof LINES)[number], string>
/** What a correction can change. */
export type Words = Lines & { body: Body | DraftBody }
type Part = keyof Words
/** A block (or headline, standfirst ...) that a correction changed, and of what: how many of it a text had `before`, and has `after`. */
export type ChangedLine = { key: string; part: Part; words: string; before: number; after: number }

type Line = Pick<ChangedLine, 'key' | 'part' | 'words'>
type Node = { type: string; text?: string; content?: Node[]; attrs?: Record<string, unknown> }

const eachLine = (of: (name: keyof Lines) => string): Lines => Object.fromEntries(LINES.map((name) => [name, of(name)])) as Lines
/** All of a text but its body. */
export const linesIn = (words: Lines): Lines => eachLine((name) => words[name])

function linesOf(words: Words): Line[] {
  const lines = LINES.map((part) => ({ key: `${part} ${words[part].trim()}`, part, words: words[part] }))
  return [...lines, ...words.body.content.map((block) => ({ key: keyOf(block), part: 'body' as const, words: wordsIn(block as Node) }))]
}

function keyOf(block: DraftBlock | Body['content'][number]): string {
  if (block.type !== 'readAlso') return stable(block)
  const { target, title } = block.attrs
  return `readAlso ${target ?? ('link' in block.attrs ? stable(block.attrs.link) : '')} ${title ?? ''}`
}

/** JSON in which the order of names, which Postgres changes, is always the same. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part))

function wordsIn({ type, text, content = [], attrs }: Node): string {
  if (type === 'readAlso') return typeof attrs?.title === 'string' ? `LÄS OCKSÅ: ${attrs.title}` : 'LÄS OCKSÅ'
  if (type === 'image') return imageLine(attrs as ImageUse)
  if (type === 'embed') return embedLine(attrs as Embed['attrs'])
  if (type === 'hardBreak') return ' '
  return text ?? content.map(wordsIn).join(content.some((child) => child.type === 'text') ? '' : ' ')
}

const countsOf = (lines: readonly Line[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { key } of lines) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** What a correction changed, what it took away first; empty when the texts say the same. */
export function changedLines(before: Words, after: Words): ChangedLine[] {
  const [was, is] = [linesOf(before), linesOf(after)]
  const [had, has] = [countsOf(was), countsOf(is)]
  const all = new Map([...was, ...is].map((line) => [line.key, line]))
  const changed = [...all.values()].map((line) => ({ ...line, before: had.get(line.key) ?? 0, after: has.get(line.key) ?? 0 })).filter((line) => line.before !== line.after)
  return changed.sort((a, b) => Number(a.before < a.after) - Number(b.before < b.after))
}

export const sameWords = (a: Words, b: Words): boolean => changedParts(a, b).length === 0

/** What of a text another one has in other words, or in another order. */
export function changedParts(before: Words, after: Words): Part[] {
  const [was, is] = [linesOf(before), linesOf(after)]
  const keysOf = (lines: readonly Line[], part: Part) => stable(lines.filter((line) => line.part === part).map(({ key }) => key))
  return ([...LINES, 'body'] as const).filter((part) => keysOf(was, part) !== keysOf(is, part))
}

/**
 * Does a draft follow when the text that readers have is corrected? It does when its headline, standfirst and body say word for word
 * what that said, and what speaks for it elsewhere follows line by line, where the draft has no words of its own.
 */
export const follows = (draft: Words, before: Words): boolean => changedParts(draft, before).every((part) => ELSEWHERE.some((name) => name === part))

/** What the correction took away and still stands in the text, and what it brought and does not. */
export function lackedLines(changed: readonly ChangedLine[], text: Words): ChangedLine[] {
  const counts = countsOf(linesOf(text))
  return changed.filter(({ key, before, after }) => (before > after ? (counts.get(key) ?? 0) > after : (counts.get(key) ?? 0) < after))
}

export const hasCorrection = (changed: readonly ChangedLine[], text: Words): boolean => lackedLines(changed, text).length === 0

/**
 * The text with what a correction changed, wherever the text still has it as it was before; all else of the text stays. What
 * was written anew since is not touched, so the answer may still lack something.
 */
export function takeIn(text: Words, before: Words, after: Words): Words {
  return { ...takeInLines(text, before, after), body: { type: 'doc', content: patched(text.body.content, before.body.content, after.body.content) } as DraftBody }
}

/** The same for all but the body. */
export function takeInLines(text: Lines, before: Lines, after: Lines): Lines {
  return eachLine((name) => (text[name].trim() === before[name].trim() ? after[name] : text[name]))
}

type Blocks = readonly (DraftBlock | Body['content'][number])[]

function patched(text: Blocks, before: Blocks, after: Blocks): DraftBlock[] {
  let content = [...text]
  for (const { start, gone, came, behind } of hunks(before, after)) {
    const at = gone.length > 0 ? placeOf(content, gone, start) : behind ? placeOf(content, [behind], start - 1) + 1 : 0
    const isThere = gone.length > 0 ? at >= 0 : !behind || at > 0
    if (isThere) content = [...content.slice(0, at), ...came, ...content.slice(at + gone.length)]
  }
  return content.map(asGiven)
}

/** A block as an editor sends it. */
function asGiven(block: Blocks[number]): DraftBlock {
  if (block.type !== 'readAlso' || 'link' in block.attrs) return block as DraftBlock
  return { type: 'readAlso', attrs: { ...block.attrs, link: null } }
}

type Hunk = { start: number; gone: Blocks; came: Blocks; behind: Blocks[number] | null }

/** Where two texts differ: block against block while there are as many, else what lies between the same beginning and end. */
function hunks(before: Blocks, after: Blocks): Hunk[] {
  const same = (a: Blocks[number] | undefined, b: Blocks[number] | undefined) => a !== undefined && b !== undefined && keyOf(a) === keyOf(b)
  if (before.length === after.length) return before.flatMap((block, i) => (same(block, after[i]) ? [] : [{ start: i, gone: [block], came: [after[i]!], behind: null }]))
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && same(before[start], after[start])) start += 1
  let end = 0
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end += 1
  return [{ start, gone: before.slice(start, before.length - end), came: after.slice(start, after.length - end), behind: before[start - 1] ?? null }]
}

/** Where a run of blocks begins, of several places the one nearest to where it was; -1 where it is not. */
function placeOf(content: Blocks, run: Blocks, was: number): number {
  const [keys, wanted] = [content.map(keyOf), run.map(keyOf)]
  const places = keys.flatMap((_, i) => (wanted.every((key, j) => keys[i + j] === key) ? [i] : []))
  return places.sort((a, b) => Math.abs(a - was) - Math.abs(b - was))[0] ?? -1
}
