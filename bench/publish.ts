// How soon readers see what was published: `npm run bench -- publish [--write] [--quick]`. Two serving processes and a worker on one database.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Newsroom } from './publishing/newsroom'
import { startTestServer } from '../scripts/test-server.mjs'
import { machine, writeSection } from './report'
import { percentile } from './reading/tools'

const args = process.argv.slice(3)
const QUICK = args.includes('--quick')
const [PUBLISHES, PLANNED, AT_ONCE] = QUICK ? [20, 40, 100] : [200, 500, 1_000]
const RATE = 2_000
/** ms between two scheduled articles */
const STEP = 150
/** ms between two looks of the one who waits */
const LOOK = 2
const LINES: string[] = []
const say = (line: string): void => {
  console.log(line)
  LINES.push(line)
}

const dir = mkdtempSync(join(tmpdir(), 'spalt-publish-'))
const first = await startTestServer({ dir: mkdtempSync(join(dir, 'first-')), env: { SPALT_DEMO: 'no' } })
const { DATABASE_URL, AUTH_SECRET, SITE_URL } = first.env as Record<string, string>
const second = await startTestServer({ dir: mkdtempSync(join(dir, 'second-')), env: { DATABASE_URL: DATABASE_URL!, AUTH_SECRET: AUTH_SECRET!, SITE_URL: SITE_URL! } })
const other = second.env.BASE_URL!
Object.assign(process.env, { DATABASE_URL, AUTH_SECRET, SITE_URL })
const { db } = await import('@/lib/platform/db')
try {
  const newsroom = await (await import('./publishing/newsroom')).makeNewsroom()
  say(`${machine()} Two serving processes; publishing is the command behind the button, in a third process; readers ask the second process.\n`)
  await published(newsroom)
  await planned(newsroom)
  await atOnce(newsroom)
} finally {
  await db.$disconnect()
  await second.stop()
  await first.stop()
}
if (args.includes('--write')) writeSection('publish', LINES)
process.exit(0)

/** From the click to the new page on another process, while readers ask. */
async function published(newsroom: Newsroom): Promise<void> {
  const article = await newsroom.live('Rubrik 0')
  const readers = startReaders([`/a/${article.slug}`, '/', `/section/${newsroom.sectionSlug}`])
  const times: number[] = []
  for (let n = 1; n <= PUBLISHES; n++) {
    const begun = performance.now()
    const seen = until(`/a/${article.slug}`, ({ text }) => text.includes(`Rubrik ${n}<`))
    await newsroom.publish(article.id, `Rubrik ${n}`)
    times.push((await seen) - begun)
  }
  const { perSecond, failed } = await readers.stop()
  say(`From the click to the new page on the other process, ${PUBLISHES} publishes, ${perSecond.toLocaleString('en')} requests/s meanwhile (${failed} failed): ${row(times)} (asked: p99 ≤ 1,000).`)
}

/** From the planned instant to the first sight; the worker is killed in the middle. */
async function planned(newsroom: Newsroom): Promise<void> {
  const worker = spawn(process.execPath, ['--import', './scripts/ts-hooks.mjs', 'server/worker.ts'], { stdio: 'ignore', env: { ...process.env, LOG_LEVEL: 'silent' } })
  const start = Date.now() + PLANNED * 100 + 5_000
  const plans = []
  for (let n = 0; n < PLANNED; n++) plans.push({ at: new Date(start + n * STEP), ...(await newsroom.plan(`Planerad ${n}`, new Date(start + n * STEP))) })
  const late: number[] = []
  await Promise.all(plans.map(async ({ at, slug }, n) => {
    await sleep(at.getTime() - Date.now() - 300)
    if (n === Math.floor(PLANNED / 2)) worker.kill('SIGKILL')
    await (await fetch(`${other}/a/${slug}`)).text() // its "unknown" is remembered
    await sleep(at.getTime() - Date.now() - 20)
    await until(`/a/${slug}`, ({ status }) => status === 200)
    late.push(Date.now() - at.getTime())
  }))
  say(`\nFrom the planned instant to a reader's first sight, ${PLANNED} articles, one every ${STEP} ms, the worker killed after half of them: ${row(late)} (asked: p99 ≤ 1,000).`)
}

/** Very many at one instant. */
async function atOnce(newsroom: Newsroom): Promise<void> {
  const at = new Date(Date.now() + AT_ONCE * 100 + 10_000)
  const slugs: string[] = []
  for (let n = 0; n < AT_ONCE; n++) slugs.push((await newsroom.plan(`Samtidig ${n}`, at)).slug)
  for (const path of ['/', ...slugs.slice(0, 200).map((slug) => `/a/${slug}`)]) await (await fetch(other + path)).text()
  const stalls = [watch(first.env.BASE_URL!), watch(other)]
  await sleep(at.getTime() - Date.now())
  const begun = performance.now()
  let missing = 0
  await Promise.all(Array.from({ length: 16 }, async (_, i) => {
    for (let n = i; n < AT_ONCE; n += 16) {
      const answer = await fetch(`${other}/a/${slugs[n]}`)
      await answer.text()
      if (answer.status !== 200) missing++
    }
  }))
  const took = performance.now() - begun
  const longest = await Promise.all(stalls.map((stall) => stall()))
  say(`\n${AT_ONCE.toLocaleString('en')} articles planned for one instant, all asked for from that instant on, each once: ${missing} not there; all were given within ${Math.round(took)} ms. The longest that a process let a reader wait meanwhile: ${longest.map((ms) => `${Math.round(ms)} ms`).join(' and ')} (asked: no stall above 2,000).`)
}

function row(times: readonly number[]): string {
  return `p50 ${Math.round(percentile(times, 0.5))} ms, p95 ${Math.round(percentile(times, 0.95))} ms, p99 ${Math.round(percentile(times, 0.99))} ms, longest ${Math.round(Math.max(...times))} ms`
}

/** When the other process first answers so; monotonic ms. */
async function until(path: string, isIt: (answer: { status: number; text: string }) => boolean): Promise<number> {
  for (;;) {
    const answer = await fetch(other + path)
    if (isIt({ status: answer.status, text: await answer.text() })) return performance.now()
    await sleep(LOOK)
  }
}

/** Asks a process for something small again and again; answers the longest wait when called. */
function watch(base: string): () => Promise<number> {
  let [isOn, longest] = [true, 0]
  const loop = (async () => {
    while (isOn) {
      const begun = performance.now()
      await (await fetch(`${base}/favicon.svg`)).text()
      longest = Math.max(longest, performance.now() - begun)
      await sleep(10)
    }
  })()
  return async () => {
    isOn = false
    await loop
    return longest
  }
}

function startReaders(paths: string[]) {
  const child = spawn(process.execPath, ['bench/reading/readers.mjs', other, paths.join(','), String(RATE)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
  return {
    stop: async (): Promise<{ perSecond: number; failed: number }> => {
      const ended = new Promise((done) => child.once('close', done))
      child.kill('SIGTERM')
      await ended
      return JSON.parse(out) as { perSecond: number; failed: number }
    },
  }
}
