import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { findKnownWords } from '@/lib/related-links/queries'
import type { LinkInput } from '@/lib/related-links/schema'
import { createArticle, saveDraft, trashArticle } from './commands'
import { draftWith, makeActor, readAlso } from './fixtures'
import { describeLinks } from './queries'

let editor: Actor
let writer: Actor
beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
})

async function create(links: readonly LinkInput[] = [], headline?: string): Promise<string> {
  const { articleId } = await createArticle({ actor: editor })
  await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ ...(headline ? { headline } : {}), blocks: links.map(readAlso) }) })
  return articleId
}
const elsewhere = async (articleId: string, link: LinkInput, actor = editor): Promise<number> => (await describeLinks(actor, { articleId, links: [link] })).links[0]!.elsewhere
const url = (address: string): LinkInput => ({ kind: 'url', url: address })

describe('where a link stands already', { timeout: 60_000 }, () => {
  test('counts each other article once, whatever the spelling, and not its own', async () => {
    const own = await create([url('https://exempel.se/a')])
    await create([url('http://www.exempel.se/a/?utm_source=x'), url('https://exempel.se/a#del')])
    await create([url('https://m.exempel.se/A')])
    await create([url('https://exempel.se/b')])
    expect(await elsewhere(own, url('https://exempel.se/a'))).toBe(2)
    expect(await elsewhere(own, url('https://exempel.se/c'))).toBe(0)
    expect((await describeLinks(editor, { articleId: own, links: [url('https://exempel.se/b'), { kind: 'title', title: 'Ingen har den' }, url('https://exempel.se/a?fbclid=1')] })).links.map((link) => link.elsewhere)).toEqual([1, 0, 2])
  })

  test('tells addresses apart that name different sources', async () => {
    const own = await create()
    await create([url('https://exempel.se/kalla?ref=a')])
    expect(await elsewhere(own, url('https://exempel.se/kalla?ref=b'))).toBe(0)
    expect(await elsewhere(own, url('https://exempel.se/kalla'))).toBe(1)
  })

  test('knows titles by their key and articles by their id, also through what was merged', async () => {
    const [own, target] = [await create(), await create([], 'Rubriken som finns')]
    await create([{ kind: 'title', title: 'Bara en titel' }])
    await create([{ kind: 'article', articleId: target }])
    await create([url('https://exempel.se/sammanslagen')])
    expect(await elsewhere(own, { kind: 'title', title: 'LÄS OCKSÅ: ”Bara en titel”' })).toBe(1)
    expect(await elsewhere(own, { kind: 'article', articleId: target })).toBe(1)
    const survivor = await db.linkTarget.findFirstOrThrow({ where: { articleId: target } })
    await db.linkTarget.updateMany({ where: { url: 'https://exempel.se/sammanslagen' }, data: { mergedIntoId: survivor.id } })
    expect(await elsewhere(own, { kind: 'article', articleId: target })).toBe(2)
    expect(await elsewhere(own, url('https://exempel.se/sammanslagen'))).toBe(2)
  })

  test('does not count the trash, nor for a writer what others hold under embargo', async () => {
    const own = await create()
    const [trashed, secret] = [await create([url('https://exempel.se/tyst')]), await create([url('https://exempel.se/tyst')])]
    expect(await elsewhere(own, url('https://exempel.se/tyst'))).toBe(2)
    await trashArticle({ actor: editor, articleId: trashed })
    expect(await elsewhere(own, url('https://exempel.se/tyst'), writer)).toBe(1)
    await db.article.update({ where: { id: secret }, data: { embargoUntil: new Date('2100-01-01') } })
    expect(await elsewhere(own, url('https://exempel.se/tyst'), writer)).toBe(0)
    expect(await elsewhere(own, url('https://exempel.se/tyst'))).toBe(1)
  })
})

test('words are known by whole words of headlines, in any case, also inside of addresses and pairs', async () => {
  await create([], 'Kvorbrin.se: ”TROLVANKEN/smorbeln” i Ågrimsköp-Västervryd')
  expect(new Set(await findKnownWords(['kvorbrin', 'trolvanken', 'smorbeln', 'ågrimsköp', 'västervryd']))).toEqual(new Set(['kvorbrin', 'trolvanken', 'smorbeln', 'ågrimsköp', 'västervryd']))
  expect(await findKnownWords(['kvorbri', 'vorbrin', 'agrimskop', 'ågrimsköpvästervryd', 'kv', 'se_x', '^k'])).toEqual([])
})
