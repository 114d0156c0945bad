// `npm run screenshots`: takes the README's pictures of the demo newsroom, on a server and data of its own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal, ROOT } from './running/config.mjs'
import { ensureInstalled, handOver, isPinned } from './running/install.mjs'

const OUT = join(ROOT, 'docs/screenshots')
const LIVE = 'Norrhamn får sin bro – efter 31 år av utredningar'
const SECTION = '/section/inrikes'
const PASTED = 'Efter Mosul: råtext att redigera'

async function run() {
  const { startTestServer } = await import('./test-server.mjs')
  const { findChromium } = await import('./testing/chromium.mjs')
  const { chromium } = await import('@playwright/test')
  const dir = mkdtempSync(join(tmpdir(), 'spalt-screenshots-'))
  const server = await startTestServer({ dir, env: { SPALT_DEMO: 'yes' } })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
  mkdirSync(OUT, { recursive: true })
  try {
    await takeReader(browser, server.env.BASE_URL)
    await takeDesk(browser, server.env)
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return 0
}

const open = (browser, options) => browser.newPage({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', deviceScaleFactor: 1, reducedMotion: 'reduce', ...options })

async function take(page, name, options = {}) {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())])
  })
  await page.screenshot({ path: join(OUT, `${name}.png`), ...options })
  console.log(`docs/screenshots/${name}.png`)
}

async function takeReader(browser, baseURL) {
  for (const [width, height] of [[1280, 1600], [360, 1600]]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open(browser, { baseURL, viewport: { width, height }, colorScheme })
      const dark = colorScheme === 'dark' ? '-dark' : ''
      await page.goto('/')
      await take(page, `front-${width}${dark}`)
      await page.getByRole('link', { name: LIVE }).first().click()
      await page.getByRole('heading', { level: 1, name: LIVE }).waitFor()
      await take(page, `article-${width}${dark}`)
      await page.goto(SECTION)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await take(page, `section-${width}${dark}`)
      await page.close()
    }
  }
}

async function takeDesk(browser, { BASE_URL: baseURL, SPALT_DATA_DIR }) {
  const editor = JSON.parse(readFileSync(join(SPALT_DATA_DIR, 'demo-users.json'), 'utf8')).find(({ role }) => role === 'editor')
  const page = await open(browser, { baseURL, viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
  await page.goto('/desk')
  await page.getByLabel('E-post').fill(editor.email)
  await page.getByLabel('Lösenord').fill(editor.password)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByRole('link', { name: PASTED }).waitFor()
  await take(page, 'desk')
  await page.getByRole('link', { name: PASTED }).click()
  const finding = page.getByText('finns redan som LÄS OCKSÅ').first()
  await finding.scrollIntoViewIfNeeded()
  await finding.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await take(page, 'editor-duplicate')
  await takeCalendar(page)
  await page.close()
}

async function takeCalendar(page) {
  for (const [width, height] of [[1280, 1000], [360, 900]]) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.goto('/desk/calendar')
      await page.getByRole('heading', { level: 1, name: 'Kalender' }).waitFor()
      await take(page, `calendar-${width}${colorScheme === 'dark' ? '-dark' : ''}`)
    }
  }
}

process.chdir(ROOT)
try {
  await ensureInstalled(process.stderr)
  process.exitCode = isPinned() ? await run() : await handOver('scripts/screenshots.mjs')
} catch (error) {
  console.error(error instanceof Refusal ? error.message : (error.output ?? error))
  process.exitCode = 1
}
