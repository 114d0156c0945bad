// `npm test`, or `npm test -- unit e2e` for parts of it. Plain Node 20 until all is installed; every stage runs, whatever the others said.
import { checkNode, loadEnv, Refusal, ROOT } from './running/config.mjs'
import { ensureInstalled, handOver, isPinned } from './running/install.mjs'
import { stopCommands } from './running/steps.mjs'

process.chdir(ROOT)
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.on(signal, () => void stopCommands().then(() => process.exit(code)))

try {
  checkNode()
  loadEnv()
  await ensureInstalled()
  process.exitCode = isPinned() ? await (await import('./testing/stages.mjs')).runStages(process.argv.slice(2)) : await handOver('scripts/test.mjs', process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Refusal ? error.message : (error.output ?? error))
  process.exitCode = 1
}
