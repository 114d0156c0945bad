import type { Locator, Page } from '@playwright/test'
import { makeArticle, makeTag, makeTarget, sql, tellPages, unique } from './database'
import { choose, fillPlan, newArticle, panel, saved, textOf } from './desk'
import { expect, test } from './fixtures'

const HOUR = 3_600_000
const headlineOf = (page: Page) => page.getByRole('textbox', { name: 'Rubrik', exact: true })
const publishChanges = async (page: Page) => {
  await panel(page, 'Publicera')
  await page.getByRole('button', { name: 'Publicera ändringarna' }).click()
  await expect(page.getByRole('button', { name: 'Publicera ändringarna' })).toHaveCount(0)
}
const publishNow = async (page: Page) => {
  await panel(page, 'Publicera')
  await page.getByRole('button', { name: 'Publicera nu' }).click()
  await expect(page.getByText('Publicerad sedan')).toBeVisible()
}
/** Opens an article's desk page anew, as somebody does who comes back to it. */
const open = async (page: Page, id: string) => {
  await page.goto(`/desk/articles/${id}`)
  await expect(textOf(page)).toBeVisible()
}
const fromMenu = async (page: Page, button: Locator, entry: string) => {
  await button.click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('a target scheduled, live, renamed, unpublished and killed, and what a reader of the linking page sees each time', async ({ page: desk, context, request, signInAs }) => {
  test.setTimeout(600_000)
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const first = `Bron i Lund ${unique()}`
  const target = await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() + 24 * HOUR), headline: first })
  const headline = `Länkar vidare ${unique()}`
  const statusOfTarget = async () => (await request.get(`/a/${target.slug}`)).status()
  const reader = await context.newPage()
  const targetDesk = await context.newPage()

  // scheduled: linked, warned of, and hidden
  await desk.goto('/desk')
  await newArticle(desk)
  await headlineOf(desk).fill(headline)
  await textOf(desk).click()
  await desk.keyboard.type('Ett stycke.')
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('LÄS OCKSÅ ')
  await choose(desk, 'Artikel, adress eller rubrik', first, new RegExp(first))
  const block = desk.getByRole('complementary', { name: /^Läs också/ })
  await expect(block).toContainText('Visas för läsare från')
  await panel(desk, 'Uppgifter')
  await desk.getByRole('button', { name: /Avdelning$/ }).click()
  await desk.getByRole('option', { name: section.name }).click()
  await saved(desk)
  await panel(desk, 'Publicera')
  const warning = desk.getByRole('button', { name: 'En varning om länkarna' })
  await expect(warning.first()).toBeVisible()
  await warning.first().click()
  await expect(desk.getByText('Som om artikeln publiceras nu.')).toBeVisible()
  await expect(desk.getByText(/^Målet publiceras .+, svensk tid, efter den här artikeln \(.+, svensk tid\)\. Blocket visas först då\./)).toBeVisible()
  await publishNow(desk)
  const [{ id: articleId, slug }] = await sql<{ id: string; slug: string }>('SELECT id, slug FROM article WHERE headline = $1', [headline]) as [{ id: string; slug: string }]
  const seen = async () => {
    await reader.goto(`/a/${slug}`)
    await expect(reader.getByRole('heading', { level: 1, name: headline })).toBeVisible()
    return reader.locator('[data-block="related"] .words').allInnerTexts()
  }
  await expect.poll(seen).toEqual([])
  expect(await reader.content()).not.toContain(target.slug)

  // live
  await open(targetDesk, target.id)
  await publishNow(targetDesk)
  await expect.poll(seen).toEqual([first])

  // renamed: the block follows, and one with words of its own says so at the desk
  const second = `${first}, igen`
  await headlineOf(targetDesk).fill(second)
  await saved(targetDesk)
  await publishChanges(targetDesk)
  await expect.poll(seen).toEqual([second])
  await open(desk, articleId)
  await expect(block).toContainText(second)
  await fromMenu(desk, block.getByRole('button', { name: /^Mer för Läs också/ }), 'Egen rubrik …')
  await desk.getByRole('textbox', { name: 'Rubrik i blocket' }).fill('Mina egna ord')
  await desk.getByRole('button', { name: 'Klar' }).click()
  await saved(desk)
  await publishChanges(desk)
  await expect.poll(seen).toEqual(['Mina egna ord'])
  const third = `${first}, till sist`
  await headlineOf(targetDesk).fill(third)
  await saved(targetDesk)
  await publishChanges(targetDesk)
  await expect.poll(seen).toEqual(['Mina egna ord'])
  await open(desk, articleId)
  const told = `Rubriken på den länkade artikeln har ändrats: ”${third}”. Din text: ”Mina egna ord”.`
  await expect(block).toContainText(told)
  await panel(desk, 'Kontroller')
  await desk.getByRole('tabpanel', { name: 'Kontroller' }).getByRole('button', { name: 'Använd den nya rubriken' }).click()
  await expect(desk.getByText(told)).toHaveCount(0)
  await saved(desk)
  await publishChanges(desk)
  await expect.poll(seen).toEqual([third])

  // unpublished at a time
  const end = targetDesk.getByRole('region', { name: 'Avpublicera vid en viss tid' })
  await panel(targetDesk, 'Publicera')
  await end.locator('summary').click()
  await fillPlan(targetDesk, new Date(Date.now() + 48 * HOUR), end)
  await end.getByRole('button', { name: 'Avpublicera då' }).click()
  await expect(targetDesk.getByText(/Avpubliceras .+, svensk tid/)).toBeVisible()
  await open(desk, articleId)
  await expect(block).toContainText('Publicerad, avpubliceras')
  await panel(desk, 'Kontroller')
  await expect(desk.getByText(/^Målet avpubliceras .+ snart efter/)).toBeVisible()
  await expect.poll(seen).toEqual([third])
  await sql(`UPDATE publication SET live_until = clock_timestamp() WHERE article_id = $1 AND live_until > clock_timestamp()`, [target.id])
  await tellPages([`article:${target.id}`])
  await expect.poll(seen).toEqual([])
  await expect.poll(statusOfTarget).toBe(410)
  await open(desk, articleId)
  await expect(block).toContainText('Avpublicerad: visas inte för läsare')

  // published again, then killed
  await open(targetDesk, target.id)
  await publishNow(targetDesk)
  await expect.poll(seen).toEqual([third])
  const more = targetDesk.getByRole('button', { name: 'Mer', exact: true })
  await fromMenu(targetDesk, more, 'Ta ner …')
  const dialog = targetDesk.getByRole('dialog')
  await expect(dialog).toContainText('Visas som länk i en artikel, en publicerad.')
  await dialog.getByRole('textbox', { name: 'Intern orsak' }).fill('Källan har tagit tillbaka allt')
  await dialog.getByRole('textbox', { name: 'Rad till läsarna' }).fill('Artikeln var felaktig och är borttagen.')
  await Promise.all([targetDesk.waitForEvent('load'), dialog.getByRole('button', { name: 'Ta ner artikeln' }).click()])
  await panel(targetDesk, 'Publicera')
  await expect(targetDesk.getByText('Artikeln är nedtagen.', { exact: false })).toBeVisible()
  await expect(targetDesk.getByText('Borta överallt sedan')).toBeVisible()
  await expect.poll(statusOfTarget).toBe(410)
  await reader.goto(`/a/${target.slug}`)
  await expect(reader.getByRole('heading', { level: 1, name: 'Artikeln är borttagen' })).toBeVisible()
  await expect(reader.getByText('Artikeln var felaktig och är borttagen.')).toBeVisible()
  expect(await reader.content()).not.toContain('Källan')
  await expect.poll(seen).toEqual([])
  await open(desk, articleId)
  await expect(block).toContainText('Nedtagen: visas inte för läsare')

  // lifted: unpublished, until somebody publishes it
  await fromMenu(targetDesk, more, 'Upphäv nedtagningen …')
  await dialog.getByRole('textbox', { name: 'Intern orsak' }).fill('Rättad')
  await Promise.all([targetDesk.waitForEvent('load'), dialog.getByRole('button', { name: 'Upphäv', exact: true }).click()])
  await expect(targetDesk.locator('header').getByText('Avpublicerad')).toBeVisible()
  await expect.poll(statusOfTarget).toBe(410)
  await publishNow(targetDesk)
  await expect.poll(seen).toEqual([third])
})

