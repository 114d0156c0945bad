import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { holdFlash, makeUser, openSession, type Person, type Role } from './database'

type Fixtures = {
  /** a new user with the role, signed in in the test's browser */
  signInAs: (role: Role, context?: BrowserContext) => Promise<Person>
  /** fails with the list of what axe finds on the page: by all its rules in light, by those of contrast in dark */
  expectAccessible: (page: Page) => Promise<void>
  /** no other test that asks for it changes the line "just nu" meanwhile: there is one for the whole site */
  aloneWithFlash: void
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The page's code is there: until then its main takes nothing (components/ui/main.tsx). */
export const awake = (page: Page): Promise<void> => page.locator('main[inert]').waitFor({ state: 'detached' })

export const test = base.extend<Fixtures>({
  // As a person does, a test waits for a page before it types, unless it says what it waits for.
  page: async ({ page }, provide) => {
    const goto = page.goto.bind(page)
    page.goto = async (url, options) => {
      const response = await goto(url, options)
      if (!options?.waitUntil) await awake(page)
      return response
    }
    await provide(page)
  },
  signInAs: async ({ context, baseURL }, provide) => {
    await provide(async (role, into = context) => {
      const person = await makeUser(role)
      await addSession(into, baseURL!, await openSession(person.id))
      return person
    })
  },
  aloneWithFlash: async ({}, provide) => {
    const release = await holdFlash()
    await provide()
    await release()
  },
  expectAccessible: async ({}, provide) => {
    await provide(async (page) => {
      await awake(page)
      const found: unknown[] = []
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const axe = new AxeBuilder({ page })
        const { violations } = await (colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules('color-contrast')).analyze()
        found.push(...violations.map(({ id, help, nodes }) => ({ page: page.url(), colorScheme, id, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))
      }
      await page.emulateMedia({ colorScheme: null })
      expect(found).toEqual([])
    })
  },
})

// A cookie with the prefix __Host- is set for an https address only; Chromium sends it to a loopback one all the same.
async function addSession(context: BrowserContext, baseURL: string, sid: string): Promise<void> {
  const value = await encode({ token: { sid }, secret: process.env.AUTH_SECRET! })
  await context.addCookies([{ name: '__Host-spalt.session', value, url: baseURL.replace(/^http:/, 'https:'), httpOnly: true, secure: true, sameSite: 'Lax' }])
}

export { expect }
