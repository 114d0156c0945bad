// Does a text have what a correction of another one put right? Compared block by block, so that a link or a mark counts as much as a word.
import type { Body, DraftBlock, DraftBody } from './schema'

/** What a correction can change. */
export type Words = { headline: string; standfirst: string; body: Body | DraftBody }
/** A block (or headline, or standfirst) that a correction changed: how many of it a text had `before`, and has `after`. */
export type ChangedLine = { key: string; words: string; before: number; after: number }

type Line = { key: string; words: string }
type Node = { type: string; text?: string; content?: Node[]; attrs?: Record<string, unknown> }

function linesOf({ headline, standfirst, body }: Words): Line[] {
  const blocks = body.content.map((block) => ({ key: keyOf(block), words: wordsIn(block as Node) }))
  return [{ key: `headline ${headline.trim()}`, words: headline }, { key: `standfirst ${standfirst.trim()}`, words: standfirst }, ...blocks]
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
  const words = new Map([...was, ...is].map((line) => [line.key, line.words]))
  const changed = [...words].map(([key, said]) => ({ key, words: said, before: had.get(key) ?? 0, after: has.get(key) ?? 0 })).filter((line) => line.before !== line.after)
  return changed.sort((a, b) => Number(a.before < a.after) - Number(b.before < b.after))
}

export const sameWords = (a: Words, b: Words): boolean => stable(linesOf(a).map(({ key }) => key)) === stable(linesOf(b).map(({ key }) => key))

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
  const line = (name: 'headline' | 'standfirst') => (text[name] === before[name] ? after[name] : text[name])
  return { headline: line('headline'), standfirst: line('standfirst'), body: { type: 'doc', content: patched(text.body.content, before.body.content, after.body.content) } as DraftBody }
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
