import { choose, fillPlan, nextMinute } from './desk'
import { makeArticle, makeTag, sql, unique } from './database'
import { expect, test } from './fixtures'

test('several articles are chosen by keys and by shift, tagged and scheduled; what is refused says why; the trash is undone', async ({ page, signInAs, expectAccessible }) => {
  const me = await signInAs('editor')
  const [section, tag, word] = [await makeTag('section'), await makeTag('topic'), unique()]
  const names = ['Första', 'Andra', 'Tredje', 'Fjärde'].map((name) => `${name} ${word}`)
  const made = []
  for (const headline of names) made.push(await makeArticle({ by: me, sectionId: section.id, headline }))
  await sql('UPDATE article SET section_id = NULL WHERE id = $1', [made[1]!.id])
  await page.goto(`/desk?author=me&q=${word}`)
  const list = page.getByRole('table')
  const row = (i: number) => list.getByRole('row').filter({ hasText: names[i]! })
  const box = (i: number) => page.getByRole('checkbox', { name: `Välj ${names[i]}` })
  const bar = page.getByRole('region', { name: 'Det valda' })

  // unlike a press, a focus does not wait until the page takes it
  await expect(page.locator('main')).not.toHaveAttribute('inert')
  // newest first: the fourth stands above the third
  await page.getByRole('link', { name: names[3]! }).focus()
  await page.keyboard.press('x')
  await expect(box(3)).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: names[2]! })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('x')
  await box(0).click({ modifiers: ['Shift'] })
  await expect(bar.getByText('3 valda')).toBeVisible()
  await expect(box(3)).not.toBeChecked()
  await expectAccessible(page)

  await bar.getByRole('button', { name: 'Tagga …' }).click()
  await choose(page, 'Tagg', tag.name, tag.name)
  await expect(page.getByText('3 artiklar är taggade.')).toBeVisible()
  await page.getByRole('button', { name: 'Ångra' }).click()
  for (const i of [0, 1, 2]) await expect(row(i)).not.toContainText(tag.name)
  await bar.getByRole('button', { name: 'Tagga …' }).click()
  await choose(page, 'Tagg', tag.name, tag.name)
  for (const i of [0, 1, 2]) await expect(row(i)).toContainText(tag.name)

  await bar.getByRole('button', { name: 'Schemalägg …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Schemalägg 3 artiklar' })
  await expect(dialog.getByText('En följer inte med:')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: names[1]! })).toContainText('Välj avdelning innan du publicerar.')
  const schedule = async () => {
    await fillPlan(page, nextMinute(86_400), dialog)
    await dialog.getByRole('button', { name: 'Schemalägg' }).click()
    await expect(page.getByText('2 artiklar är schemalagda.')).toBeVisible()
  }
  await schedule()
  await page.getByRole('status').filter({ hasText: 'schemalagda.' }).getByRole('button', { name: 'Ångra' }).last().click()
  await expect(page.getByText('2 artiklar är inte schemalagda längre.')).toBeVisible()
  for (const i of [0, 2]) await expect(row(i)).not.toContainText('Schemalagd')
  for (const i of [0, 2]) await box(i).check()
  await bar.getByRole('button', { name: 'Schemalägg …' }).click()
  await schedule()
  await expect(row(0)).toContainText('Schemalagd')
  await expect(row(2)).toContainText('Schemalagd')
  await expect(bar.getByText('1 vald')).toBeVisible()

  await box(2).check()
  await bar.getByRole('button', { name: 'Papperskorgen' }).click()
  const told = page.getByRole('dialog', { name: '1 av 2 gick bra' })
  await expect(told.getByRole('listitem')).toContainText('Artikeln är publicerad eller schemalagd.')
  await expect(told.getByRole('link', { name: names[2]! })).toHaveAttribute('href', `/desk/articles/${made[2]!.id}`)
  await told.getByRole('button', { name: 'Stäng' }).last().click()
  await expect(row(1)).toHaveCount(0)

  await page.getByRole('checkbox', { name: 'Välj alla på sidan' }).check()
  await page.keyboard.press('Escape')
  await box(3).check()
  await bar.getByRole('button', { name: 'Papperskorgen' }).click()
  await expect(row(3)).toHaveCount(0)
  await page.getByRole('button', { name: 'Ångra' }).last().click()
  await expect(row(3)).toBeVisible()
  await page.goto(`/desk?state=trashed&q=${word}`)
  await expect(row(1)).toContainText(/Försvinner för gott efter \d+ \p{L}+/u)
})
