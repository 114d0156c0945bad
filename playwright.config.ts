import { defineConfig } from '@playwright/test'

const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

// `npm test -- e2e` starts the server and sets BASE_URL, DATABASE_URL, AUTH_SECRET, SPALT_DATA_DIR and SPALT_CHROMIUM.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  // long enough for a machine that does other things too; waits end when what they wait for is there
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.BASE_URL,
    actionTimeout: 30_000,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.SPALT_CHROMIUM, args: CHROMIUM_FLAGS },
  },
})
