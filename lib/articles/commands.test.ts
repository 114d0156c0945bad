import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { auditLinkIndex, copyArticle, createArticle, importArticle, rebuildLinkIndex, restoreArticle, ruleFinding, saveDraft, trashArticle } from './commands'
import { draftWith, makeActor, paragraph, readAlso } from './fixtures'
import { checkLinks, findArticles, getDeskArticle } from './queries'

let editor: Actor
let writer: Actor
beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
})
const create = async (actor: Actor = editor): Promise<string> => (await createArticle({ actor })).articleId
const refused = (code: string, message?: string) => expect.objectContaining(message ? { code, message } : { code })

describe('saving', () => {
  test('keeps an unfinished draft, and every field of a full one', async () => {
    const articleId = await create()
    const draft = draftWith({ headline: '', blocks: [] })
    const first = await saveDraft({ actor: editor, articleId, version: 1, draft: { ...draft, standfirst: 'Bara en ingress' } })
    expect(first.draft).toMatchObject({ headline: '', slug: null, standfirst: 'Bara en ingress' })
    const full = draftWith({ headline: 'Ö i Åre', standfirst: 'S', shortHeadline: 'K', searchTitle: 'T', searchDescription: 'D', shareText: 'X', noindex: true, dateline: '2016-10', label: 'analys' })
    const { version } = await saveDraft({ actor: editor, articleId, version: first.version, draft: full })
    const stored = await getDeskArticle(editor, articleId)
    expect(stored.version).toBe(version)
    expect(stored.draft).toEqual({ ...full, slug: expect.stringMatching(/^o-i-are(-\d+)?$/) })
  })

  test('refuses a stale one and changes nothing', async () => {
    const articleId = await create()
    await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ headline: 'Min' }) })
    await expect(saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ headline: 'Din' }) })).rejects.toEqual(refused('CONFLICT', 'staleDraft'))
    expect((await getDeskArticle(editor, articleId)).draft.headline).toBe('Min')
  })

  test('lets one of two simultaneous saves through', async () => {
    const articleId = await create()
    const saves = await Promise.allSettled(['A', 'B', 'C'].map((headline) => saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ headline }) })))
    expect(saves.filter((save) => save.status === 'fulfilled')).toHaveLength(1)
  })

  test('does not grow the version when nothing changed', async () => {
    const articleId = await create()
    const draft = draftWith()
    const { version } = await saveDraft({ actor: editor, articleId, version: 1, draft })
    expect(await saveDraft({ actor: editor, articleId, version, draft })).toMatchObject({ version, changed: false })
  })

  test('refuses sections, tags, bylines and links that do not exist', async () => {
    const articleId = await create()
    const unknown = crypto.randomUUID()
    for (const wrong of [{ sectionId: unknown }, { tagIds: [unknown] }, { bylineIds: [unknown] }, { blocks: [readAlso({ kind: 'article', articleId: unknown })] }])
      await expect(saveDraft({ actor: editor, articleId, version: 1, draft: draftWith(wrong) })).rejects.toEqual(refused('INVALID'))
  })
})

describe('the slug', () => {
  test('follows the headline, with a suffix when taken, and lets go of the one before', async () => {
    const [a, b] = [await create(), await create()]
    const headline = `Våren är här ${a.slice(-6)}`
    const slug = `varen-ar-har-${a.slice(-6)}`
    expect((await saveDraft({ actor: editor, articleId: a, version: 1, draft: draftWith({ headline }) })).draft.slug).toBe(slug)
    expect((await saveDraft({ actor: editor, articleId: b, version: 1, draft: draftWith({ headline }) })).draft.slug).toBe(`${slug}-2`)
    await saveDraft({ actor: editor, articleId: a, version: 2, draft: draftWith({ headline: `Hösten ${a}` }) })
    expect(await db.articleAddress.count({ where: { slug } })).toBe(0)
  })

  test('is kept, and says why, when the one chosen is taken or malformed; all else is saved', async () => {
    const [a, b] = [await create(), await create()]
    const taken = `tagen-${a.slice(-6)}`
    await saveDraft({ actor: editor, articleId: a, version: 1, draft: draftWith({ slug: taken, slugChosen: true }) })
    const saved = await saveDraft({ actor: editor, articleId: b, version: 1, draft: draftWith({ standfirst: 'Sparad', slug: taken, slugChosen: true }) })
    expect(saved.fields).toEqual({ slug: 'slugTaken' })
    expect(saved.draft).toMatchObject({ standfirst: 'Sparad' })
    expect((await saveDraft({ actor: editor, articleId: b, version: saved.version, draft: draftWith({ slug: 'Å!', slugChosen: true }) })).fields).toEqual({ slug: 'slugShape' })
  })
})

