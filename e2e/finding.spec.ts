import { makeArticle, makeTag, sql, tellPages, unique } from './database'
import { awake, expect, test } from './fixtures'

const AN_HOUR_AGO = () => new Date(Date.now() - 3_600_000)

test('a reader types, picks a headline by keyboard, and searches with and without a script', async ({ page, browser, baseURL, signInAs }) => {
  const me = await signInAs('editor')
  const word = `trollsjö${unique()}`
  const section = await makeTag('section')
  const { headline } = await makeArticle({ by: me, sectionId: section.id, liveFrom: AN_HOUR_AGO(), headline: `Isen på ${word} brast` })
  await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() + 3_600_000), headline: `${word} i morgon` })
  await page.goto('/')
  await page.getByRole('banner').getByRole('link', { name: 'Sök' }).click()
  await page.getByRole('searchbox', { name: 'Sökord' }).pressSequentially(word.slice(0, 12))
  const suggestion = page.getByRole('status').getByRole('link')
  await expect(suggestion).toHaveText([headline])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(suggestion).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  const plain = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
  await plain.goto('/search')
  await plain.getByRole('searchbox', { name: 'Sökord' }).fill(word)
  await plain.getByRole('button', { name: 'Sök' }).click()
  await expect(plain.getByText('1 träff', { exact: true })).toBeVisible()
  await expect(plain.locator('mark')).toHaveText([word])
  await plain.goto(`/search?q=${word.replace('trollsjö', 'torllsjö')}`)
  await expect(plain.getByText(`Här är träffarna för`)).toContainText(word)
  await plain.goto(`/search?q=${word}&to=2020-01`)
  await expect(plain.getByText('Ingenting hittades för')).toBeVisible()
  await plain.getByRole('link', { name: 'sök utan urval' }).click()
  await expect(plain.getByRole('link', { name: headline })).toBeVisible()
  await plain.context().close()
})

test('what is live stands in archive, feeds, sitemaps and its picture; what is killed in none of them', async ({ request, signInAs }) => {
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const { id, slug, headline } = await makeArticle({ by: me, sectionId: section.id, liveFrom: AN_HOUR_AGO() })
  const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit' }).format(AN_HOUR_AGO())
  const lists = [`/archive/${month.replace('-', '/')}`, '/feed.xml', '/atom.xml', '/feed.json', ...['feed.xml', 'atom.xml', 'feed.json'].map((name) => `/section/${section.slug}/${name}`), `/sitemaps/${month}-1.xml`, '/sitemaps/news.xml']
  const picture = (await (await request.get(`/a/${slug}`)).text()).match(/og:image" content="([^"]+)"/)![1]!
  const read = async (path: string) => {
    const answer = await request.get(path)
    return { status: answer.status(), text: await answer.text(), type: answer.headers()['content-type'] }
  }
  for (const path of lists) expect([path, (await read(path)).text.includes(`/a/${slug}`)]).toEqual([path, true])
  expect(await read(picture)).toMatchObject({ status: 200, type: 'image/png' })
  await sql('UPDATE article SET killed_at = now(), killed_by_id = created_by_id WHERE id = $1', [id])
  await sql('UPDATE publication SET live_until = now() WHERE article_id = $1', [id])
  await tellPages(['front', 'feed', `article:${id}`, `slug:${slug}`, `tag:${section.id}`])
  for (const path of lists) {
    await expect.poll(async () => [path, (await read(path)).text.includes(`/a/${slug}`)]).toEqual([path, false])
    expect([path, (await read(path)).text.includes(headline)]).toEqual([path, false])
  }
  await expect.poll(async () => (await read(picture)).status).toBe(410)
  for (const path of [`/search?q=${headline}`, `/api/search?q=${headline}`]) expect((await read(path)).text).not.toContain(`/a/${slug}`)
  for (const path of ['/archive/2026/13', '/archive/1999/01', '/archive/2026/1', `/section/${section.slug}/feed.txt`, '/sitemaps/x.xml', '/og/1/x.png']) expect([path, (await read(path)).status]).toEqual([path, 404])
  expect((await read('/robots.txt')).text).toContain('/sitemap.xml')
  const manifest = JSON.parse((await read('/manifest.webmanifest')).text)
  expect(manifest).toMatchObject({ start_url: '/' })
  for (const { src, type } of manifest.icons) expect((await request.get(src)).headers()['content-type']).toBe(type)
})

test('an admin edits the settings, is told when somebody else was faster, and readers get what stands there', async ({ page, request, browser, baseURL, signInAs }) => {
  await signInAs('admin')
  const other = await browser.newContext({ baseURL, locale: 'sv-SE' })
  await signInAs('admin', other)
  const theirs = await other.newPage()
  await Promise.all([page.goto('/admin/settings'), theirs.goto('/admin/settings')])
  await awake(theirs)
  const [mine, first] = [`mejla-${unique()}@example.se`, `ring-${unique()}@example.se`]
  await theirs.getByLabel('Kontakt', { exact: true }).fill(first)
  await theirs.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(theirs.getByText('Sparat.')).toBeVisible()
  await page.getByLabel('Kontakt', { exact: true }).fill(mine)
  await page.getByLabel('Kontakt för säkerhetshål').fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByText('Värdet går inte att använda.')).toBeVisible()
  await page.getByLabel('Kontakt för säkerhetshål').fill('sakerhet@example.se')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByText('Någon annan har ändrat inställningarna')).toBeVisible()
  await expect(page.getByLabel('Kontakt', { exact: true })).toHaveValue(mine)
  await page.getByRole('button', { name: 'Visa det som gäller nu' }).click()
  await expect(page.getByLabel('Kontakt', { exact: true })).toHaveValue(first)
  await page.getByLabel('Kontakt för säkerhetshål').fill('sakerhet@example.se')
  await page.getByRole('button', { name: 'Spara inställningarna' }).click()
  await expect(page.getByText('Sparat.')).toBeVisible()
  const text = async (path: string) => (await request.get(path)).text()
  await expect.poll(() => text('/kontakt')).toContain(`href="mailto:${first}"`)
  await expect.poll(() => text('/.well-known/security.txt')).toMatch(/^Contact: mailto:sakerhet@example\.se\nExpires: \d{4}-\d\d-\d\dT00:00:00\.000Z$/m)
  await other.close()
})

test('an article’s address is copied with the script', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/a/is-ar-pa-vag-att-forlora-mosul')
  await page.getByRole('link', { name: 'Länk till artikeln' }).click()
  await expect(page.getByText('Länken är kopierad.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/a/is-ar-pa-vag-att-forlora-mosul')
})
