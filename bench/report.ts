import { cpus } from 'node:os'
import { readFileSync, writeFileSync } from 'node:fs'

const PAGE = 'docs/performance.md'

/** The machine that measures, in a sentence. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} cores (${cpu?.model ?? 'unknown'}), all in one machine.`
}

/** Puts lines between a section's marks in docs/performance.md, as they were printed. */
export function writeSection(name: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const text = readFileSync(PAGE, 'utf8')
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`${PAGE} has no place for ${name}: it needs the marks ${begin} and ${end}.`)
  writeFileSync(PAGE, `${before}${begin}\n\n${lines.join('\n')}\n\n${end}${after}`)
}
