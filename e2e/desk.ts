import { hash } from '@node-rs/argon2'
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import { makeUser, type Person, type Role } from './database'

export const PASSWORD = 'sju sjuka sjömän'

/** A new user with the role, who fills in the sign-in form. */
export async function signInByForm(page: Page, role: Role): Promise<Person> {
  const person = await makeUser(role, await hash(PASSWORD))
  await page.goto('/desk')
  await page.getByLabel('E-post').fill(person.email)
  await page.getByLabel('Lösenord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Artiklar' })).toBeVisible()
  return person
}

export async function newArticle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ny artikel' }).first().click()
  await expect(textOf(page)).toBeVisible()
}

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Brödtext' })
export const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Sparat \d/ })).toBeVisible()
export const panel = (page: Page, name: 'Publicera' | 'Uppgifter' | 'Länkar' | 'Kontroller') => page.getByRole('tab', { name }).click()

/** Pastes plain text with the keyboard, where the cursor is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/** Types in a field that suggests, and takes the suggestion. */
export async function choose(page: Page, field: string, words: string, option: string | RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: field })
  await box.fill(words.slice(0, -1))
  // a key opens the list also where the field got its words before the page knew that it has the focus
  await box.press(words.at(-1)!)
  await page.getByRole('option', { name: option }).click()
}

/** Fills in a plan's date and time (of the only form there, or of the one within) as they stand on Stockholm's clocks. */
export async function fillPlan(page: Page, at: Date, within: Page | Locator = page): Promise<void> {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at)
  const segments = { year: 'år', month: 'månad', day: 'dag', hour: 'timme', minute: 'minut' } as const
  for (const [type, name] of Object.entries(segments)) {
    await within.getByRole('spinbutton', { name: new RegExp(`^${name},`) }).click()
    await page.keyboard.type(parts.find((part) => part.type === type)!.value)
  }
}

/** The next full minute that is at least `seconds` away. */
export const nextMinute = (seconds: number): Date => new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000)

type GivenFile = { name: string; buffer: Buffer }
/** Noise, that no other test has. */
export const makeJpeg = (): Promise<Buffer> => sharp({ create: { width: 900, height: 600, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } } }).jpeg().toBuffer()

/** Chooses a file by the page's button for it. */
export async function chooseFile(page: Page, { name, buffer }: GivenFile): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  await (await asked).setFiles({ name, buffer, mimeType: 'image/jpeg' })
}

/** Drops a file in the middle of an element. */
export async function dropFile(page: Page, into: Locator, { name, buffer }: GivenFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ bytes, named }) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], named, { type: 'image/jpeg' }))
    return data
  }, { bytes: buffer.toString('base64'), named: name })
  const box = (await into.boundingBox())!
  await into.dispatchEvent('drop', { dataTransfer, clientX: box.x + box.width / 2, clientY: box.y + 10 })
}

/** Sends an image as a page of the desk's does. */
export async function sendImage(request: APIRequestContext, origin: string): Promise<{ ok: boolean; code?: string; data?: { image: { id: string } } }> {
  return (await request.post('/api/images', { data: await makeJpeg(), headers: { origin, 'content-type': 'image/jpeg', 'x-file-name': 'bild.jpg' } })).json()
}
