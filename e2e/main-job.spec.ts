import { readFileSync } from 'node:fs'
import { makeArticle, makeTag, makeUser, sql, unique } from './database'
import { choose, fillPlan, newArticle, nextMinute, panel, paste, saved, signInByForm, textOf } from './desk'
import { expect, test } from './fixtures'

const MOSUL = readFileSync('prisma/demo/mosul.txt', 'utf8')

test('a pasted article with one LÄS OCKSÅ too many is put right, scheduled, and lives and ends for readers by itself', async ({ page, request, context }) => {
  test.setTimeout(300_000)
  const section = await makeTag('section')
  const colleague = await makeUser('editor')
  const second = await makeArticle({ by: colleague, sectionId: section.id, liveFrom: new Date(Date.now() + 24 * 3_600_000), headline: `Oljan i Mosul ${unique()}` })
  const headline = `Slaget om Mosul ${unique()}`
  const tags = [`Irak ${unique()}`, `Mosul ${unique()}`]

  await signInByForm(page, 'editor')
  await newArticle(page)
  await textOf(page).click()
  await paste(page, MOSUL)
  await expect(page.getByRole('textbox', { name: 'Ingress' })).toHaveValue(/^Men en militär seger över IS/)
  await expect(page.getByRole('complementary', { name: /^Läs också/ })).toHaveCount(4)

  const findings = page.getByText('Dubblett.')
  await expect(findings).toHaveCount(1)
  const doubled = page.getByRole('complementary', { name: /^Läs också: Nu ska IS krossas/ }).filter({ has: findings })
  await expect(doubled).toContainText('Den andra: ”Nu ska IS krossas')
  await page.getByRole('textbox', { name: 'Rubrik', exact: true }).fill(headline)
  await panel(page, 'Uppgifter')
  await page.getByRole('button', { name: /Avdelning$/ }).click()
  await page.getByRole('option', { name: section.name }).click()

  await panel(page, 'Publicera')
  await page.getByRole('button', { name: 'Publicera nu' }).click()
  await expect(page.getByText('En dubblett av Läs också måste tas bort eller behållas')).toBeVisible()
  await doubled.getByRole('button', { name: 'Ta bort', exact: true }).click()
  await expect(findings).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: /^Läs också/ })).toHaveCount(3)

  await panel(page, 'Uppgifter')
  for (const name of tags) await choose(page, 'Lägg till tagg', name, `Skapa taggen ”${name}”`)
  await textOf(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('LÄS OCKSÅ ')
  await choose(page, 'Artikel, adress eller rubrik', second.headline.slice(0, 20), new RegExp(second.headline))
  await expect(page.getByRole('complementary', { name: `Läs också: ${second.headline}` })).toContainText('Visas för läsare från')
  await saved(page)

  await panel(page, 'Publicera')
  const first = nextMinute(25)
  await fillPlan(page, first)
  await page.getByRole('button', { name: 'Schemalägg', exact: true }).click()
  await expect(page.getByText(/^Publiceras /)).toBeVisible()
  const [{ slug }] = await sql<{ slug: string }>('SELECT slug FROM article WHERE headline = $1', [headline]) as [{ slug: string }]
  const answer = async () => (await request.get(`/a/${slug}`)).status()
  expect(await answer()).toBe(404)

  const other = await context.newPage()
  await other.goto(`/desk/articles/${second.id}`)
  await expect(textOf(other)).toBeVisible()
  await panel(other, 'Publicera')
  const then = new Date(first.getTime() + 60_000)
  await fillPlan(other, then)
  await other.getByRole('button', { name: 'Flytta till den här tiden' }).click()
  await expect(other.getByRole('status').first()).toBeVisible()

  await expect.poll(answer, { timeout: 80_000, intervals: [250] }).toBe(200)
  expect(Date.now()).toBeGreaterThanOrEqual(first.getTime())
  const reader = await context.newPage()
  await reader.goto(`/a/${slug}`)
  await expect(reader.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  const block = reader.locator('[data-block="related"]').filter({ hasText: second.headline })
  await expect(block).toHaveCount(0)
  for (const name of tags) await expect(reader.getByRole('link', { name })).toBeVisible()
  await reader.goto('/')
  await expect(reader.getByRole('link', { name: headline }).first()).toBeVisible()

  const related = async () => (await (await request.get(`/a/${slug}`)).text()).includes(`href="/a/${second.slug}"`)
  await expect.poll(related, { timeout: 80_000, intervals: [250] }).toBe(true)
  expect(Date.now()).toBeGreaterThanOrEqual(then.getTime())
  await reader.goto(`/a/${slug}`)
  await expect(block).toBeVisible()

  await expect(page.getByText('Publicerad sedan')).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Avpublicera …' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Avpublicera nu' }).click()
  await expect(page.getByText('Var publicerad')).toBeVisible()
  expect(await answer()).toBe(410)
  await reader.goto(`/a/${slug}`)
  await expect(reader.getByRole('heading', { level: 1 })).not.toHaveText(headline)
  expect((await sql('SELECT 1 FROM audit_row a JOIN article ON article.id = a.subject_id WHERE article.slug = $1', [slug])).length).toBeGreaterThanOrEqual(2)
})
