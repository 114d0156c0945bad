import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { loadDictionary } from '@/lib/related-links/dictionary'
import { compareLinks, explain, type LinkItem, type Reason, UNKNOWN_SITE, type Verdict } from '@/lib/related-links/model'

const pairSchema = z.object({ kind: z.enum(['title', 'url']), a: z.string(), b: z.string() })
export type Pair = z.output<typeof pairSchema>
export type Judged = { duplicate: boolean; verdict: Verdict; reason: Reason | null; text: string }

/**
 * Judges pairs `{"kind":"title"|"url","a","b"}`, a line each, and writes a line for each, in order. Needs no database, server
 * or network. Answers the exit status: 1 when a line was malformed (its answer says so at its place), else 0.
 */
export async function linksCheck({ stdin, stdout }: { stdin: Readable; stdout: Writable }): Promise<number> {
  const judge = await loadJudge()
  let status = 0
  let number = 0
  for await (const line of createInterface({ input: stdin.setEncoding('latin1'), crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const answer = judgeLine(line, number, judge)
    if ('error' in answer) status = 1
    stdout.write(`${JSON.stringify(answer)}\n`)
  }
  return status
}

function judgeLine(line: string, number: number, judge: (pair: Pair) => Judged): Judged | { error: string } {
  try {
    // Read as bytes, so that a line that is no UTF-8 is refused instead of guessed.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))
    return judge(pairSchema.parse(JSON.parse(text)))
  } catch (error) {
    return { error: `line ${number}: ${reasonOf(error)}` }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'wants {"kind": "title" or "url", "a": text, "b": text}'
  return error instanceof SyntaxError ? 'is not JSON' : 'is not UTF-8'
}

/** The verdict on pairs as two LÄS OCKSÅ, on a site of which nothing is known but its languages. */
export async function loadJudge(): Promise<(pair: Pair) => Judged> {
  const site = { ...UNKNOWN_SITE, knowsWord: await loadDictionary() }
  return ({ kind, a, b }) => {
    const { verdict, reason } = compareLinks(itemOf(kind, a), itemOf(kind, b), site)
    return { duplicate: verdict !== 'none', verdict, reason, text: reason ? explain(reason, 'sv') : '' }
  }
}

const itemOf = (kind: Pair['kind'], text: string): LinkItem =>
  kind === 'title' ? { place: 'block', title: text, ref: { kind, title: text } } : { place: 'block', title: null, ref: { kind, url: text } }
