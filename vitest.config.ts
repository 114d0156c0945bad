import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const ALL = ['{app,bench,components,lib,messages,prisma,scripts,server}/**/*.test.{ts,tsx}', '*.test.ts']
/** These get a real Postgres: a database for each worker, new for each file. */
const DATABASE = ['lib/**/{commands,queries}.test.ts', '**/*.db.test.ts']
/** These get two running processes on one database, which they may stop. */
const SERVERS = ['server/**/*.servers.test.ts']
const NEVER = [...configDefaults.exclude, '.next*/**']

export default defineConfig({
  resolve: { alias: { '@': root, 'server-only': `${root}/node_modules/server-only/empty.js` } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    env: { SITE_URL: 'http://localhost:3000', AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests', LOG_LEVEL: 'silent' },
    projects: [
      { extends: true, test: { name: 'unit', include: ALL, exclude: [...NEVER, ...DATABASE, ...SERVERS] } },
      { extends: true, test: { name: 'servers', include: SERVERS, exclude: NEVER, testTimeout: 180_000, hookTimeout: 180_000, env: { SITE_URL: process.env.SITE_URL ?? '' } } },
      {
        extends: true,
        test: {
          name: 'database',
          include: DATABASE,
          exclude: NEVER,
          globalSetup: ['scripts/testing/postgres-setup.ts'],
          setupFiles: ['scripts/testing/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
