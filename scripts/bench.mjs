// `npm run bench -- NAME [arguments]`: runs bench/NAME.ts or bench/NAME.mjs in the pinned Node.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadEnv, Refusal, ROOT } from './running/config.mjs'
import { ensureInstalled, handOver, isPinned } from './running/install.mjs'

const BENCH = join(ROOT, 'bench')
const SCRIPT = /\.(ts|mjs)$/

process.chdir(ROOT)
try {
  loadEnv()
  await ensureInstalled(process.stderr)
  if (isPinned()) await run(process.argv[2])
  else process.exitCode = await handOver('scripts/bench.mjs')
} catch (error) {
  console.error(error instanceof Refusal ? error.message : (error.output ?? error))
  process.exitCode = 1
}

async function run(name = '') {
  const file = ['ts', 'mjs'].map((ending) => join(BENCH, `${name}.${ending}`)).find((path) => /^[\w-]+$/.test(name) && existsSync(path))
  if (!file) throw new Refusal(`Say which: npm run bench -- NAME. There are: ${names().join(', ') || 'none yet'}.`)
  await import('./ts-hooks.mjs')
  await import(pathToFileURL(file).href)
}

function names() {
  return readdirSync(BENCH).filter((file) => SCRIPT.test(file) && !/\.test\./.test(file)).map((file) => file.replace(SCRIPT, ''))
}
