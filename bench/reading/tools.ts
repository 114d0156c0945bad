import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Sees to it that a program of the system's packages is there. */
export function needProgram(name: string, debian: string): void {
  if (spawnSync('which', [name], { stdio: 'ignore' }).status === 0) return
  const install = (args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  install(['update'])
  if (install(['install', '--yes', '--no-install-recommends', debian]).status !== 0) throw new Error(`${name} is needed: install the package ${debian}.`)
}

const SUMMARY = `done = function(s, l, r)
  io.write(string.format("RESULT %d %d %d %d %d %d %d\\n", s.requests, s.duration, l:percentile(50), l:percentile(95), l:percentile(99), s.errors.status, s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout))
end`

/** Requests per second, latencies in ms; `failed` are answers that were no success, or none. */
export type Load = { perSecond: number; p50: number; p95: number; p99: number; failed: number }

/** wrk with one thread on one address. */
export async function load(url: string, { connections, seconds, headers = {} }: { connections: number; seconds: number; headers?: Record<string, string> }): Promise<Load> {
  const { mkdtemp, writeFile } = await import('node:fs/promises')
  const dir = await mkdtemp('/tmp/spalt-wrk-')
  const script = `${dir}/summary.lua`
  await writeFile(script, SUMMARY)
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]), url])
  const [requests, micros, p50, p95, p99, status, network] = /RESULT (.*)/.exec(stdout)![1]!.split(' ').map(Number) as [number, number, number, number, number, number, number]
  return { perSecond: (requests * 1e6) / micros, p50: p50 / 1_000, p95: p95 / 1_000, p99: p99 / 1_000, failed: status + network }
}

/** Bytes that a process and its children hold, shared ones in parts (PSS). */
export async function memoryOf(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number)
  const [, kb] = /^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
  const rest = await Promise.all(children.map(memoryOf))
  return Number(kb ?? 0) * 1_024 + rest.reduce((sum, bytes) => sum + bytes, 0)
}

/** Percentile of numbers, e.g. 0.95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