test('the checks name a broken address in the text with what was found, and take the link away', async ({ page, signInAs }) => {
  const me = await signInAs('editor')
  const { id } = await makeArticle({ by: me, sectionId: (await makeTag('section')).id })
  const url = `https://exempel.example/borta-${unique()}`
  const target = await makeTarget('url', url)
  await sql(`INSERT INTO link_health (target_id, checked_at, status, problem, failures, first_failed_at) VALUES ($1, now(), 404, 'missing', 2, now() - interval '9 hours')`, [target])
  const linked = { type: 'text', text: 'en källa', marks: [{ type: 'link', attrs: { article: null, href: url } }] }
  await sql('UPDATE article SET body = $2 WHERE id = $1', [id, JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Enligt ' }, linked, { type: 'text', text: '.' }] }] })])
  await open(page, id)
  await panel(page, 'Kontroller')
  const named = page.getByRole('tabpanel', { name: 'Kontroller' }).getByRole('listitem').filter({ hasText: url })
  await expect(named).toContainText('Trasig länk: sidan finns inte (404), kontrollerad i dag')
  await named.getByRole('button', { name: 'Ta bort länken' }).click()
  await expect(named).toHaveCount(0)
  await expect(textOf(page)).toHaveText('Enligt en källa.')
  await saved(page)
})
