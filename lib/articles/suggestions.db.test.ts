import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import type { LinkInput } from '@/lib/related-links/schema'
import { createArticle, saveDraft, trashArticle } from './commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from './fixtures'
import { findArticles, findSuggestions, getDeskArticle, type Suggestion, writingOf } from './queries'

const HOUR = 3_600_000
const later = (hours: number): Date => new Date(Date.now() + hours * HOUR)
const made = (n: number): string => Array.from({ length: n }, () => `w${crypto.randomUUID().replaceAll('-', '')}`).join(' ')
/** A place that nobody else writes of: a name of two words. */
const place = (): string => `vid ${made(2).replaceAll('w', 'W')}`

let editor: Actor
let writer: Actor
let section: string
beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
  section = await makeTag('section')
})

const topic = async (): Promise<{ id: string; name: string }> => db.tag.findUniqueOrThrow({ where: { id: await makeTag('topic') }, select: { id: true, name: true } })

type Given = { headline?: string; text: string; tagIds?: string[]; from?: Date | null; until?: Date; links?: LinkInput[]; by?: Actor; embargo?: Date }
/** An article with words that only it has; live for an hour unless said otherwise (`from` null: a draft). */
async function article({ headline = made(1), text, tagIds = [], from = later(-1), until, links = [], by = editor, embargo }: Given): Promise<string> {
  const { articleId } = await createArticle({ actor: by })
  await saveDraft({ actor: by, articleId, version: 1, draft: draftWith({ headline, tagIds, blocks: [paragraph(`${text} ${made(32)}`), ...links.map(readAlso)] }) })
  if (embargo) await db.article.update({ where: { id: articleId }, data: { embargoUntil: embargo } })
  if (from === null) return articleId
  const revision = await db.revision.create({
    data: {
      articleId, version: 2, headline, shortHeadline: '', standfirst: '', slug: `s-${articleId}`, sectionId: section, label: 'nyhet', body: { type: 'doc', content: [] }, searchTitle: '', searchDescription: '',
      shareText: '', noindex: false, createdById: by.userId, createdAt: new Date(),
    },
  })
  await db.publication.create({ data: { articleId, revisionId: revision.id, liveFrom: from, liveUntil: until ?? null, listedAt: from, createdById: by.userId, createdAt: new Date() } })
  return articleId
}

async function offered(articleId: string, actor: Actor = editor): Promise<Suggestion[]> {
  const stored = await getDeskArticle(actor, articleId)
  return findSuggestions(actor, stored, writingOf(stored))
}
const idsFor = async (articleId: string, actor?: Actor): Promise<string[]> => (await offered(articleId, actor)).map((each) => each.articleId)

describe('what is offered', () => {
  test('shares rare words and tags, and says which', async () => {
    const [rare, common] = [await topic(), await topic()]
    const fits = await article({ headline: 'Pylonen spricker', text: 'Sprickor hittades i den södra pylonen vid Norrhamnsviken.', tagIds: [rare.id, common.id] })
    const other = await article({ headline: 'Ett helt annat ämne', text: 'Kören sjöng i kyrkan.', tagIds: [] })
    const mine = await article({ text: 'Nu lagas pylonen, säger chefen. Arbetet vid Norrhamnsviken tar ett år.', tagIds: [common.id, rare.id], from: null })
    const found = await offered(mine)
    expect(found[0]).toMatchObject({ articleId: fits, headline: 'Pylonen spricker', state: 'live', words: ['Norrhamnsviken', 'pylonen'] })
    expect(found[0]!.tags.sort()).toEqual([rare.name, common.name].sort())
    expect(found.map((each) => each.articleId)).not.toContain(other)
  })

  test('is found by a tag alone, also one that was merged', async () => {
    const [old, tag] = [await topic(), await topic()]
    const fits = await article({ text: 'Om fjällräven.', tagIds: [old.id] })
    await db.tag.update({ where: { id: old.id }, data: { mergedIntoId: tag.id } })
    const mine = await article({ text: 'Något annat.', tagIds: [tag.id], from: null })
    expect((await offered(mine)).find(({ articleId }) => articleId === fits)?.tags).toEqual([tag.name])
  })

  test('shares more than one word, and more than words of every text', async () => {
    const [word, other] = [made(1), made(1)]
    const found = (headline: string, text: string) => article({ headline, text, from: null }).then((id) => idsFor(id))
    const fits = await article({ headline: `Om ${word}`, text: `Enligt flera kommer det att bli större. Och bland annat ${other} syns.` })
    expect(await found(`Mer om ${word}`, 'Enligt flera kommer det att bli mindre, och bland annat syns det.'), 'one word').toEqual([])
    expect(await found(made(1), `Enligt flera kommer det att bli mindre, och bland annat ${word} ${other} syns.`), 'and one in passing').toEqual([])
    expect(await found(made(1), `Enligt flera kommer ${word}, och bland annat ${other.replace('w', 'W')} syns.`), 'and a name').toEqual([fits])
  })

  test('is nothing for an article without words', async () => {
    const { articleId } = await createArticle({ actor: editor })
    expect(await offered(articleId)).toEqual([])
  })

  test('is five at most, of which no two have one title', async () => {
    const word = place()
    for (let i = 0; i < 7; i++) await article({ headline: i < 3 ? `Samma ${word}` : undefined, text: `${word} ${made(3)}` })
    const found = await offered(await article({ text: word, from: null }))
    expect(found).toHaveLength(5)
    expect(new Set(found.map(({ headline }) => headline)).size).toBe(5)
  })
})

