// Is a story told twice found, and are two desks' own reports on one event left alone? `npm run bench -- same-story`
import { createHash } from 'node:crypto'
import { compareStories, storyBands, storyOf } from '@/lib/articles/model'
import { makePairs, type Pair } from './same-story-pairs'

type Verdict = (pair: Pair) => boolean

const spalt: Verdict = ({ a, b }) => {
  const [one, other] = [storyOf(a), storyOf(b)]
  const bands = new Set(storyBands(one))
  return storyBands(other).some((band) => bands.has(band)) && compareStories(one, other).kind !== null
}

const hashOf = (text: string): string => createHash('sha256').update(text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()).digest('hex')
/** As pg_trgm counts: the sets of three letters of each word, with two blanks before it and one after. */
function trigramsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.flatMap((word) => Array.from({ length: word.length + 1 }, (_, i) => `  ${word} `.slice(i, i + 3))))
}
const reference: Verdict = ({ a, b }) => {
  const [one, other] = [trigramsOf(a), trigramsOf(b)]
  const shared = one.intersection(other).size
  return hashOf(a) === hashOf(b) || shared / (one.size + other.size - shared) >= 0.6
}

function score(pairs: readonly Pair[], verdict: Verdict) {
  const said = pairs.map((pair) => ({ is: pair.isSame, said: verdict(pair) }))
  const right = said.filter(({ is, said }) => is && said).length
  const [claimed, all] = [said.filter(({ said }) => said).length, said.filter(({ is }) => is).length]
  return { precision: claimed === 0 ? 1 : right / claimed, recall: right / all, missed: all - right, wrong: claimed - right }
}

const row = (name: string, cells: readonly (string | number)[]): string => name.padEnd(58) + cells.map((cell) => String(cell).padStart(10)).join('')

for (const [count, seed] of [[200, 2026], [4_000, 7]] as const) {
  const pairs = makePairs(count, seed)
  console.log(row(`${count} pairs, seed ${seed}, half of them two reports`, ['precision', 'recall', 'missed', 'wrong']))
  for (const [name, verdict] of [['shared band, then shingles (this system)', spalt], ['reference: trigrams >= 0.6, or the same SHA-256', reference]] as const) {
    const { precision, recall, missed, wrong } = score(pairs, verdict)
    console.log(row(`  ${name}`, [precision.toFixed(3), recall.toFixed(3), missed, wrong]))
  }
}

const shares = makePairs(4_000, 7).map(({ a, b, isSame }) => ({ isSame, containment: compareStories(storyOf(a), storyOf(b)).containment }))
const quantile = (isSame: boolean, at: number): string => shares.filter((each) => each.isSame === isSame).map((each) => each.containment).sort((a, b) => a - b)[Math.floor(at * 1_999)]!.toFixed(2)
console.log(row('shared shingles by those of the shorter text (the verdict asks for 0.25)', []))
console.log(row('  two reports, 95th percentile and most', [quantile(false, 0.95), quantile(false, 1)]))
console.log(row('  rewritten wire copy, 1st and 5th percentile, median', [quantile(true, 0.01), quantile(true, 0.05), quantile(true, 0.5)]))

const long = Array.from({ length: 40 }, (_, i) => makePairs(2, i)[0]!.b).join('\n').split(' ').slice(0, 1_500).join(' ')
const times = Array.from({ length: 200 }, () => {
  const begun = performance.now()
  storyBands(storyOf(long))
  return performance.now() - begun
}).sort((a, b) => a - b)
console.log(row('the bands of 1,500 words, ms: p50, p95', [times[100]!.toFixed(1), times[190]!.toFixed(1)]))
