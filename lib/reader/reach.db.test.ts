import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { killArticle } from '@/lib/publishing/commands'
import { findReach } from '@/lib/publishing/queries'
import { makeNewsroom } from './fixtures'

const { editor, writer, live } = await makeNewsroom()
const server = async (startedAgo: number, seenAgo: number): Promise<string> => {
  const id = crypto.randomUUID()
  await db.$executeRaw`INSERT INTO server_process (id, started_at, seen_at) VALUES (${id}::uuid, clock_timestamp() - make_interval(secs => ${startedAgo}), clock_timestamp() - make_interval(secs => ${seenAgo}))`
  return id
}
const confirm = (id: string) => db.$executeRaw`INSERT INTO cache_confirmation (change_id, process_id) SELECT max(id), ${id}::uuid FROM cache_change WHERE forget`

test('a killed text is gone everywhere when each process that could show it has let go of it', async () => {
  const { id } = await live()
  const [alive, silent] = [await server(60, 0), await server(60, 40)]
  await server(5_000, 2_000) // gone for longer than old pages are shown
  await expect(findReach(editor, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await killArticle({ actor: editor, articleId: id, reason: 'Fel', publicLine: '' })
  await server(0, 0) // began after it
  expect(await findReach(editor, id)).toEqual({ processes: 2, confirmed: 0, silent: 1, at: null })
  await confirm(alive)
  expect(await findReach(editor, id)).toEqual({ processes: 2, confirmed: 1, silent: 1, at: null })
  await confirm(silent)
  expect(await findReach(editor, id)).toEqual({ processes: 2, confirmed: 2, silent: 0, at: expect.any(Date) })
  await expect(findReach(writer, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
