// `npm run --silent spalt -- COMMAND`. Plain Node 20 at the door; the commands run in the pinned Node.
import { loadEnv, Refusal, ROOT } from './running/config.mjs'
import { ensureInstalled, handOver, isPinned } from './running/install.mjs'

process.chdir(ROOT)
try {
  loadEnv()
  await ensureInstalled(process.stderr) // stdout belongs to the command
  process.exitCode = isPinned() ? await run() : await handOver('scripts/spalt.mjs')
} catch (error) {
  console.error(error instanceof Refusal ? error.message : (error.output ?? error))
  process.exitCode = 1
}

async function run() {
  await import('./ts-hooks.mjs')
  const { runCommand } = await import('./cli/run.mjs')
  return runCommand(process.argv.slice(2))
}
