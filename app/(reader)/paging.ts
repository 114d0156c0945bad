import { type Cursor, parseCursor } from '@/lib/reader/model'

/** The place in a list that the address names; a broken one is an address that leads nowhere. */
export function readCursor(request: Request): { cursor: Cursor | null; query: string; isBroken: boolean } {
  const before = new URL(request.url).searchParams.get('before')
  const cursor = before === null ? null : parseCursor(before)
  return { cursor, query: cursor ? `?before=${before}` : '', isBroken: before !== null && !cursor }
}
