/** A run over all rows of a kind: how many were looked at, and how many values were not what the rule gives now, by their names. */
export type Recomputed = { seen: number; changed: Record<string, number> }
/** One batch: those rows, and the id of the last of them. */
export type Recomputing = Recomputed & { last: string }
export type OnBatch = (seen: number) => void

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Calls `step` with the id that the batch before ended with until it answers null. A step is one transaction, and one over
 * what is right already changes nothing: a run may be stopped anywhere and begun again.
 */
export async function recomputeAll(step: (after: string) => Promise<Recomputing | null>, onBatch: OnBatch = () => {}): Promise<Recomputed> {
  const all: Recomputed = { seen: 0, changed: {} }
  for (let after = BEFORE_ALL; ; ) {
    const batch = await step(after)
    if (!batch) return all
    all.seen += batch.seen
    for (const [name, count] of Object.entries(batch.changed)) all.changed[name] = (all.changed[name] ?? 0) + count
    after = batch.last
    onBatch(all.seen)
  }
}

/** How many of the pairs differ, by the names of their values. */
export function countDifferent<Row extends object>(pairs: readonly { was: Row; is: Row }[]): Record<string, number> {
  const names = pairs.flatMap(({ was, is }) => (Object.keys(is) as (keyof Row & string)[]).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name])))
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, of]) => [name, of.length]))
}
