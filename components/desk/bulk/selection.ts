import { useMemo, useState } from 'react'

export type Selection = {
  chosen: ReadonlySet<string>
  /** the row that was chosen or let go last */
  last: string | null
  /** one row, or (`isRange`) all from the last one to it */
  toggle: (id: string, isRange: boolean) => void
  /** all, or none when all are chosen */
  toggleAll: () => void
  choose: (ids: readonly string[]) => void
}

/** Which of these rows are chosen; a row that leaves the list is chosen no more. */
export function useSelection(ids: readonly string[]): Selection {
  const [marked, setMarked] = useState<readonly string[]>([])
  const [last, setLast] = useState<string | null>(null)
  const chosen = useMemo(() => new Set(ids.filter((id) => marked.includes(id))), [ids, marked])
  return {
    chosen, last,
    toggle: (id, isRange) => {
      setMarked(toggled(ids, chosen, { id, from: isRange ? last : null }))
      setLast(id)
    },
    toggleAll: () => setMarked(chosen.size === ids.length ? [] : ids),
    choose: setMarked,
  }
}

/** What is chosen once `id` was let go or chosen, and with it all rows from `from` to it. */
export function toggled(ids: readonly string[], chosen: ReadonlySet<string>, { id, from }: { id: string; from: string | null }): string[] {
  const to = ids.indexOf(id)
  if (to < 0) return [...chosen]
  const begin = from === null ? -1 : ids.indexOf(from)
  const ends = begin < 0 ? [to, to] : [Math.min(begin, to), Math.max(begin, to)]
  const isIn = (i: number): boolean => i >= ends[0]! && i <= ends[1]!
  const on = !chosen.has(id)
  return ids.filter((each, i) => (isIn(i) ? on : chosen.has(each)))
}
