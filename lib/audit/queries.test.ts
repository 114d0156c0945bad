import { expect, test } from 'vitest'
import { transact } from '@/lib/platform/db'
import { recordAudit } from './commands'
import { findAuditRows } from './queries'

test('the log is read newest first, 50 rows at a time, each row once, equal instants too', async () => {
  const now = new Date('2026-01-01T00:00:00Z')
  for (let i = 0; i < 120; i += 1) {
    const at = new Date(now.getTime() + Math.floor(i / 60))
    await transact({ now: at }, (tx) => recordAudit(tx, { actorId: null, action: 'tag.create', subject: { kind: 'tag', id: null }, details: { i }, now: at }))
  }
  const pages = []
  let next: string | null | undefined
  do {
    const page = await findAuditRows({ before: next ?? undefined })
    pages.push(page.rows)
    next = page.next
  } while (next)
  expect(pages.map((rows) => rows.length)).toEqual([50, 50, 20])
  const rows = pages.flat()
  expect(new Set(rows.map(({ id }) => id)).size).toBe(120)
  expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).sort((a, b) => b - a))
})

test('a cursor that is none begins at the top', async () => {
  const top = await findAuditRows()
  for (const before of ['', 'x', "2026-01-01T00:00:00Z_' OR 1=1"]) expect((await findAuditRows({ before })).rows).toEqual(top.rows)
})
