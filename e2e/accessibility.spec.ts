import { makeArticle, makeTag } from './database'
import { panel, sendImage, textOf } from './desk'
import { expect, test } from './fixtures'

const MONTH = `/archive/${new Date().toISOString().slice(0, 7).replace('-', '/')}`

test('readers’ pages have no violation that axe finds, in light and dark', async ({ page, request, signInAs, expectAccessible }) => {
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const { slug } = await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() - 60_000) })
  const mosul = '/a/is-ar-pa-vag-att-forlora-mosul'
  const [[author], [tag]] = await request.get(mosul).then((answer) => answer.text()).then((html) => [html.match(/\/author\/[a-z0-9-]+/)!, html.match(/\/tag\/[a-z0-9-]+/)!])
  for (const path of ['/', mosul, `/a/${slug}`, `/section/${section.slug}`, author, tag, '/archive', MONTH, '/search?q=mosul&label=analys', '/om', '/finns-inte']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})

test('sign-in, list and admin pages have no violation that axe finds, in light and dark', async ({ page, context, baseURL, signInAs, expectAccessible }) => {
  test.setTimeout(300_000)
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.goto('/set-password#nothing')
  await expect(page.getByText('Länken gäller inte längre.')).toBeVisible()
  await expectAccessible(page)
  await signInAs('admin')
  const { data } = await sendImage(context.request, baseURL!)
  for (const path of ['/desk?q=mosul', '/desk/images', `/desk/images/${data!.image.id}`, '/admin/tags', '/admin/users', '/admin/audit', '/admin/settings', '/account', '/sign-out', '/desk/finns-inte']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('the editor and its panels have no violation that axe finds, in light and dark', async ({ page, context, baseURL, signInAs, expectAccessible }) => {
  const me = await signInAs('editor')
  const section = await makeTag('section')
  const { id } = await makeArticle({ by: me, sectionId: section.id, liveFrom: new Date(Date.now() + 86_400_000) })
  await page.goto(`/desk/articles/${id}`)
  await expect(textOf(page)).toBeVisible()
  await sendImage(context.request, baseURL!)
  await page.getByRole('button', { name: 'Bild', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('option').first().click()
  await expect(page.getByRole('figure', { name: /^Bild/ })).toBeVisible()
  for (const name of ['Publicera', 'Uppgifter', 'Kontroller'] as const) {
    await panel(page, name)
    await expectAccessible(page)
  }
})
