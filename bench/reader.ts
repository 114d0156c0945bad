// What readers' pages cost: `npm run bench -- reader [--write] [--quick] [--small]`. The page cache beside nginx, pages that are not remembered,
// lists in a newsroom of 200,000 articles, and the memory of the process after 100,000 different pages.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startTestServer } from '../scripts/test-server.mjs'
import { openNewsroom } from './big-newsroom'
import { machine, writeSection } from './report'
import { listCases, pagesOf } from './reading/lists'
import { type Load, load, memoryOf, needProgram, percentile } from './reading/tools'
import { startBare, startNginx } from './reading/nginx'

const args = process.argv.slice(3)
const QUICK = args.includes('--quick')
const SECONDS = QUICK ? 3 : 10
const ROUNDS = QUICK ? 1 : 3
const PAGES = QUICK ? 5_000 : 100_000
const MOSUL = '/a/barn-kommer-kriga-mot-barn-i-mosul'
const ONE = 'Spalt, from the page cache'
const TWO = 'Spalt, two processes on the port'
const NGINX = 'nginx, one worker, gzip_static'
const OPEN = 'the same, file kept open (open_file_cache)'
const BARE = 'a bare node:http server, from memory'
const GZIP = { 'accept-encoding': 'gzip' }
const LINES: string[] = []
const say = (line: string): void => {
  console.log(line)
  LINES.push(line)
}

needProgram('wrk', 'wrk')
needProgram('nginx', 'nginx-light')
const dir = mkdtempSync(join(tmpdir(), 'spalt-reader-'))
await cached()
await big()
if (args.includes('--write')) writeSection('reader', LINES)

async function cached(): Promise<void> {
  const [server, twice] = [await startTestServer({ dir: mkdtempSync(join(dir, 'demo-')) }), await startTestServer({ dir: mkdtempSync(join(dir, 'twice-')), env: { SPALT_WEB_PROCESSES: '2' } })]
  try {
    await bothServe(twice.env.DATABASE_URL!)
    const url = server.env.BASE_URL! + MOSUL
    const packed = Buffer.from(await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer())
    const peers = [await startNginx(dir, packed, { keepsOpen: false }), await startNginx(dir, packed, { keepsOpen: true }), await startBare(dir, packed)] as const
    const contest = [[ONE, url], [TWO, twice.env.BASE_URL! + MOSUL], [NGINX, peers[0].url], [OPEN, peers[1].url], [BARE, peers[2].url]] as const
    for (const [, address] of contest) await load(address, { connections: 64, seconds: 2, headers: GZIP })
    const rows: [string, Load][] = []
    for (let round = 0; round < ROUNDS; round++) for (const [name, address] of contest) rows.push([name, await load(address, { connections: 64, seconds: SECONDS, headers: GZIP })])
    await Promise.all(peers.map((peer) => peer.stop()))
    say(`${machine()} One article (the Mosul one, ${packed.length.toLocaleString('en')} bytes of HTML), 64 connections, wrk on the same machine.`)
    say('')
    say('| | requests/s | p50, ms | p99, ms | failed |\n| --- | --: | --: | --: | --: |')
    for (const [name, row] of rows) say(`| ${name} | ${Math.round(row.perSecond).toLocaleString('en')} | ${row.p50.toFixed(1)} | ${row.p99.toFixed(1)} | ${row.failed} |`)
    const of = (name: string): number => percentile(rows.filter(([each]) => each === name).map(([, row]) => row.perSecond), 0.5)
    const ratio = (name: string, to: string): string => (of(name) / of(to)).toFixed(2)
    say(`\nRatio to nginx, of the medians: two processes ${ratio(TWO, NGINX)}, one ${ratio(ONE, NGINX)} (asked: at least 0.6); with nginx' file kept open ${ratio(TWO, OPEN)} and ${ratio(ONE, OPEN)}; of the bare server ${ratio(BARE, NGINX)} and ${ratio(BARE, OPEN)}.`)
  } finally {
    await server.stop()
    await twice.stop()
  }
  const bare = await startTestServer({ dir: mkdtempSync(join(dir, 'bare-')), env: { PAGE_CACHE_MB: '0' } })
  try {
    const url = bare.env.BASE_URL! + MOSUL
    await load(url, { connections: 4, seconds: 2, headers: GZIP })
    const row = await load(url, { connections: 4, seconds: SECONDS, headers: GZIP })
    say(`\nThe same page, rendered and read from Postgres each time, 4 connections: ${Math.round(row.perSecond)} pages/s, p95 ${row.p95.toFixed(1)} ms (asked: 300, 20 ms).`)
  } finally {
    await bare.stop()
  }
}

/** The second process starts by itself, a moment after the first. */
async function bothServe(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  while ((await client.query('SELECT FROM server_process')).rowCount! < 2) await sleep(100)
  await client.end()
}

async function big(): Promise<void> {
  const newsroom = await openNewsroom(args)
  try {
    const [bare, full] = [await startOn(newsroom.url, { PAGE_CACHE_MB: '0' }), await startOn(newsroom.url, {})]
    try {
      say(`\n${newsroom.size.articles.toLocaleString('en')} articles; each page rendered and read from Postgres, one reader after the other:\n`)
      say('| page | n | p50, ms | p95, ms | asked |\n| --- | --: | --: | --: | --: |')
      for (const { name, paths } of await listCases(newsroom.url, QUICK ? 20 : 100)) {
        const times = await timesOf(bare.env.BASE_URL!, paths)
        say(`| ${name} | ${times.length} | ${percentile(times, 0.5).toFixed(1)} | ${percentile(times, 0.95).toFixed(1)} | ≤ 50 |`)
      }
      const before = await memoryOf(full.pid!)
      const begun = performance.now()
      await flood(full.env.BASE_URL!, await pagesOf(newsroom.url, PAGES))
      const seconds = (performance.now() - begun) / 1_000
      say(`\n${PAGES.toLocaleString('en')} different pages, eight readers at once: ${Math.round(PAGES / seconds)} pages/s.`)
      say(`\nMemory of the serving process (PSS): ${megabytes(before)} MB at its start, ${megabytes(await memoryOf(full.pid!))} MB after ${PAGES.toLocaleString('en')} different pages (asked: under 600).`)
    } finally {
      await Promise.all([bare.stop(), full.stop()])
    }
  } finally {
    await newsroom.stop()
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}
function startOn(DATABASE_URL: string, env: Record<string, string>) {
  return startTestServer({ dir: mkdtempSync(join(dir, 'big-')), env: { DATABASE_URL, ...env } })
}

async function timesOf(base: string, paths: readonly string[]): Promise<number[]> {
  for (const path of paths.slice(0, 5)) await (await fetch(base + path)).text()
  const times: number[] = []
  for (const path of paths) {
    const begun = performance.now()
    const answer = await fetch(base + path)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    times.push(performance.now() - begun)
  }
  return times
}

async function flood(base: string, paths: readonly string[]): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (next < paths.length) await (await fetch(base + paths[next++]!, { redirect: 'manual' })).text()
  }))
}
