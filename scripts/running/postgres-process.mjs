import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const FAST = 20_000
const IMMEDIATE = 5_000

/**
 * The Postgres that runs on a data folder, found by its own pid file; null when there is none.
 * @returns {{ pid: number, port: number } | null}
 */
export function runningServer(dir) {
  const file = join(dir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  // The pid may by now be another program's.
  return commandLine(pid).includes(dir) ? { pid, port: Number(lines[3]) } : null
}

/** Stops it: first what is asked of a server that others still use, then what cannot be refused. */
export async function stopServer(dir) {
  const server = runningServer(dir)
  if (!server) return
  const attempts = [
    ['SIGINT', FAST],
    ['SIGQUIT', IMMEDIATE],
    ['SIGKILL', IMMEDIATE],
  ]
  for (const [signal, patience] of attempts) {
    if (signalled(server.pid, signal) && (await gone(dir, patience))) return
  }
}

async function gone(dir, patience) {
  const end = Date.now() + patience
  while (runningServer(dir)) {
    if (Date.now() > end) return false
    await sleep(20)
  }
  return true
}

function signalled(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // ended by itself
  }
  return true
}

/** What a process was started as; empty when it is gone. */
export function commandLine(pid) {
  try {
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
