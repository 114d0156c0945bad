// `npm run bench -- duplicates [--misses]`: how often the verdict on labelled pairs is right, beside two simple measures of likeness.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadJudge, type Pair } from '@/scripts/cli/links-check'
import { trigramSimilarity } from './trigrams'

type Labelled = Pair & { duplicate: boolean }
type Judge = (pair: Pair) => boolean

const FILES = ['bench/data/duplicates-dev.ndjson', 'bench/data/duplicates-heldout.ndjson']
const ALIKE = 0.6
const KINDS = ['title', 'url'] as const

const { values } = parseArgs({ args: process.argv.slice(3), options: { misses: { type: 'boolean' } } })
const verdict = await loadJudge()
const judges: Record<string, Judge> = {
  'the verdict': (pair) => verdict(pair).duplicate,
  'equal strings': ({ a, b }) => a === b,
  [`trigrams >= ${ALIKE}`]: ({ a, b }) => trigramSimilarity(a, b) >= ALIKE,
}

function report(kind: Pair['kind'], pairs: readonly Labelled[]): void {
  console.log(`\n  ${kind}: ${pairs.length} pairs, ${pairs.filter(({ duplicate }) => duplicate).length} of them duplicates`)
  console.log(`  ${''.padEnd(16)}${['precision', 'recall', 'found', 'missed', 'false'].map((head) => head.padStart(10)).join('')}`)
  for (const [name, judge] of Object.entries(judges)) {
    const { found, missed, wrong } = sort(pairs, judge)
    const cells = [share(found.length, wrong.length), share(found.length, missed.length), ...[found, missed, wrong].map(({ length }) => `${length}`)]
    console.log(`  ${name.padEnd(16)}${cells.map((cell) => cell.padStart(10)).join('')}`)
  }
  if (values.misses) list(sort(pairs, judges['the verdict']!))
}

const share = (of: number, rest: number): string => (of + rest === 0 ? '-' : (of / (of + rest)).toFixed(4))

type Sorted = { found: Labelled[]; missed: Labelled[]; wrong: Labelled[] }

function sort(pairs: readonly Labelled[], judge: Judge): Sorted {
  const said = pairs.map((pair) => ({ pair, isFound: judge(pair) }))
  const those = (isFound: boolean, duplicate: boolean): Labelled[] => said.filter((one) => one.isFound === isFound && one.pair.duplicate === duplicate).map(({ pair }) => pair)
  return { found: those(true, true), missed: those(false, true), wrong: those(true, false) }
}

function list({ missed, wrong }: Sorted): void {
  for (const [what, pairs] of [['missed', missed], ['false', wrong]] as const)
    for (const pair of pairs) console.log(`    ${what}${what === 'false' ? ` (${verdict(pair).reason})` : ''}\n      ${JSON.stringify(pair.a)}\n      ${JSON.stringify(pair.b)}`)
}

for (const file of FILES.filter((path) => existsSync(path))) {
  const pairs = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Labelled)
  console.log(`\n${file}: ${pairs.length} pairs`)
  for (const kind of KINDS) report(kind, pairs.filter((pair) => pair.kind === kind))
}
