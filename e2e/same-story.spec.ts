import { sql, unique } from './database'
import { newArticle, panel, paste, saved, textOf } from './desk'
import { expect, test } from './fixtures'

const WIRE = (key: string): string[] => [
  `Elden i hamnmagasinet ${key} upptäcktes strax efter midnatt av en vaktman som gick sin vanliga rond längs kajen.`,
  'Fem stationer larmades och arbetet med att hindra spridning till oljedepån pågick hela natten medan vinden låg på från sydväst.',
  'Två personer fördes till sjukhus med lindriga rökskador men har enligt regionen kunnat lämna avdelningen under morgonen.',
  'Polisen har spärrat av området och inlett en förundersökning om mordbrand, och tekniker väntas gå in i huset i eftermiddag.',
]
const ADDED = 'Kommunen öppnade under natten en samlingspunkt i folkhögskolan dit ett trettiotal boende sökte sig för te och filtar.'

test('a pasted text that is nearly another’s is noted with its share, compared, and linked as an update', async ({ page, signInAs, expectAccessible }) => {
  test.setTimeout(180_000)
  await signInAs('editor')
  const key = unique()
  const wire = WIRE(key)
  const write = async (headline: string, paragraphs: readonly string[]): Promise<string> => {
    await page.goto('/desk')
    await newArticle(page)
    await page.getByRole('textbox', { name: 'Rubrik', exact: true }).fill(headline)
    await textOf(page).click()
    await paste(page, paragraphs.join('\n\n'))
    await saved(page)
    return page.url().split('/').at(-1)!.split('?')[0]!
  }
  const first = await write(`Magasinet brann ${key}`, wire)
  const second = await write(`Stor brand i hamnen ${key}`, [...wire, ADDED])

  await panel(page, 'Kontroller')
  const note = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: `Magasinet brann ${key}` })
  await expect(note).toContainText(`Nästan samma text som ”Magasinet brann ${key}”. 80 % av texten här finns också där.`)
  await expect(page.getByRole('tab', { name: 'Kontroller' })).toContainText(/\d/)
  await expectAccessible(page)

  await note.getByRole('button', { name: 'Jämför' }).click()
  const dialog = page.getByRole('dialog', { name: 'Två artiklar, jämförda' })
  const mine = dialog.getByRole('region', { name: 'Texten här' })
  await expect(mine).toContainText(ADDED)
  await expect(mine.locator('mark').filter({ hasText: 'samlingspunkt' })).toHaveCount(0)
  await expect(mine.locator('mark').filter({ hasText: key })).toHaveCount(1)
  await expect(dialog.getByRole('region', { name: `Magasinet brann ${key}` }).locator('mark')).toHaveCount(wire.length)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(note.getByRole('button', { name: 'Jämför' })).toBeFocused()

  await note.getByRole('button', { name: 'Länka som uppdatering av' }).click()
  await expect(note).toContainText(`Uppdatering av ”Magasinet brann ${key}”.`)
  const updateOf = async () => (await sql<{ of: string | null }>('SELECT update_of_id AS of FROM article WHERE id = $1', [second]))[0]!.of
  expect(await updateOf()).toBe(first)
  await page.reload()
  await panel(page, 'Kontroller')
  await expect(note).toContainText(`Uppdatering av ”Magasinet brann ${key}”.`)
  await note.getByRole('button', { name: 'Ta bort' }).click()
  await expect(note).toContainText('Nästan samma text som')
  expect(await updateOf()).toBeNull()
})
