import { beforeAll, expect, test } from 'vitest'
import { correctArticle, publishArticle, rewordNote, scheduleArticle, unpublishArticle, withdrawNote } from '@/lib/publishing/commands'
import { planIdOf } from '@/lib/publishing/fixtures'
import { db } from '@/lib/platform/db'
import { makeNewsroom } from './fixtures'
import { articleLd, parseCursor } from './model'
import { findArticlePage, findCorrections, getPlannedPreview, getPreview } from './queries'

let newsroom: Awaited<ReturnType<typeof makeNewsroom>>
beforeAll(async () => { newsroom = await makeNewsroom() })

const shown = async (slug: string, at?: Date) => {
  const { found, site } = await findArticlePage(slug, { at })
  if (found.is !== 'found') throw new Error(found.is)
  return { page: found.page, ld: articleLd(found.page, site) as { dateModified?: string; datePublished?: string; correction?: { text: string }[] } }
}
const correct = (articleId: string, text: string) => correctArticle({ actor: newsroom.editor, articleId, kind: 'correction', text })
const publishAgain = async (articleId: string, more: object = {}) => {
  const { version, headline, slug } = await db.article.findUniqueOrThrow({ where: { id: articleId } })
  return publishArticle({ actor: newsroom.editor, articleId, version, draft: newsroom.ready({ headline, slug, standfirst: crypto.randomUUID() }), ...more })
}

test('readers see a correction and when it was made, in words and for search engines; publishing again alone says nothing', async () => {
  const { id, slug } = await newsroom.live()
  await publishAgain(id)
  const before = await shown(slug)
  expect(before.page).toMatchObject({ changedAt: null, notes: [] })
  expect(before.ld).toMatchObject({ dateModified: before.ld.datePublished })
  expect(before.ld.correction).toBeUndefined()
  await correct(id, 'Det var fel år.')
  const { page, ld } = await shown(slug)
  expect(page.notes).toMatchObject([{ kind: 'correction', text: 'Det var fel år.' }])
  expect(ld).toMatchObject({ dateModified: page.notes[0]!.at.toISOString(), correction: [{ '@type': 'CorrectionComment', text: 'Det var fel år.' }] })
  await publishAgain(id)
  expect((await shown(slug)).page.changedAt).toEqual(page.changedAt)
  await publishAgain(id, { update: '' })
  const updated = await shown(slug)
  expect(updated.page.changedAt! > page.changedAt!).toBe(true)
  expect(updated.ld.correction).toHaveLength(1)
  expect((await shown(slug, new Date(page.changedAt!.getTime() - 1))).page.notes).toEqual([])
})

test('readers get a note’s new words with its old time; once withdrawn it is nowhere, and the article was never changed', async () => {
  const { id, slug } = await newsroom.live()
  const [first, then] = [crypto.randomUUID(), crypto.randomUUID()]
  const noted = await correct(id, first)
  const before = await shown(slug)
  const target = { actor: newsroom.editor, articleId: id }
  const reworded = await rewordNote({ ...target, noteId: noted.notes[0]!.id, text: then })
  const after = await shown(slug)
  expect(after.page).toMatchObject({ notes: [{ text: then, at: before.page.notes[0]!.at }], changedAt: before.page.changedAt })
  const listed = async () => (await findCorrections()).page.items.map(({ text }) => text)
  expect(await listed()).toContain(then)
  expect(await listed()).not.toContain(first)
  await withdrawNote({ ...target, noteId: reworded.notes[0]!.id, reason: 'x' })
  const { page, ld } = await shown(slug)
  expect(page).toMatchObject({ notes: [], changedAt: null })
  expect(ld).toMatchObject({ dateModified: ld.datePublished })
  expect(ld.correction).toBeUndefined()
  expect(await listed()).not.toContain(then)
})

test('what was planned before a correction shows it too, and so does the draft', async () => {
  const { id, slug } = await newsroom.live()
  const { version, headline } = await db.article.findUniqueOrThrow({ where: { id } })
  const at = new Date(Date.now() + 3_600_000)
  await scheduleArticle({ actor: newsroom.editor, articleId: id, version, draft: newsroom.ready({ headline, slug, standfirst: 'Senare' }), at, zone: 'UTC' })
  const planId = await planIdOf(id)
  await correct(id, 'Rättat.')
  expect((await shown(slug, at)).page).toMatchObject({ standfirst: 'Senare', notes: [{ text: 'Rättat.' }] })
  expect((await getPlannedPreview(newsroom.editor, { articleId: id, planId })).article).toMatchObject({ standfirst: 'Senare', notes: [{ text: 'Rättat.' }] })
  await expect(getPlannedPreview(newsroom.editor, { articleId: (await newsroom.live()).id, planId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await getPreview(newsroom.editor, id)).article).toMatchObject({ standfirst: 'Senare', notes: [{ text: 'Rättat.' }] })
})

test('the page of corrections has the newest first, while their articles are live, and ends when that changes', async () => {
  const [one, two] = [await newsroom.live(), await newsroom.live()]
  const texts = ['Första', 'Andra', 'Tredje'].map((word) => `${word} ${crypto.randomUUID()}`)
  await correct(one.id, texts[0]!)
  await correct(two.id, texts[1]!)
  await correct(one.id, texts[2]!)
  const own = async (at?: Date) => (await findCorrections({ at })).page.items.filter(({ text }) => texts.includes(text)).map(({ text }) => texts.indexOf(text))
  expect(await own()).toEqual([2, 1, 0])
  const { dependsOn } = await findCorrections()
  expect(dependsOn).toEqual(expect.arrayContaining(['corrections', `article:${one.id}`, `article:${two.id}`, 'site']))
  await unpublishArticle({ actor: newsroom.editor, articleId: one.id })
  expect(await own()).toEqual([1])
  const { version, headline } = await db.article.findUniqueOrThrow({ where: { id: one.id } })
  const back = new Date(Date.now() + 60_000)
  await scheduleArticle({ actor: newsroom.editor, articleId: one.id, version, draft: newsroom.ready({ headline, slug: one.slug }), at: back, zone: 'UTC' })
  expect((await findCorrections()).expiresInMs).toBeLessThanOrEqual(60_000)
  expect(await own(back)).toEqual([2, 1, 0])
})

test('pages through every correction once', async () => {
  const { id } = await newsroom.live()
  const texts = Array.from({ length: 35 }, (_, i) => `Sida ${i} ${id}`)
  const { revisionId } = await db.publication.findFirstOrThrow({ where: { articleId: id } })
  const at = new Date()
  await db.note.createMany({ data: texts.map((text) => ({ articleId: id, revisionId, kind: 'correction' as const, text, at, since: at, createdById: newsroom.editor.userId })) })
  const found: string[] = []
  for (let next: string | null | undefined; next !== null;) {
    const { page } = await findCorrections({ before: next ? parseCursor(next) : null })
    found.push(...page.items.map(({ text }) => text).filter((text) => texts.includes(text)))
    next = page.next
  }
  expect(found.sort()).toEqual(texts.sort())
})
