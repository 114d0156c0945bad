import type { Page } from '@playwright/test'
import { makeArticle, makeTag, unique } from './database'
import { chooseFile, dropFile, makeJpeg, panel, saved, textOf } from './desk'
import { expect, test } from './fixtures'

const words = (page: Page, name: string) => page.getByRole('textbox', { name })

test('an image is uploaded once, described, and taken into an article; readers get it when that is published, and not before', async ({ page, request, signInAs }) => {
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const article = await makeArticle({ by: me, sectionId: section.id })
  const [key, first, second] = [unique(), await makeJpeg(), await makeJpeg()]
  await page.goto('/desk/images')
  await chooseFile(page, { name: `älv-${key}.jpg`, buffer: first })
  await page.getByRole('button', { name: 'Beskriv bilden' }).click()
  await words(page, 'Alternativtext').fill(`En älv i dimma ${key}`)
  await words(page, 'Bildtext').fill('Dalälven i går.')
  await words(page, 'Fotograf och byrå').fill('Anna Ek / TT')
  await page.getByRole('slider', { name: 'Vågrätt' }).press('ArrowLeft')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Sparat.')).toBeVisible()
  await expect(page.getByText('Ingen artikel visar bilden.')).toBeVisible()
  const imageId = page.url().split('/').at(-1)!
  await page.getByRole('link', { name: 'Bilder' }).first().click()
  await chooseFile(page, { name: 'samma.jpg', buffer: first })
  await expect(page.getByText(`”älv-${key}.jpg” fanns redan bland bilderna.`)).toBeVisible()

  await page.goto(`/desk/articles/${article.id}`)
  await page.getByRole('button', { name: 'Lägg till huvudbild' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill(key)
  await page.getByRole('dialog').getByRole('option', { name: `En älv i dimma ${key}` }).click()
  const lead = page.getByRole('region', { name: 'Huvudbild' })
  await expect(lead.getByRole('textbox', { name: 'Bildtext' })).toHaveValue('Dalälven i går.')
  await lead.getByRole('textbox', { name: 'Bildtext' }).fill('Dalälven i morse.')
  await saved(page)

  await page.route('**/api/images', (route) => route.abort())
  await dropFile(page, textOf(page), { name: 'karta.jpg', buffer: second })
  const waiting = page.getByRole('list', { name: 'Filer på väg' })
  await expect(waiting).toContainText('Servern svarar inte')
  await page.unroute('**/api/images')
  await textOf(page).press('ControlOrMeta+End')
  await page.keyboard.type(' Skrivet under tiden.')
  await waiting.getByRole('button', { name: 'Försök igen' }).click()
  const inText = page.getByRole('figure', { name: /^Bild:/ })
  await expect(inText).toBeVisible()
  await expect(textOf(page)).toContainText('Skrivet under tiden.')
  await panel(page, 'Kontroller')
  await expect(page.getByText('Saknar alternativtext.')).toBeVisible()
  await inText.getByRole('textbox', { name: 'Alternativtext' }).fill(`En karta ${key}`)
  await inText.getByRole('textbox', { name: 'Fotograf och byrå' }).fill('Grafik: Spalt')
  await expect(page.getByText('Alla bilder har alternativtext och fotograf.')).toBeVisible()
  await saved(page)
  await page.reload()
  await expect(inText.getByRole('textbox', { name: 'Alternativtext' })).toHaveValue(`En karta ${key}`)

  const address = `/image/${imageId}/640.webp`
  expect((await request.get(address)).status()).toBe(404)
  await panel(page, 'Publicera')
  await page.getByRole('button', { name: 'Publicera nu' }).click()
  await page.goto((await page.getByRole('link', { name: 'Visa på sajten' }).getAttribute('href'))!)
  const shown = page.getByRole('img', { name: `En älv i dimma ${key}` })
  await expect(shown).toHaveAttribute('srcset', new RegExp(`${address} 640w`))
  await expect(page.getByRole('figure').first()).toHaveText('Dalälven i morse. Foto: Anna Ek / TT')
  await expect(page.getByRole('img', { name: `En karta ${key}` })).toBeVisible()
  const answer = await request.get(address)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/webp'])
})
