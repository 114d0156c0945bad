// The links desk from end to end: what an editor changes there, what the counts and the history say, and what readers then get.
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { replaceTarget, resolveTitle, saveDraft, trashArticle } from '@/lib/articles/commands'
import { checkLinks, getDeskArticle, previewChange, suggestArticles } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import { db } from '@/lib/platform/db'
import { CHANNEL, parsePayload } from '@/lib/platform/notify'
import { publishArticle, unpublishArticle } from '@/lib/publishing/commands'
import { mergeTargets, recountLinks, undoChange } from '@/lib/related-links/commands'
import { findChanges, findDeskTargets, findTargetUses } from '@/lib/related-links/queries'
import { key, makeNewsroom, named, targetOf, title, toArticle, url } from './fixtures'
import { findArticlePage } from './queries'

const { editor, writer, ready, draft, live } = await makeNewsroom()
const rowOf = (id: string) => db.linkTarget.findUniqueOrThrow({ where: { id } })
const hrefs = async (slug: string) => {
  const { found } = await findArticlePage(slug)
  return found.is === 'found' ? found.page.blocks.flatMap((block) => (block.kind === 'related' ? block.links.map((link) => link.href) : [])) : null
}

describe('leading a target elsewhere', () => {
  test('changes what readers get and no body, flattens chains, counts again, and is undone step by step', async () => {
    const [a, b, c] = [url(), url(), url()]
    const one = await live(named(a))
    const two = await live(named(b))
    const three = await draft(named(c))
    const [ta, tb, tc] = [targetOf(one), targetOf(two), targetOf(three)]
    const bodies = () => db.article.findMany({ where: { id: { in: [one.id, two.id, three.id] } }, orderBy: { id: 'asc' }, select: { body: true, version: true } })
    const before = await bodies()
    const first = await mergeTargets({ actor: editor, fromId: ta, intoId: tb })
    expect(first.effect).toMatchObject({ drafts: 1, live: 1, doubles: 0, selfs: 0 })
    expect([await rowOf(ta), await rowOf(tb)]).toMatchObject([{ mergedIntoId: tb, useCount: 0 }, { mergedIntoId: null, useCount: 2 }])
    const second = await mergeTargets({ actor: editor, fromId: tb, intoId: tc })
    expect([await rowOf(ta), await rowOf(tb), await rowOf(tc)]).toMatchObject([{ mergedIntoId: tc }, { mergedIntoId: tc, useCount: 0 }, { useCount: 3 }])
    expect(await hrefs(one.slug)).toEqual([(c as { url: string }).url])
    expect(await bodies()).toEqual(before)
    expect(await recountLinks()).toEqual({ counts: 0, markers: 0 })
    await expect(undoChange({ actor: editor, changeId: first.changeId })).rejects.toMatchObject({ code: 'CONFLICT', message: 'changedSince' })
    await undoChange({ actor: editor, changeId: second.changeId })
    expect([await rowOf(ta), await rowOf(tb), await rowOf(tc)]).toMatchObject([{ mergedIntoId: tb }, { mergedIntoId: null, useCount: 2 }, { useCount: 1 }])
    await undoChange({ actor: editor, changeId: first.changeId })
    expect([await rowOf(ta), await rowOf(tb)]).toMatchObject([{ mergedIntoId: null, useCount: 1 }, { useCount: 1 }])
    expect(await hrefs(one.slug)).toEqual([(a as { url: string }).url])
    await expect(undoChange({ actor: editor, changeId: first.changeId })).rejects.toMatchObject({ code: 'CONFLICT', message: 'changeUndone' })
    const { rows } = await findChanges(editor, { targetId: tb })
    expect(rows).toMatchObject([{ kind: 'merge', from: (b as { url: string }).url, undoneBy: editor.name }, { effect: { drafts: 1, live: 1 }, undoneBy: editor.name }])
    const audit = await db.auditRow.findMany({ where: { subjectId: ta }, orderBy: { at: 'asc' }, select: { action: true } })
    expect(audit.map((row) => row.action)).toEqual(['link.merge', 'link.undo'])
  })

  test('is refused into itself, in a circle, into a title, into the trash, twice, and for writers', async () => {
    const [from, words] = [targetOf(await draft(named(url()))), targetOf(await draft(named(title())))]
    const other = targetOf(await draft(named(url())))
    const merge = (fromId: string, intoId: string, actor = editor) => mergeTargets({ actor, fromId, intoId })
    await expect(merge(from, from)).rejects.toMatchObject({ code: 'INVALID', message: 'linkIntoItself' })
    await expect(merge(from, words)).rejects.toMatchObject({ code: 'INVALID', message: 'linkIntoTitle' })
    await expect(merge(from, other, writer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(merge(from, crypto.randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await merge(from, other)
    await expect(merge(other, from)).rejects.toMatchObject({ code: 'INVALID', message: 'linkIntoItself' })
    await expect(merge(from, other)).rejects.toMatchObject({ code: 'CONFLICT', message: 'linkMerged' })
    const gone = await draft()
    await trashArticle({ actor: editor, articleId: gone.id })
    await expect(replaceTarget({ actor: editor, fromId: other, link: toArticle(gone.id) })).rejects.toMatchObject({ code: 'INVALID', message: 'linkIntoGone' })
    await expect(replaceTarget({ actor: writer, fromId: other, link: toArticle(gone.id) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(resolveTitle({ actor: editor, targetId: other, articleId: (await draft()).id })).rejects.toMatchObject({ code: 'INVALID', message: 'linkNotTitle' })
    expect(await db.linkChange.count({ where: { fromId: { in: [from, words, other] } } })).toBe(1)
  })

  test('a title that is resolved appears for readers when its article is live, and tells the pages that name it', async () => {
    const words = title()
    const [one, two, target] = [await live(named(words)), await live(named(words)), await draft()]
    expect(await hrefs(one.slug)).toEqual([])
    const client = new pg.Client(process.env.DATABASE_URL)
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    const heard = new Promise<string>((done) => client.on('notification', ({ payload }) => payload?.includes('target:') && done(payload)))
    const { effect } = await resolveTitle({ actor: editor, targetId: targetOf(one), articleId: target.id })
    expect(effect).toMatchObject({ drafts: 2, live: 2 })
    expect(parsePayload(await heard).tags).toEqual([`target:${targetOf(one)}`])
    await client.end()
    expect(await hrefs(two.slug)).toEqual([])
    const { draft: stored } = await getDeskArticle(editor, target.id)
    await publishArticle({ actor: editor, articleId: target.id, version: target.version, draft: stored as DraftInput })
    expect([await hrefs(one.slug), await hrefs(two.slug)]).toEqual([[`/a/${target.slug}`], [`/a/${target.slug}`]])
  })

  test('to an own address is to its article', async () => {
    const [one, target] = [await draft(named(url())), await live()]
    await replaceTarget({ actor: editor, fromId: targetOf(one), link: { kind: 'url', url: `${process.env.SITE_URL}/a/${target.slug}?utm_source=x` } })
    expect(await rowOf((await rowOf(targetOf(one))).mergedIntoId!)).toMatchObject({ kind: 'article', articleId: target.id, useCount: 1 })
  })

  test('while another saves, counts nothing twice and leaves nothing out', async () => {
    const [a, b] = [url(), url()]
    const [one, two] = [await draft(named(a)), await draft(named(b))]
    const others = await Promise.all([draft(), draft(), draft()])
    const results = await Promise.allSettled([
      ...others.map(({ id, version }) => saveDraft({ actor: editor, articleId: id, version, draft: ready(named(a, b)) })),
      mergeTargets({ actor: editor, fromId: targetOf(one), intoId: targetOf(two) }),
      saveDraft({ actor: editor, articleId: one.id, version: one.version, draft: ready() }),
    ])
    expect(results.map(({ status }) => status)).toEqual(results.map(() => 'fulfilled'))
    expect(await rowOf(targetOf(two))).toMatchObject({ useCount: 4 })
    expect(await recountLinks()).toEqual({ counts: 0, markers: 0 })
  })

  test('into each other at once happens once', async () => {
    const [a, b] = [targetOf(await draft(named(url()))), targetOf(await draft(named(url())))]
    const results = await Promise.allSettled([mergeTargets({ actor: editor, fromId: a, intoId: b }), mergeTargets({ actor: editor, fromId: b, intoId: a })])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('the effect that is shown first', () => {
  test('says where a double and a link to itself would come, and a merge then does just that', async () => {
    const [a, b] = [url(), url()]
    const headline = `Målet ${key()}`
    const into = await live({ headline })
    const both = await live(named(a, toArticle(into.id)))
    const one = await draft(named(a))
    const aOfInto = await saveDraft({ actor: editor, articleId: into.id, version: into.version, draft: ready({ headline, ...named(a) }) })
    const fromId = targetOf(one)
    const effect = await previewChange(editor, { fromId, into: toArticle(into.id) })
    expect(effect).toMatchObject({ drafts: 3, live: 1, doubles: 1, selfs: 1 })
    expect(effect.rows.map(({ articleId, self, double }) => ({ articleId, self, isDouble: double !== null }))).toEqual([
      { articleId: into.id, self: true, isDouble: false }, { articleId: both.id, self: false, isDouble: true }, { articleId: one.id, self: false, isDouble: false },
    ])
    expect(effect.rows[1]!.double).toBe(headline)
    await expect(previewChange(writer, { fromId, into: b as { kind: 'url'; url: string } })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await replaceTarget({ actor: editor, fromId, link: toArticle(into.id) })
    expect(await hrefs(both.slug)).toEqual([`/a/${into.slug}`])
    const flagged = async (articleId: string) => checkLinks(articleId, (await getDeskArticle(editor, articleId)).draft.body)
    expect(await flagged(both.id)).toMatchObject([{ verdict: 'exact', reason: 'same-article', blocking: true }])
    expect(await flagged(into.id)).toMatchObject([{ reason: 'self', blocking: true }])
    expect(await flagged(one.id)).toEqual([])
    expect(aOfInto.version).toBeGreaterThan(into.version)
  })
})

describe('the list', () => {
  const idsOf = async (filter: Partial<Parameters<typeof findDeskTargets>[1]>, actor = editor): Promise<string[]> =>
    (await findDeskTargets(actor, { show: 'all', sort: 'used', q: undefined, before: undefined, limit: 100, ...filter })).rows.map((row) => row.id)

  test('has each target once with what is counted of it, by use or by articles, and pages through all', async () => {
    const words = `sidor ${key()}`
    const made = []
    for (let i = 0; i < 5; i += 1) made.push(targetOf(await draft(named(title(`${words} x${i}`)))))
    await draft(named(title(`${words} x2`)))
    const newest = [made[2], made[4], made[3], made[1], made[0]]
    expect(await idsOf({ q: words.toUpperCase() })).toEqual(newest)
    expect((await idsOf({ q: words, sort: 'articles' }))[0]).toBe(made[2])
    for (const sort of ['used', 'articles'] as const) {
      const seen: string[] = []
      let before: string | undefined
      do {
        const page = await findDeskTargets(editor, { show: 'unresolved', sort, q: words, before, limit: 2 })
        seen.push(...page.rows.map((row) => row.id))
        before = page.next ?? undefined
      } while (before)
      expect([sort, seen.length, new Set(seen)]).toEqual([sort, 5, new Set(made)])
    }
    const { rows } = await findDeskTargets(editor, { show: 'all', sort: 'used', q: `${words} x2`, before: undefined })
    expect(rows).toMatchObject([{ kind: 'title', state: 'unresolved', articles: 2, live: 0, clicks: 0, lastUsedAt: expect.any(Date) }])
  })

  test('is filtered by what is unresolved, doubled, unused and over-used', async () => {
    const place = key()
    const same = [url(`${place}?utm_source=a`), url(`${place}?utm_source=b`)]
    const twins = [targetOf(await draft(named(same[0]!))), targetOf(await draft(named(same[1]!)))]
    expect(await idsOf({ show: 'duplicated' })).toEqual(expect.arrayContaining(twins))
    const { changeId } = await mergeTargets({ actor: editor, fromId: twins[0]!, intoId: twins[1]! })
    expect(await idsOf({ show: 'duplicated', q: place })).toEqual([])
    await undoChange({ actor: editor, changeId })
    expect((await idsOf({ show: 'duplicated', q: place })).sort()).toEqual([...twins].sort())
    const titled = url()
    const withWords = (words: string): Parameters<typeof draft>[0] => ({ blocks: [{ type: 'readAlso', attrs: { target: null, link: titled, title: words } }] })
    const [one, two] = [await draft(withWords('Så här')), await draft(withWords('Eller så'))]
    expect(await idsOf({ show: 'duplicated' })).toContain(targetOf(one))
    await saveDraft({ actor: editor, articleId: two.id, version: two.version, draft: ready(withWords('Så här')) })
    expect(await idsOf({ show: 'duplicated' })).not.toContain(targetOf(one))
    const left = await live(named(title()))
    expect(await idsOf({ show: 'unresolved' })).toContain(targetOf(left))
    await saveDraft({ actor: editor, articleId: left.id, version: left.version, draft: ready() })
    expect(await idsOf({ show: 'unused' })).not.toContain(targetOf(left))
    await unpublishArticle({ actor: editor, articleId: left.id })
    expect(await idsOf({ show: 'unused' })).toContain(targetOf(left))
    await db.settings.update({ where: { id: 1 }, data: { overusedIn: 2 } })
    const often = url()
    for (let i = 0; i < 2; i += 1) await live(named(often))
    expect(await idsOf({ show: 'overused', q: 'ute.example' })).toEqual([])
    const third = await live(named(often))
    expect(await idsOf({ show: 'overused' })).toEqual([targetOf(third)])
    await db.publication.updateMany({ where: { articleId: third.id }, data: { listedAt: new Date(Date.now() - 31 * 86_400_000) } })
    expect(await idsOf({ show: 'overused' })).toEqual([])
    await db.linkHealth.upsert({ where: { targetId: twins[0]! }, create: { targetId: twins[0]!, checkedAt: new Date(), failures: 2, firstFailedAt: new Date(), problem: 'missing' }, update: { checkedAt: new Date(), failures: 2, firstFailedAt: new Date(), problem: 'missing' } })
    expect(await idsOf({ show: 'broken' })).toEqual([twins[0]])
    expect(await recountLinks()).toEqual({ counts: 0, markers: 0 })
    await db.linkTarget.update({ where: { id: twins[0] }, data: { hasTwin: false, useCount: 7 } })
    expect(await recountLinks()).toEqual({ counts: 1, markers: 1 })
    expect(await recountLinks()).toEqual({ counts: 0, markers: 0 })
  })

  test('leaves out what is under embargo for those who may not read it', async () => {
    const secret = await draft({ headline: `Hemlig ${key()}` })
    const id = targetOf(await draft(named(toArticle(secret.id))))
    const { headline } = (await getDeskArticle(editor, secret.id)).draft
    expect(await idsOf({ q: headline }, writer)).toEqual([id])
    await db.article.update({ where: { id: secret.id }, data: { embargoUntil: new Date('2999-01-01') } })
    expect([await idsOf({ q: headline }, writer), await idsOf({}, writer).then((ids) => ids.includes(id)), await idsOf({ q: headline })]).toEqual([[], false, [id]])
    expect(await suggestArticles(writer, headline)).toEqual([])
  })

  test('says where a target is used, also by way of one that was merged, with the words of the block', async () => {
    const [a, b] = [url(), url()]
    const one = await live({ blocks: [{ type: 'readAlso', attrs: { target: null, link: a, title: 'Egna ord' } }] })
    const two = await draft(named(b))
    await mergeTargets({ actor: editor, fromId: targetOf(one), intoId: targetOf(two) })
    const { rows, next } = await findTargetUses(writer, targetOf(two))
    expect(next).toBeNull()
    expect(rows).toMatchObject([
      { articleId: two.id, state: 'draft', uses: [{ place: 'block', title: null, draft: true, live: false }] },
      { articleId: one.id, state: 'live', uses: [{ place: 'block', title: 'Egna ord', draft: true, live: true, planned: false }] },
    ])
    await trashArticle({ actor: editor, articleId: two.id })
    expect((await findTargetUses(editor, targetOf(two))).rows.map((row) => row.articleId)).toEqual([one.id])
  })

  test('offers for a title the article of that very title first, then those with one like it', async () => {
    const at = key()
    const like = await draft({ headline: `Bron över ${at} byggs om` })
    const same = await draft({ headline: `”Bron över ${at} byggs”` })
    expect((await suggestArticles(editor, `Bron över ${at} byggs`)).slice(0, 2)).toMatchObject([{ id: same.id, exact: true }, { id: like.id, exact: false }])
  })
})
