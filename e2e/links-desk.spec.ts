import type { Page } from '@playwright/test'
import { makeArticle, makeTag, makeTarget, unique } from './database'
import { choose, panel } from './desk'
import { expect, test } from './fixtures'

const menu = (page: Page, name: string) => page.getByRole('button', { name: `Mer för ${name}` }).click()

test('a title without an article is resolved, and an address replaced everywhere and back, with the effect shown first and readers following', async ({ page, request, signInAs, expectAccessible }) => {
  test.setTimeout(300_000)
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const key = unique()
  const target = await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() - 60_000), headline: `Bron över ${key} byggs` })
  const title = `Bron över ${key} ska byggas`
  const address = `https://example.org/${key}`
  const [words, outside] = [await makeTarget('title', title), await makeTarget('url', address)]
  const live = async (name: string, to: string) => (await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() - 60_000), headline: `${name} ${key}`, target: to })).slug
  const [first, second, third] = [await live('Ett', words), await live('Två', words), await live('Tre', outside)]
  const reads = async (slug: string) => (await (await request.get(`/a/${slug}`)).text()).match(/data-target="[^"]*"/g)?.length ?? 0
  const leadsTo = async (slug: string, href: string) => (await (await request.get(`/a/${slug}`)).text()).includes(`<a href="${href}" data-target=`)
  expect([await reads(first), await reads(second)]).toEqual([0, 0])

  await page.goto('/desk')
  await page.getByRole('link', { name: 'Länkar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Länkar' })).toBeVisible()
  await page.getByRole('link', { name: 'Utan artikel' }).click()
  await expect(page.getByText('Rubriker som ingen artikel är kopplad till')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Sök mål' }).fill(key)
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row.getByRole('cell').nth(2)).toHaveText('2')
  await expectAccessible(page)
  await menu(page, title)
  await page.getByRole('menuitem', { name: 'Koppla till artikel …' }).click()
  await expect(page.getByRole('button', { name: target.headline })).toBeFocused()
  await page.getByRole('button', { name: target.headline }).click()
  await expect(page.getByRole('dialog')).toContainText('2 artiklar berörs, 2 publicerade')
  await expect(page.getByRole('dialog')).toContainText(`Två ${key}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Koppla', exact: true }).click()
  await expect(page.getByText('Ändrat. Läsarna ser det direkt.')).toBeVisible()
  await expect(row).toHaveCount(0)
  for (const slug of [first, second]) expect(await leadsTo(slug, `/a/${target.slug}`)).toBe(true)
  await page.goto(`/a/${first}`)
  await expect(page.locator('[data-block="related"]')).toContainText(target.headline)

  await page.goto(`/desk/links?q=${key}`)
  await menu(page, `example.org/${key}`)
  await page.getByRole('menuitem', { name: 'Byt ut överallt …' }).click()
  await choose(page, 'Artikel eller adress i stället', target.headline, target.headline)
  await expect(page.getByRole('dialog')).toContainText('En artikel berörs, en publicerad')
  await page.getByRole('button', { name: 'Byt ut överallt', exact: true }).click()
  await expect(page.getByText('Ändrat. Läsarna ser det direkt.')).toBeVisible()
  expect(await leadsTo(third, `/a/${target.slug}`)).toBe(true)
  await page.getByRole('link', { name: target.headline }).click()
  await expect(page.getByRole('heading', { name: 'Används i' })).toBeVisible()
  for (const headline of [`Ett ${key}`, `Två ${key}`, `Tre ${key}`]) await expect(page.getByRole('link', { name: headline })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/desk/links/changes')
  await expectAccessible(page)
  await page.getByRole('button', { name: `Ångra att ${address}` }).click()
  await expect(page.getByText('Ändringen är ångrad.')).toBeVisible()
  expect([await leadsTo(third, address), await leadsTo(first, `/a/${target.slug}`)]).toEqual([true, true])

  await page.goto(`/desk/articles/${target.id}`)
  await panel(page, 'Publicera')
  await page.getByRole('button', { name: 'Avpublicera …' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Visas som länk i 2 artiklar, 2 publicerade. 2 av dem får ett tomt Läs också-block.')
  await dialog.getByRole('link', { name: 'Byt ut överallt …' }).click()
  await expect(page.getByRole('heading', { level: 1, name: target.headline })).toBeVisible()
})

test('a writer may look at the links desk and change nothing', async ({ page, signInAs }) => {
  await signInAs('writer')
  await page.goto('/desk/links')
  await page.getByRole('button', { name: /^Mer för/ }).first().click()
  await expect(page.getByRole('menuitem', { name: 'Var den används' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Byt ut överallt …' })).toHaveCount(0)
})
