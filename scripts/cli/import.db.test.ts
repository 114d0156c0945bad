import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeActor } from '@/lib/articles/fixtures'
import { getDeskArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { importFile } from './import'

const folder = mkdtempSync(join(tmpdir(), 'spalt-import-'))
const file = (content: string | Uint8Array, name = `${crypto.randomUUID()}.txt`): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function run(...args: string[]) {
  const said = { out: '', err: '' }
  const into = (key: 'out' | 'err') => new Writable({ write: (chunk, _encoding, done) => ((said[key] += String(chunk)), done()) })
  const status = await importFile({ args, stdout: into('out'), stderr: into('err') })
  return { status, ...said }
}

let writer: Actor
let author: string[]
beforeAll(async () => {
  writer = await makeActor('writer')
  author = ['--author', writer.email.toUpperCase()]
})

describe('the reference article', () => {
  const mosul = join(import.meta.dirname, '../../prisma/demo/mosul.txt')

  test('becomes a draft of its author, and the one duplicate is named', async () => {
    const { status, out, err } = await run(mosul, '--title', 'Efter Mosul', ...author, '--json')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const report = JSON.parse(out)
    expect(report).toEqual({
      articleId: expect.any(String), deskUrl: expect.stringMatching(/^https?:\/\/.+\/desk\/articles\/[0-9a-f-]{36}$/), dateline: '2016-10', standfirst: true,
      paragraphs: 17, subheadings: 3, readAlso: 4, findings: [{ verdict: 'exact', reason: expect.stringMatching(/^same-/), text: expect.stringMatching(/\.$/), at: 3, sameAs: 2 }],
      nearDuplicates: [],
    })
    const article = await getDeskArticle(writer, report.articleId)
    expect(article).toMatchObject({ state: 'draft', createdBy: writer.name, draft: { headline: 'Efter Mosul', dateline: '2016-10' } })
  })

  test('is said to be nearly the text of the one that was imported before', async () => {
    const [first] = await db.article.findMany({ where: { headline: 'Efter Mosul' }, select: { id: true } })
    const report = JSON.parse((await run(mosul, '--title', 'Igen', ...author, '--json')).out)
    const deskUrl = expect.stringMatching(new RegExp(`/desk/articles/${first!.id}$`))
    expect(report.nearDuplicates).toEqual([{ articleId: first!.id, deskUrl, headline: 'Efter Mosul', kind: 'same', share: 100, state: 'draft', at: expect.any(String) }])
    expect((await run(mosul, '--title', 'Igen', ...author)).out).toContain(`\n  Nearly the text of "Efter Mosul" (draft): 100 % of this one is also there. http`)
  })

  test('is told of in words without --json', async () => {
    const { out } = await run(mosul, '--title', 'Efter Mosul', ...author)
    expect(out).toMatch(/^Made the draft "Efter Mosul": date 2016-10, standfirst, 17 paragraphs, 3 subheadings, 4 LÄS OCKSÅ\.\n {2}LÄS OCKSÅ number 3: .+\n(?: {2}Nearly the text of .+\n)*http/)
  })
})

describe('is refused, and makes nothing', () => {
  const title = ['--title', 'Rubrik']
  const large = file('')
  truncateSync(large, 4 * 1024 * 1024 + 1)

  test.each<[string, () => string[], RegExp]>([
    ['an unknown author', () => [file('Text.'), ...title, '--author', 'ingen@example.se'], /no active user with the address ingen@example\.se/],
    ['no author', () => [file('Text.'), ...title], /--author/],
    ['no headline', () => [file('Text.'), ...author], /--title/],
    ['an empty headline', () => [file('Text.'), '--title', ' ', ...author], /--title/],
    ['a headline that is too long', () => [file('Text.'), '--title', 'x'.repeat(301), ...author], /longer than 300/],
    ['invalid UTF-8', () => [file(Uint8Array.of(0x46, 0xf6, 0x72)), ...title, ...author], /not UTF-8/],
    ['an empty file', () => [file(''), ...title, ...author], /is empty/],
    ['a file of nothing but blanks', () => [file('\ufeff \n\u00a0\n'), ...title, ...author], /is empty/],
    ['a file over 4 MB', () => [large, ...title, ...author], /larger than 4 MB/],
    ['a missing file', () => [join(folder, 'saknas.txt'), ...title, ...author], /There is no file/],
    ['a folder', () => [folder, ...title, ...author], /cannot be read/],
    ['no file', () => [...title, ...author], /Name one file/],
    ['an unknown option', () => [file('Text.'), '--titel', 'x', ...author], /--titel/],
  ])('%s', async (_what, args, message) => {
    const before = await db.article.count()
    const { status, out, err } = await run(...args())
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(message)
    expect(await db.article.count()).toBe(before)
  })

  test('a deactivated author', async () => {
    const gone = await makeActor('writer')
    await db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } })
    expect(await run(file('Text.'), ...title, '--author', gone.email)).toMatchObject({ status: 1, err: expect.stringContaining('deactivated') })
  })
})
