import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './config.mjs'

const PATIENCE = 8_000
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000

/**
 * Runs one of our scripts as a process of its own and starts it again when it dies.
 * @param {{ name: string, script: string, args?: string[], flags?: string[] }} what name: as it stands in a sentence, "The worker"
 * @returns {() => Promise<void>} stops it
 */
export function keepRunning({ name, script, args = [], flags = [] }) {
  let child = null
  let ending = false
  let pause = FIRST_PAUSE
  let timer = null
  const launch = () => {
    child = spawn(process.execPath, [...flags, '--import', pathToFileURL(join(ROOT, 'scripts/ts-hooks.mjs')).href, join(ROOT, script), ...args], {
      cwd: ROOT,
      // It ends when this channel does, so that it never outlives us.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('exit', (code, signal) => {
      if (ending) return
      console.error(`${name} ended (${code ?? signal}); it starts again in ${pause / 1000} s.`)
      timer = setTimeout(launch, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
  }
  launch()
  return async () => {
    ending = true
    clearTimeout(timer)
    await ended(child)
  }
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  await gone
  clearTimeout(timer)
}
