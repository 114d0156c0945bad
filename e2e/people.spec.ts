import { unique } from './database'
import { newArticle, panel, PASSWORD, saved, signInByForm, textOf } from './desk'
import { expect, test } from './fixtures'

test('an admin invites a writer, who sets a password by the link, writes, and may not publish', async ({ page, browser, baseURL }) => {
  const name = `Wilma ${unique()}`
  const email = `wilma-${unique()}@example.se`
  await signInByForm(page, 'admin')
  await page.goto('/admin/users')
  await page.getByRole('button', { name: 'Ny användare' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Namn').fill(name)
  await dialog.getByLabel('E-post').fill('inte en adress')
  await dialog.getByRole('button', { name: 'Skapa och visa länk' }).click()
  await expect(dialog.getByText('Skriv en e-postadress')).toBeVisible()
  await dialog.getByLabel('E-post').fill(email)
  await dialog.getByRole('button', { name: 'Skapa och visa länk' }).click()
  const link = await dialog.getByLabel('Länk').inputValue()
  await expect(dialog.getByRole('button', { name: 'Kopiera länken' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Ny användare' })).toBeFocused()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Inbjuden')

  const theirs = await (await browser.newContext({ baseURL, locale: 'sv-SE' })).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Nytt lösenord').fill('för kort')
  await theirs.getByRole('button', { name: 'Spara och logga in' }).click()
  await expect(theirs.getByText('Lösenordet behöver minst 12 tecken.')).toBeVisible()
  await theirs.getByLabel('Nytt lösenord').fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Spara och logga in' }).click()
  await newArticle(theirs)
  await theirs.getByRole('textbox', { name: 'Rubrik', exact: true }).fill(`Skribentens ${unique()}`)
  await textOf(theirs).fill('Ett första stycke.')
  await saved(theirs)
  await panel(theirs, 'Publicera')
  await expect(theirs.getByText('Bara redaktörer publicerar.')).toBeVisible()
  await expect(theirs.getByRole('button', { name: /^(Publicera|Schemalägg)/ })).toHaveCount(0)
  expect((await theirs.goto('/admin/users'))?.status()).toBe(404)

  const again = await (await browser.newContext({ baseURL, locale: 'sv-SE' })).newPage()
  await again.goto(link)
  await expect(again.getByText('Länken gäller inte längre.')).toBeVisible()

  // until the page shows what was done, the row takes no other press
  const shown = Promise.withResolvers<void>()
  await page.route(/\/admin\/users/, async (route) => {
    if (route.request().headers().rsc) await shown.promise
    await route.continue()
  })
  const more = page.getByRole('button', { name: `Mer för ${name}` })
  await more.click()
  await page.getByRole('menuitem', { name: 'Stäng av kontot' }).click()
  await expect(page.getByText('är avstängd och utloggad överallt')).toBeVisible()
  await expect(more).toBeDisabled()
  await expect(more).toBeFocused()
  shown.resolve()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Avstängd')
  await expect(more).toBeEnabled()
  await theirs.goto('/desk')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await page.goto('/admin/audit')
  await expect(page.getByRole('cell', { name: new RegExp(name) }).first()).toBeVisible()
})

test('wrong passwords are refused in words, then stopped; what was typed stays', async ({ page }) => {
  const person = await signInByForm(page, 'writer')
  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Logga ut' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('E-post').fill(person.email)
  const attempt = async (password: string) => {
    await page.getByLabel('Lösenord').fill(password)
    await page.getByRole('button', { name: 'Logga in' }).click()
  }
  for (let i = 0; i < 8; i += 1) {
    const answered = page.waitForResponse((response) => response.url().includes('/api/auth/callback/credentials'))
    await attempt('fel lösenord')
    await answered
    await expect(page.getByText('Fel e-postadress eller lösenord.')).toBeVisible()
  }
  await attempt(PASSWORD)
  await expect(page.getByText(/För många försök/)).toBeVisible()
  await expect(page.getByLabel('E-post')).toHaveValue(person.email)
})

test('the language is chosen per user, Swedish first, and stays', async ({ page, context, signInAs }) => {
  await signInAs('editor')
  await page.goto('/account')
  await page.getByRole('button', { name: /Språk$/ }).click()
  await page.getByRole('option', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/desk')
  await expect(page.getByRole('button', { name: 'New article' }).first()).toBeVisible()
  await context.clearCookies()
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Logga in' })).toBeVisible()
})

test('a page whose code is still on its way takes no word and no press, and never sends a password in its address', async ({ page }) => {
  const code = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await code.promise
    await route.continue()
  })
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await expect(page.locator('main[inert]')).toBeVisible()
  await expect(page.locator('form')).toHaveAttribute('method', 'post')
  code.resolve()
  await expect(page.getByLabel('E-post')).toBeFocused()
  await expect(page.locator('main[inert]')).toHaveCount(0)
})
