// Lighthouse on readers' pages, mobile preset: `npm run bench -- lighthouse [--write]`. Fails when a category of a page is below 100.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { spawn } from 'node:child_process'
import lighthouse from 'lighthouse'
import { findFreePort } from '../scripts/running/config.mjs'
import { startTestServer } from '../scripts/test-server.mjs'
import { findChromium } from '../scripts/testing/chromium.mjs'
import { machine, writeSection } from './report'

const PAGES = [['article', '/a/is-ar-pa-vag-att-forlora-mosul'], ['front', '/'], ['tag page', '/tag/mosul']] as const
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const LINES: string[] = []
const say = (line: string): void => {
  console.log(line)
  LINES.push(line)
}

const dir = mkdtempSync(join(tmpdir(), 'spalt-lighthouse-'))
const server = await startTestServer({ dir, env: { SPALT_DEMO: 'yes' } })
const port = await findFreePort()
const chromium = spawn(await findChromium(), ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', `--remote-debugging-port=${port}`, `--user-data-dir=${join(dir, 'profile')}`, 'about:blank'], { stdio: 'ignore' })
try {
  for (let n = 0; n < 100 && !(await fetch(`http://127.0.0.1:${port}/json/version`).then((answer) => answer.ok, () => false)); n++) await sleep(100)
  say(`${machine()} Lighthouse's mobile preset (a slow phone on slow 4G, simulated) against Chromium, pages as they come from the page cache.\n`)
  say('| page | performance | accessibility | best practices | SEO | first paint, s | largest paint, s | layout shift | bytes | requests |\n| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |')
  for (const [name, path] of PAGES) await judge(name, server.env.BASE_URL + path)
} finally {
  chromium.kill('SIGTERM')
  await server.stop()
}
if (process.argv.includes('--write')) writeSection('lighthouse', LINES)
process.exit()

async function judge(name: string, url: string): Promise<void> {
  await (await fetch(url)).text()
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] })
  const { categories, audits } = result!.lhr
  const scores = CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100))
  const numeric = (audit: string, unit = 1): string => ((audits[audit]?.numericValue ?? NaN) / unit).toFixed(unit === 1 ? 3 : 1)
  const requests = (audits['network-requests']?.details as { items: { transferSize: number }[] } | undefined)?.items ?? []
  say(`| ${name} | ${scores.join(' | ')} | ${numeric('first-contentful-paint', 1_000)} | ${numeric('largest-contentful-paint', 1_000)} | ${numeric('cumulative-layout-shift')} | ${requests.reduce((sum, { transferSize }) => sum + transferSize, 0).toLocaleString('en')} | ${requests.length} |`)
  for (const audit of Object.values(audits)) if (audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== 'informative') console.log(`  ${name}: ${audit.id} ${audit.score} ${audit.displayValue ?? ''}`)
  if (scores.some((score) => score < 100)) process.exitCode = 1
}