describe('links', () => {
  test('become target rows once, and the index says where they stand', async () => {
    const [target, a, b] = [await create(), await create(), await create()]
    const link = { kind: 'article', articleId: target } as const
    const first = await saveDraft({ actor: editor, articleId: a, version: 1, draft: draftWith({ blocks: [paragraph('x'), readAlso(link), readAlso({ kind: 'url', url: 'https://exempel.se/Å?utm_source=x' })] }) })
    const second = await saveDraft({ actor: editor, articleId: b, version: 1, draft: draftWith({ blocks: [readAlso(link)] }) })
    expect(first.targets[`article:${target}`]).toBe(second.targets[`article:${target}`])
    const uses = await db.linkUse.findMany({ where: { articleId: a }, orderBy: { position: 'asc' }, select: { place: true, target: { select: { kind: true, url: true, urlKey: true } } } })
    expect(uses).toEqual([
      { place: 'block', target: { kind: 'article', url: null, urlKey: null } },
      { place: 'block', target: { kind: 'url', url: 'https://exempel.se/Å?utm_source=x', urlKey: 'exempel.se/%C3%85' } },
    ])
  })

  test('to an own address are stored by id, in blocks and in text, also inside a redirector', async () => {
    const [target, a] = [await create(), await create()]
    const { draft } = await saveDraft({ actor: editor, articleId: target, version: 1, draft: draftWith() })
    const href = `${new URL(process.env.SITE_URL ?? 'http://localhost:3000').origin}/a/${draft.slug}?utm_source=x`
    const text = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'hit', marks: [{ type: 'link' as const, attrs: { article: null, href } }] }] }
    const saved = await saveDraft({ actor: editor, articleId: a, version: 1, draft: draftWith({ blocks: [text, readAlso({ kind: 'url', url: href })] }) })
    expect(saved.draft.body.content[0]).toMatchObject({ content: [{ marks: [{ attrs: { article: target, href: null } }] }] })
    expect(await db.linkTarget.findMany({ where: { articleId: target }, select: { kind: true } })).toEqual([{ kind: 'article' }])
    const wrapped = { kind: 'url' as const, url: `https://www.google.com/url?q=${encodeURIComponent(href.replace('http:', ''))}` }
    const again = await saveDraft({ actor: editor, articleId: a, version: 2, draft: draftWith({ blocks: [readAlso({ kind: 'url', url: href }), readAlso(wrapped)] }) })
    expect(again.targets[`url:${wrapped.url}`]).toBe(saved.targets[`url:${href}`])
    expect(await checkLinks(a, again.draft.body)).toMatchObject([{ index: 1, of: 0, reason: 'same-article', blocking: true }])
  })

  test('have an index that equals a rebuild', async () => {
    expect(await auditLinkIndex()).toEqual([])
    const [use] = await db.linkUse.findMany({ take: 1 })
    await db.linkUse.delete({ where: { id: use!.id } })
    expect(await auditLinkIndex()).toHaveLength(1)
    await rebuildLinkIndex()
    expect(await auditLinkIndex()).toEqual([])
  })
})

