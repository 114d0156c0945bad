import { Writable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { auditLinkIndex, createArticle, ruleFinding, saveDraft } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from '@/lib/articles/fixtures'
import { findNearDuplicates } from '@/lib/articles/queries'
import type { DraftBlock } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { keysRecompute } from './keys-recompute'

let editor: Actor
beforeAll(async () => { editor = await makeActor('editor') })

async function run() {
  const said: string[] = []
  const into = new Writable({ write: (chunk, _encoding, done) => (said.push(String(chunk)), done()) })
  expect(await keysRecompute({ stdout: into, stderr: into })).toBe(0)
  return said.join('')
}

const TEXT = Array.from({ length: 60 }, (_, i) => `ord${i}`).join(' ')
const linkTo = (href: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text: 'ord', marks: [{ type: 'link', attrs: { article: null, href } }] }] })
async function write(headline: string, blocks: DraftBlock[]): Promise<string> {
  const { articleId } = await createArticle({ actor: editor })
  await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ headline, blocks: [paragraph(TEXT), ...blocks] }) })
  return articleId
}
/** All that the command may change; a use that the index had lost counts as taken up then. */
const stored = async () => ({
  targets: await db.linkTarget.findMany({ orderBy: { id: 'asc' }, omit: { lastUsedAt: true } }),
  articles: await db.article.findMany({ orderBy: { id: 'asc' } }),
  signatures: await db.articleSignature.findMany({ orderBy: { articleId: 'asc' } }),
  tags: await db.tag.findMany({ orderBy: { id: 'asc' } }),
  uses: await db.linkUse.findMany({ orderBy: [{ articleId: 'asc' }, { position: 'asc' }], omit: { id: true } }),
  rulings: await db.linkRuling.findMany({ orderBy: { id: 'asc' } }),
})

describe('keys recompute', () => {
  test('changes nothing where all is right, restores what is spoilt, and is done after one run', async () => {
    const [url, title] = ['https://exempel.se/a?utm_source=x', 'LÄS OCKSÅ: ”Titeln”']
    const articleId = await write('Rubriken', [readAlso({ kind: 'url', url }), paragraph('x'), readAlso({ kind: 'title', title }), linkTo('https://exempel.se/b')])
    const twin = await write('En annan', [readAlso({ kind: 'url', url: 'https://exempel.se/a' })])
    const tagId = await makeTag('topic')
    const target = await db.linkTarget.findFirstOrThrow({ where: { url } })
    await ruleFinding({ actor: editor, articleId, keyA: `url:${target.urlKey}`, keyB: `url:${target.urlKey}`, ruling: 'keep' })
    expect(await run()).not.toContain('changed')
    const right = await stored()
    expect(right.targets.filter(({ hasTwin }) => hasTwin)).toHaveLength(2)

    await db.linkTarget.update({ where: { id: target.id }, data: { urlKey: 'förr', weakUrlKey: 'förr', hasTwin: false } })
    await db.linkTarget.updateMany({ where: { title: { not: null } }, data: { titleKey: 'förr' } })
    await db.linkRuling.updateMany({ data: { keyA: 'url:förr', keyB: 'url:förr' } })
    await db.article.update({ where: { id: articleId }, data: { titleKey: 'förr', plainText: 'förr' } })
    await db.articleSignature.update({ where: { articleId: twin }, data: { bands: [1] } })
    await db.articleSignature.delete({ where: { articleId } })
    await db.tag.update({ where: { id: tagId }, data: { normalizedName: 'förr' } })
    await db.linkUse.deleteMany({ where: { articleId, place: 'text' } })
    expect(await auditLinkIndex()).toHaveLength(1)
    expect((await findNearDuplicates(editor, articleId)).length).toBe(0)

    expect((await run()).split('\n')).toEqual([
      'tags: 1 looked at, changed: names 1.', 'articles: 2 looked at, changed: title keys 1, search words 1, hashes of texts 1, signatures 2.',
      "targets of links: 4 looked at, changed: title keys 1, address keys 1, weak address keys 1, editors' rulings moved along 1, marks of doubles 1.",
      'drafts and revisions in the index of links: 2 looked at, changed: texts 1, counts of uses 1.', '',
    ])
    expect(await stored()).toEqual(right)
    expect(await auditLinkIndex()).toEqual([])
    expect((await findNearDuplicates(editor, articleId)).map(({ id }) => id)).toEqual([twin])
    expect(await run()).not.toContain('changed')
  })

  test('leaves a tag whose name another has by now, and says so', async () => {
    const [one, other] = [await makeTag('topic'), await makeTag('topic')]
    const { name } = await db.tag.findUniqueOrThrow({ where: { id: one } })
    await db.tag.update({ where: { id: other }, data: { name: ` ${name.toUpperCase()}  ` } })
    await db.tag.update({ where: { id: one }, data: { normalizedName: name.toLowerCase() } })
    expect(await run()).toContain('names left, because another tag has them now (merge the two) 1')
  })
})
