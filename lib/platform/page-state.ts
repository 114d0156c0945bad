/** How this process serves readers: pages remembered and their bytes, whether it hears of changes, and since when it shows old pages for want of a database. */
export type PageState = { pages: number; bytes: number; listening: boolean; oldPagesSince: Date | null }

// On globalThis, because the server and Next each carry a copy of this file in one process.
const shared = globalThis as unknown as { spaltPages?: () => PageState }

/** Null where no page cache runs: in development and in the worker. */
export const pageState = (): PageState | null => shared.spaltPages?.() ?? null

/** The page cache says what it knows of itself, for whoever asks in this process. */
export function announcePages(state: () => PageState): void {
  shared.spaltPages = state
}
