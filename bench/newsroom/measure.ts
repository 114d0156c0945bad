import pg from 'pg'

export type Case = {
  name: string
  /** ms that 95 of 100 runs must take at most; null for what is only compared with */
  target: number | null
  runs: readonly (() => Promise<unknown>)[]
}
export type Result = { name: string; target: number | null; n: number; p50: number; p95: number; plans: Plan[] }
/** A statement of the project's own queries with Postgres' plan for it. */
export type Plan = { sql: string; lines: string[] }

const WARM = 5
const BIG_TABLE_READ = /Seq Scan on (article|link_target|link_use|revision|publication)\b/

/** Runs each case, first a few times unmeasured, one run after the other. */
export async function measure({ name, target, runs }: Case, client: pg.Client): Promise<Result> {
  for (const run of runs.slice(0, WARM)) await run()
  const times: number[] = []
  for (const run of runs) {
    const begun = performance.now()
    await run()
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { name, target, n: times.length, p50: at(0.5), p95: at(0.95), plans: target === null ? [] : await plansOf(runs, client) }
}

type Asked = { text: string; values?: unknown[] }

/** What the first and the last run asked of Postgres, planned again with the same values. */
async function plansOf(runs: Case['runs'], client: pg.Client): Promise<Plan[]> {
  const asked = new Map<string, Asked>()
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | Asked, unknown[] | undefined]
    const statement = typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : first
    if (/^\s*(?:WITH|SELECT)/i.test(statement.text)) asked.set(statement.text, { text: statement.text, values: statement.values })
    return (query as (...args: unknown[]) => unknown).apply(this, args)
  } as typeof query
  try {
    for (const run of [runs[0]!, runs.at(-1)!]) await run()
  } finally {
    pg.Client.prototype.query = query
  }
  const plans: Plan[] = []
  for (const { text, values } of asked.values()) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({ text: `EXPLAIN (COSTS OFF) ${text}`, values: values as unknown[] })
    plans.push({ sql: text, lines: rows.map((row) => row['QUERY PLAN']) })
  }
  return plans
}

/** Plans that read a big table from end to end. */
export const tooMuchRead = (results: readonly Result[]): Plan[] => results.flatMap(({ plans }) => plans.filter(({ lines }) => lines.some((line) => BIG_TABLE_READ.test(line))))

/** The results as a Markdown table. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ name, n, p50, p95, target }) => [name, String(n), p50.toFixed(1), p95.toFixed(1), target === null ? '' : `≤ ${target}`, target === null ? 'for comparison' : p95 <= target ? 'yes' : 'NO'])
  const table = [['', 'n', 'p50, ms', 'p95, ms', 'target p95', 'met'], ['---', '--:', '--:', '--:', '--:', '---'], ...rows]
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Every statement once, with its plan, as Markdown. */
export function plansAsText(results: readonly Result[]): string {
  const seen = new Set<string>()
  return results.flatMap(({ name, plans }) => {
    const fresh = plans.filter(({ lines }) => !seen.has(lines.join('\n')))
    fresh.forEach(({ lines }) => seen.add(lines.join('\n')))
    return fresh.length === 0 ? [] : [`**${name}**\n\n${fresh.map(({ lines }) => `\`\`\`\n${lines.join('\n')}\n\`\`\``).join('\n')}`]
  }).join('\n\n')
}
