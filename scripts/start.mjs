// `npm start`. Plain Node 20 without a dependency: checks what can be checked, installs, goes on in the pinned Node.
import { checkNode, checkPort, loadEnv, readConfig, Refusal, ROOT } from './running/config.mjs'
import { ensureInstalled, handOver, isPinned, isThrifty, THRIFT } from './running/install.mjs'
import { isStopping, stopCommands } from './running/steps.mjs'

process.chdir(ROOT)
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP']
const stop = () => void stopCommands().then(() => process.exit(0))
const deafen = () => SIGNALS.forEach((signal) => process.off(signal, stop))
for (const signal of SIGNALS) process.on(signal, stop)

try {
  checkNode()
  loadEnv()
  const config = readConfig(process.env)
  if (config.role !== 'worker') await checkPort(config.port, config.host)
  await ensureInstalled()
  process.exitCode = isPinned() && isThrifty() ? await goUp(config) : await (deafen(), handOver('scripts/start.mjs', THRIFT))
} catch (error) {
  if (!isStopping()) fail(error)
}

async function goUp(config) {
  const { up } = await import('./running/up.mjs')
  deafen() // up listens from its first line on
  return up(config)
}

function fail(error) {
  console.error(error instanceof Refusal ? error.message : (error.output ?? error))
  process.exitCode = 1
}