describe('import', () => {
  test('of the Mosul text finds its parts and the one duplicate, and keep ends it', async () => {
    const imported = await importArticle({ actor: editor, headline: 'Efter Mosul', text: readFileSync('prisma/demo/mosul.txt', 'utf8') })
    expect(imported).toMatchObject({ dateline: '2016-10', hasStandfirst: true, counts: { paragraphs: 17, subheadings: 3, readAlso: 4 } })
    expect(imported.findings).toMatchObject([{ index: 2, of: 1, verdict: 'exact', blocking: true }])
    const { keyA, keyB } = imported.findings[0]!
    await ruleFinding({ actor: editor, articleId: imported.articleId, keyA: keyB, keyB: keyA, ruling: 'keep' })
    const { draft } = await getDeskArticle(editor, imported.articleId)
    expect(await checkLinks(imported.articleId, draft.body)).toMatchObject([{ blocking: false, ruling: 'keep' }])
  })

  test('resolves a title that is exactly one article, and not one that is two', async () => {
    const one = await create()
    const unique = `Bara en har den här rubriken ${one}`
    await saveDraft({ actor: editor, articleId: one, version: 1, draft: draftWith({ headline: `”${unique}”` }) })
    for (const articleId of [await create(), await create()]) await saveDraft({ actor: editor, articleId, version: 1, draft: draftWith({ headline: `Två delar den ${one}` }) })
    const { articleId } = await importArticle({ actor: editor, headline: 'X', text: `Ingress.\n\nStycke.\n\nLÄS OCKSÅ ${unique}\n\nLÄS OCKSÅ Två delar den ${one}\n\nSlut.` })
    const uses = await db.linkUse.findMany({ where: { articleId }, orderBy: { position: 'asc' }, select: { target: { select: { kind: true, articleId: true } } } })
    expect(uses.map((use) => use.target)).toEqual([{ kind: 'article', articleId: one }, { kind: 'title', articleId: null }])
  })
})

describe('who may', () => {
  test('a writer edits own drafts only, and does not see what is under embargo', async () => {
    const [own, other] = [await create(writer), await create(editor)]
    await saveDraft({ actor: writer, articleId: own, version: 1, draft: draftWith() })
    await expect(saveDraft({ actor: writer, articleId: other, version: 1, draft: draftWith() })).rejects.toEqual(refused('FORBIDDEN'))
    await db.article.update({ where: { id: other }, data: { embargoUntil: new Date(Date.now() + 3600_000) } })
    await expect(getDeskArticle(writer, other)).rejects.toEqual(refused('NOT_FOUND'))
    await expect(copyArticle({ actor: writer, articleId: other })).rejects.toEqual(refused('NOT_FOUND'))
    await expect(saveDraft({ actor: writer, articleId: own, version: 2, draft: draftWith({ blocks: [readAlso({ kind: 'article', articleId: other })] }) })).rejects.toEqual(refused('INVALID'))
    const { rows } = await findArticles(writer, {})
    expect(rows.map((row) => row.id)).toContain(own)
    expect(rows.map((row) => row.id)).not.toContain(other)
  })

  test('trash hides and restore brings back; a copy is a new draft', async () => {
    const articleId = await create(writer)
    await saveDraft({ actor: writer, articleId, version: 1, draft: draftWith({ headline: 'Original', blocks: [readAlso({ kind: 'title', title: 'T' })] }) })
    const { articleId: copy } = await copyArticle({ actor: editor, articleId })
    expect(await getDeskArticle(editor, copy)).toMatchObject({ state: 'draft', draft: { headline: 'Original', slug: expect.stringMatching(/^original(-\d+)?$/) } })
    await trashArticle({ actor: writer, articleId })
    expect((await findArticles(editor, {})).rows.map((row) => row.id)).not.toContain(articleId)
    expect((await findArticles(editor, { state: 'trashed' })).rows.map((row) => row.id)).toContain(articleId)
    await expect(saveDraft({ actor: editor, articleId, version: 2, draft: draftWith() })).rejects.toEqual(refused('FORBIDDEN'))
    await restoreArticle({ actor: writer, articleId })
    expect((await getDeskArticle(writer, articleId)).state).toBe('draft')
  })
})
