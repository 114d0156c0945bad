import type { z } from 'zod'

export type Kept<T> = { find: () => T | null; keep: (value: T) => void; drop: () => void }

/** What this browser keeps of work that the server does not have yet. A full or forbidden storage is no error; what does not fit the schema is not there. */
export function keptAs<T extends z.ZodType>(name: string, schema: T): Kept<z.output<T>> {
  return {
    find: () => attempt(() => schema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null')).data ?? null),
    keep: (value) => void attempt(() => localStorage.setItem(name, JSON.stringify(value))),
    drop: () => void attempt(() => localStorage.removeItem(name)),
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
