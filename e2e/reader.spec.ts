import type { Request } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { makeArticle, makeTag, sql, tellPages, unique } from './database'
import { expect, test } from './fixtures'

const MOSUL = '/a/is-ar-pa-vag-att-forlora-mosul'
const LONG = '/a/barn-kommer-kriga-mot-barn-i-mosul'
const scriptsOf = (path: string): string[] => (path === MOSUL ? ['<script defer="" src="/assets/clicks" >'] : path.startsWith('/search') ? ['<script defer="" src="/assets/search">'] : [])
const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'void-style': 'off', 'no-inline-style': 'off', 'long-title': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off' } })

test('readers’ pages are valid HTML, without a script but a small one of articles and of the search, and find each other', async ({ request }) => {
  const article = await (await request.get(MOSUL)).text()
  const places = ['author', 'tag', 'section'].map((kind) => article.match(new RegExp(`href="(/${kind}/[a-z0-9-]+)"`))![1]!)
  for (const path of ['/', MOSUL, ...places, '/archive', '/om', '/search?q=mosul&from=2020-01', '/finns-inte']) {
    const answer = await request.get(path)
    expect([path, answer.status()]).toEqual([path, path === '/finns-inte' ? 404 : 200])
    const html = await answer.text()
    const { results } = await validator.validateString(html)
    expect([path, results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`))]).toEqual([path, []])
    expect(html).toMatch(/<html lang="sv"/)
    const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map(([tag]) => tag.replace(/-[0-9a-f]{10}\.js|data-article="[^"]+"/g, ''))
    expect([path, scripts]).toEqual([path, scriptsOf(path)])
    expect([path, /script-src/.test(answer.headers()['content-security-policy']!)]).toEqual([path, scriptsOf(path).length > 0])
  }
})

test('an article says what it is to search engines and in shares, by the site’s own address whatever the Host header claims', async ({ request, baseURL }) => {
  const html = await (await request.get(MOSUL, { headers: { host: 'evil.example' } })).text()
  expect(html).toContain(`<link rel="canonical" href="${baseURL}${MOSUL}"`)
  expect(html).toContain(`property="og:url" content="${baseURL}${MOSUL}"`)
  expect(html).not.toContain('evil.example')
  const ld = JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)![1]!)
  expect(ld).toMatchObject({ '@type': 'AnalysisNewsArticle', headline: 'IS är på väg att förlora Mosul', url: `${baseURL}${MOSUL}`, inLanguage: 'sv' })
  expect(new Date(ld.datePublished).getTime()).toBeLessThan(Date.now())
  const feed = await request.get('/feed.xml')
  expect(feed.headers()['content-type']).toContain('xml')
  expect(await feed.text()).toContain(`<link>${baseURL}/a/`)
})

test('an old address leads on in one step; what was taken down is gone, what never was is unknown', async ({ request, signInAs }) => {
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const article = await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() - 60_000) })
  const old = `gammal-${unique()}`
  await wasAt(article.id, old)
  const moved = await request.get(`/a/${old}`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, expect.stringMatching(new RegExp(`/a/${article.slug}$`))])
  await sql('UPDATE publication SET live_until = now() WHERE article_id = $1 AND live_until IS NULL', [article.id])
  await tellPages([`article:${article.id}`])
  for (const slug of [article.slug, old]) expect((await request.get(`/a/${slug}`)).status()).toBe(410)
  expect((await request.get(`/a/finns-inte-${unique()}`)).status()).toBe(404)
})

test('a keyboard alone reads: past the menu to the text, and on by LÄS OCKSÅ', async ({ page }) => {
  await page.goto(MOSUL)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Till innehållet')
  await page.keyboard.press('Enter')
  const related = page.locator('[data-block="related"] a').first()
  for (let i = 0; i < 12 && !(await related.evaluate((link) => link === document.activeElement)); i += 1) await page.keyboard.press('Tab')
  await expect(related).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Barn kommer kriga')
})

test('the one script is small, kept for good, and counts a followed LÄS OCKSÅ; the page works without it', async ({ page, request, browser, baseURL }) => {
  const html = await (await request.get(MOSUL)).text()
  const file = await request.get(html.match(/src="(\/assets\/clicks-[0-9a-f]+\.js)"/)![1]!)
  expect((await file.body()).length).toBeLessThan(900)
  expect(file.headers()['cache-control']).toContain('immutable')
  await page.goto(MOSUL)
  const link = page.locator('[data-block="related"] a').first()
  const target = await link.getAttribute('data-target')
  const clicks = async () => (await sql<{ sum: number }>('SELECT coalesce(sum(count), 0)::int AS sum FROM link_click WHERE target_id = $1', [target]))[0]!.sum
  const before = await clicks()
  await link.click()
  await expect(page).not.toHaveURL(MOSUL)
  await expect.poll(clicks).toBe(before + 1)
  expect(await page.context().cookies()).toEqual([])
  const article = html.match(/data-article="([^"]+)"/)![1]!
  const say = (data: string, origin = baseURL!) => request.post('/api/clicks', { data, headers: { origin, 'content-type': 'text/plain' } }).then((answer) => answer.status())
  const click = JSON.stringify({ article, target })
  expect([await say(click, 'https://evil.example'), await say('{'), await say(JSON.stringify({ article, target, more: 1 })), await say(JSON.stringify({ article: target, target }))]).toEqual([204, 204, 204, 204])
  expect(await clicks()).toBe(before + 1)
  const plain = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
  await plain.goto(MOSUL)
  await plain.locator('[data-block="related"] a').first().click()
  await expect(plain.getByRole('heading', { level: 1 })).toContainText('Barn kommer kriga')
  await plain.context().close()
})

test('an article’s first view is 20 KB in three requests at most, and fonts of 60 KB, with nothing of the framework', async ({ page }) => {
  const requests: Request[] = []
  page.on('requestfinished', (request) => requests.push(request))
  await page.goto(LONG)
  await page.evaluate(() => document.fonts.ready)
  const sizes = await Promise.all(requests.map(async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    return { path: new URL(request.url()).pathname, bytes: responseBodySize + responseHeadersSize }
  }))
  const [fonts, others] = [sizes.filter(({ path }) => path.endsWith('.woff2')), sizes.filter(({ path }) => !path.endsWith('.woff2'))]
  const sum = (given: typeof sizes): number => given.reduce((bytes, each) => bytes + each.bytes, 0)
  expect(others.map(({ path }) => path)).toContain(LONG)
  expect([fonts.length, others.length <= 3, others.filter(({ path }) => path.startsWith('/_next'))]).toEqual([2, true, []])
  expect(sum(others)).toBeLessThanOrEqual(20 * 1024)
  expect(sum(fonts)).toBeLessThanOrEqual(60 * 1024)
})

/** As if the article had been live under another address before. */
async function wasAt(articleId: string, slug: string): Promise<void> {
  await sql('INSERT INTO article_address (slug, article_id) VALUES ($1, $2)', [slug, articleId])
  await sql(
    `WITH now_live AS (SELECT r.*, p.live_from FROM revision r JOIN publication p ON p.revision_id = r.id WHERE r.article_id = $1), before AS (
      INSERT INTO revision (id, article_id, version, headline, short_headline, standfirst, slug, section_id, label, body, search_title, search_description, share_text, noindex, created_by_id, created_at)
      SELECT gen_random_uuid(), article_id, 1, headline, '', '', $2, section_id, label, body, '', '', '', false, created_by_id, created_at FROM now_live RETURNING id)
    INSERT INTO publication (id, article_id, revision_id, live_from, live_until, listed_at, created_by_id, created_at)
    SELECT gen_random_uuid(), $1, before.id, live_from - interval '1 hour', live_from, live_from - interval '1 hour', created_by_id, created_at FROM now_live, before`,
    [articleId, slug],
  )
}
