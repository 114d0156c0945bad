import type { Page } from '@playwright/test'
import { makeArticle, makeTag, type Person, sql, unique } from './database'
import { choose, newArticle, panel, saved, textOf } from './desk'
import { expect, test } from './fixtures'

const related = (page: Page) => page.getByRole('complementary', { name: /^Läs också: / })

/** A live article that says this and has the tag. */
async function makeReport(by: Person, sectionId: string, { headline, text, tagId }: { headline: string; text: string; tagId: string }): Promise<string> {
  const { id } = await makeArticle({ by, sectionId, headline, liveFrom: new Date(Date.now() - 3_600_000) })
  await sql('UPDATE article SET plain_text = headline || E\'\\n\\n\' || $2 WHERE id = $1', [id, text])
  await sql('INSERT INTO article_tag (article_id, tag_id, position) VALUES ($1, $2, 0)', [id, tagId])
  return id
}

test('an editor writes about a thing, sees what it could link to and why, and inserts one', async ({ page, signInAs, expectAccessible }) => {
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const tag = await makeTag('topic')
  const key = unique()
  const place = `Kvarn${key.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`
  const [dam, bridge] = [`Dammen vid ${place} läcker ${key}`, `Bron över ån stängs ${key}`]
  await makeReport(me, section.id, { headline: dam, text: `Vattnet rinner genom fördämningen i ${place}, och invallningen måste tätas i höst.`, tagId: tag.id })
  await makeReport(me, section.id, { headline: bridge, text: `Landshövdingen talade i ${place} om landsvägen.`, tagId: tag.id })
  await page.goto('/desk')
  await newArticle(page)
  await textOf(page).fill(`Fördämningen i ${place} håller inte. Invallningen ska göras om.`)
  await page.keyboard.press('Enter')
  await panel(page, 'Uppgifter')
  await choose(page, 'Lägg till tagg', tag.name, tag.name)
  await panel(page, 'Länkar')
  const offers = page.getByRole('region', { name: 'LÄS OCKSÅ?' })
  const offer = offers.getByRole('listitem').filter({ hasText: dam })
  await expect(offer).toContainText(/1 gemensam tagg, om .*Kvarn/)
  await expect(offer).toContainText('Publicerad')
  await expect(offers.getByRole('listitem').filter({ hasText: bridge })).toBeVisible()
  await expect(related(page)).toHaveCount(0)
  await expectAccessible(page)

  await offer.getByRole('button', { name: `Infoga Läs också: ${dam}` }).click()
  await expect(related(page)).toHaveCount(1)
  await expect(related(page)).toContainText(dam)
  await expect(offer).toHaveCount(0)
  const asked = page.waitForRequest((request) => request.method() === 'POST' && (request.postData() ?? '').includes('"links":[{'))
  await page.keyboard.type('Mer om landsvägen och landshövdingen.')
  await asked
  await expect(offers.getByRole('listitem').filter({ hasText: bridge })).toContainText(/om .*Kvarn|om .*landshövding/i)
  await expect(offer).toHaveCount(0)
  await saved(page)

  await page.reload()
  await panel(page, 'Länkar')
  await expect(offers.getByRole('listitem').filter({ hasText: bridge })).toBeVisible()
  await expect(offer).toHaveCount(0)
  await expect(page.getByRole('tabpanel').getByRole('button', { name: dam })).toBeVisible()
})
