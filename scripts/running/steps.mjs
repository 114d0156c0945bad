import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const KEPT_LINES = 200
const KILL_AFTER = 5_000
const running = new Set()
let stopping = false

/** A command that ended badly; its last lines of output are what a person needs to see. */
class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} failed (${code})`)
    this.output = output
  }
}

/**
 * Shows one long step: on a terminal one line with running seconds, otherwise a line at the start, one each 5 s, one at the end.
 * @template T
 * @param {string} what e.g. "Building the pages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work, out = process.stdout) {
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  const show = (text) => out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
  show(`${what} ...`)
  const tick = setInterval(() => show(`${what} ... ${seconds()} s`), out.isTTY ? 1_000 : 5_000)
  try {
    const result = await work()
    show(`${what}: done (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    return result
  } catch (error) {
    show(`${what}: not done`)
    throw error
  } finally {
    clearInterval(tick)
    if (out.isTTY) out.write('\n')
  }
}

/**
 * Runs a command in a process group of its own, so that all its descendants can be stopped together, and so that Ctrl-C
 * reaches it through us, in order. Its output is kept, and shown only when it fails.
 * @returns {Promise<string>} what it wrote to stdout
 */
export function command(file, args, { label = file, ...options } = {}) {
  if (stopping) return Promise.reject(new Error('stopping'))
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const lines = []
  let stdout = ''
  const keep = (chunk) => {
    lines.push(...String(chunk).split('\n'))
    lines.splice(0, lines.length - KEPT_LINES)
  }
  child.stdout.on('data', (chunk) => {
    stdout += chunk
    keep(chunk)
  })
  child.stderr.on('data', keep)
  return new Promise((done, fail) => {
    child.once('error', (error) => {
      running.delete(child)
      fail(error)
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      if (code === 0) done(stdout)
      else fail(new CommandFailed(label, code ?? signal, lines.join('\n').trim()))
    })
  })
}

/** True once a signal has asked for the end: what waits for something gives up. */
export const isStopping = () => stopping

/** Stops every running command with all its descendants, waits until they are gone, and lets no new one begin. */
export async function stopCommands() {
  stopping = true
  const gone = [...running].map((child) => new Promise((done) => child.once('close', done)))
  signalAll('SIGTERM')
  const timer = new AbortController()
  await Promise.race([Promise.all(gone), sleep(KILL_AFTER, null, { signal: timer.signal }).catch(() => {})])
  timer.abort()
  signalAll('SIGKILL')
  await Promise.all(gone)
}

function signalAll(signal) {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // gone between the look and the signal
    }
  }
}