describe('what is never offered', () => {
  test('the article itself, nor what it links to by a block or in the text', async () => {
    const word = place()
    const [block, inText, unlinked] = [await article({ text: word }), await article({ text: word }), await article({ text: word })]
    const mine = await article({ text: word, links: [{ kind: 'article', articleId: block }] })
    expect((await idsFor(mine)).sort()).toEqual([inText, unlinked].sort())
    const stored = await getDeskArticle(editor, mine)
    const linked = await findSuggestions(editor, stored, { ...writingOf(stored), links: [...writingOf(stored).links, { link: { kind: 'article', articleId: inText }, title: null }] })
    expect(linked.map(({ articleId }) => articleId)).toEqual([unlinked])
  })

  test('what a block names by its own address or by its title', async () => {
    const word = place()
    const [byAddress, byTitle] = [await article({ text: word, headline: `Adress ${word}` }), await article({ text: word, headline: `Titel ${word}` })]
    const slug = (await getDeskArticle(editor, byAddress)).draft.slug
    const mine = await article({ text: word, from: null })
    const stored = await getDeskArticle(editor, mine)
    const ask = async (links: { link: LinkInput; title: string | null }[]) => (await findSuggestions(editor, stored, { ...writingOf(stored), links })).map(({ articleId }) => articleId)
    expect((await ask([])).sort()).toEqual([byAddress, byTitle].sort())
    expect(await ask([{ link: { kind: 'url', url: `http://localhost:3000/a/${slug}` }, title: null }])).toEqual([byTitle])
    expect(await ask([{ link: { kind: 'title', title: `Läs också: ”Titel ${word}”` }, title: null }])).toEqual([byAddress])
    expect(await ask([{ link: { kind: 'url', url: 'https://example.org/x' }, title: `TITEL ${word}!` }])).toEqual([byAddress])
  })

  test('nearly the same text', async () => {
    const [word, text] = [place(), made(80)]
    const same = await article({ text: `${word} ${text}` })
    const other = await article({ text: word })
    const mine = await article({ headline: word, text, from: null })
    expect(await idsFor(mine)).toEqual([other])
    await db.articleSignature.deleteMany({ where: { articleId: same } })
    expect(await idsFor(mine), 'without a signature yet').toEqual([other])
  })

  test('drafts, what was unpublished, and what is in the trash', async () => {
    const word = place()
    const live = await article({ text: word })
    await article({ text: word, from: null })
    await article({ text: word, from: later(-2), until: later(-1) })
    const trashed = await article({ text: word, from: later(-2), until: later(-1) })
    await trashArticle({ actor: editor, articleId: trashed })
    expect(await idsFor(await article({ text: word, from: null }))).toEqual([live])
    await db.article.update({ where: { id: live }, data: { trashedAt: new Date() } })
    expect(await idsFor(await article({ text: word, from: null }))).toEqual([])
  })

  test('what is planned after this one, or ends before it; without a time all that is planned', async () => {
    const word = place()
    const [live, soon, late] = [await article({ text: word }), await article({ text: word, from: later(2) }), await article({ text: word, from: later(9) })]
    const ends = await article({ text: word, until: later(1) })
    const without = await offered(await article({ text: word, from: null }))
    expect(without.map(({ articleId }) => articleId).sort()).toEqual([live, soon, late, ends].sort())
    expect(without.find(({ articleId }) => articleId === late)).toMatchObject({ state: 'scheduled' })
    expect((await idsFor(await article({ text: word, from: later(5) }))).sort()).toEqual([live, soon].sort())
    expect((await idsFor(await article({ text: word }))).filter((id) => id === soon || id === late)).toEqual([])
  })

  test('what is under embargo, to a writer who did not write it', async () => {
    const word = place()
    const [theirs, own] = [await article({ text: word, from: later(3), embargo: later(2) }), await article({ text: word, from: later(3), embargo: later(2), by: writer })]
    const mine = await article({ text: word, from: null, by: writer })
    expect(await idsFor(mine, writer)).toEqual([own])
    expect((await idsFor(mine)).sort()).toEqual([theirs, own].sort())
  })
})

test('a long text of words that nobody else has can be saved, and its beginning is searched', async () => {
  const word = made(1)
  const text = Array.from({ length: 120_000 }, (_, i) => `å${i.toString(36)}ö`).join(' ')
  const { articleId } = await createArticle({ actor: editor })
  await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ blocks: [paragraph(`${word} ${text}`)] }) })
  expect((await findArticles(editor, { q: word })).rows.map(({ id }) => id)).toEqual([articleId])
})
