import { afterAll, beforeEach, expect, test } from 'vitest'
import { createArticle, handOverArticle } from '@/lib/articles/commands'
import { draftWith, makeActor, paragraph } from '@/lib/articles/fixtures'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { findLate } from '@/lib/platform/outbox'
import { cancelEnd, killArticle, movePlan, publishArticle, redoEffect, scheduleArticle, unpublishArticle, unpublishArticleAt } from '@/lib/publishing/commands'
import { planIdOf, zone } from '@/lib/publishing/fixtures'
import { makeNewsroom } from '@/lib/reader/fixtures'
import { setActive, setArticleMail, setLocale } from '@/lib/users/commands'
import { FROM, startPost, startWorker } from './mail-fixtures'

const SLOW = { timeout: 30_000 }
const { editor, sectionId } = await makeNewsroom()
const post = await startPost()
const { MAIL_URL } = process.env
const stop = await startWorker('jobs_mail')
afterAll(async () => {
  await stop()
  await post.close()
})
beforeEach(() => {
  process.env.MAIL_URL = MAIL_URL
})

const bylineOf = async ({ userId }: Actor): Promise<string> => (await db.byline.findFirstOrThrow({ where: { userId } })).id
/** A writer's article with a colleague and the editor on its byline, as a draft. */
async function written(more: Parameters<typeof draftWith>[0] = {}) {
  const [owner, colleague] = [await makeActor('writer'), await makeActor('writer')]
  const { articleId } = await createArticle({ actor: owner })
  const draft = draftWith({ sectionId, bylineIds: [await bylineOf(colleague), await bylineOf(editor)], ...more })
  return { owner, colleague, articleId, draft, given: { actor: editor, articleId, version: 1, draft } }
}
const rowsOf = (articleId: string) => db.outbox.findMany({ where: { payload: { path: ['articleId'], equals: articleId } }, orderBy: { dueAt: 'asc' } })
const mailTo = ({ userId }: Actor) => db.outbox.findFirst({ where: { kind: 'mail', payload: { path: ['toId'], equals: userId } } })
const done = (articleId: string) => expect.poll(async () => (await rowsOf(articleId)).map(({ doneAt }) => doneAt === null), SLOW).not.toContain(true)
/** Jobs that the queue has not given up. */
const waitingJobs = async () => (await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM jobs_mail.job WHERE state IN ('created', 'retry', 'active')`)[0]!.n
const inFuture = (ms: number): Date => new Date(Date.now() + ms)

test('what goes live is told once to its owner and its byline, in their language, and not to who published it', async () => {
  const { owner, colleague, articleId, draft, given } = await written({ blocks: [paragraph('Brödtexten som ingen mejlar.')] })
  await setLocale({ actor: colleague, locale: 'en' })
  const { draft: { slug } } = await publishArticle(given)
  await expect.poll(() => [post.to(owner.email).length, post.to(colleague.email).length], SLOW).toEqual([1, 1])
  await done(articleId)
  const [swedish, english] = [post.to(owner.email)[0]!, post.to(colleague.email)[0]!]
  expect(swedish).toMatchObject({ subject: `Publicerad: ${draft.headline}`, from: { name: 'Spalt', address: FROM }, to: [{ address: owner.email }] })
  expect(swedish.text).toContain(`”${draft.headline}” är publicerad sedan`)
  expect(swedish.text).toContain(`(svensk tid), av ${editor.name}.\n\nhttp://localhost:3000/a/${slug}\n`)
  expect(swedish.messageId).toMatch(/^<[\da-f]{40}@localhost>$/)
  expect(english).toMatchObject({ subject: `Published: ${draft.headline}` })
  expect(english.text).toContain('Swedish time')
  expect(english.messageId).not.toBe(swedish.messageId)
  expect([post.to(editor.email), post.got.filter(({ text }) => text?.includes('Brödtexten'))]).toEqual([[], []])
  expect([post.to(owner.email), post.to(colleague.email)].map(({ length }) => length)).toEqual([1, 1])
})

test('a server that is away makes mail late; it comes when the server does', async () => {
  const { owner, articleId, given } = await written()
  await post.close()
  await publishArticle(given)
  await expect.poll(async () => (await mailTo(owner))?.tries ?? 0, SLOW).toBeGreaterThan(0)
  await db.outbox.updateMany({ where: { kind: 'mail', doneAt: null }, data: { dueAt: inFuture(-120_000) } })
  const late = (await findLate()).rows.find(({ payload }) => (payload as { toId?: string }).toId === owner.userId)
  expect(late).toMatchObject({ kind: 'mail', lastError: expect.stringMatching(/^the mail server does not answer \(E\w+\)$/) })
  await post.reopen()
  await redoEffect({ actor: editor, id: late!.id })
  await done(articleId)
  expect((await findLate()).count).toBe(0)
  await expect.poll(waitingJobs, SLOW).toBe(0)
  expect(post.to(owner.email)).toHaveLength(1)
})

test('a mail that may have arrived is sent again under the same Message-ID', async () => {
  const { owner, articleId, given } = await written()
  post.state.say = `${owner.email} later`
  await publishArticle(given)
  await expect.poll(() => post.to(owner.email).length, SLOW).toBeGreaterThan(0)
  await expect.poll(async () => (await mailTo(owner))?.lastError, SLOW).toBe('the mail server answered 451 (EMESSAGE)')
  post.state.say = null
  await done(articleId)
  const all = post.to(owner.email)
  expect(all.length).toBeGreaterThan(1)
  expect(new Set(all.map(({ messageId, text }) => `${messageId} ${text}`)).size).toBe(1)
})

test('a plan is told when it is live, where it was moved to, and to who owns the article then', async () => {
  const { owner, articleId, given } = await written()
  const [before, after] = [inFuture(5_000), inFuture(8_000)]
  await scheduleArticle({ ...given, at: before, zone })
  await movePlan({ actor: editor, articleId, planId: await planIdOf(articleId), at: after, zone })
  const heir = await makeActor('writer')
  await handOverArticle({ actor: editor, articleId, toId: heir.userId })
  await expect.poll(() => post.to(heir.email).length, SLOW).toBe(1)
  await done(articleId)
  const rows = await rowsOf(articleId)
  expect(rows.filter(({ kind }) => kind === 'tell').map(({ dueAt }) => dueAt)).toEqual([before, after])
  for (const { key } of rows.filter(({ kind }) => kind === 'mail')) expect(key).toContain(after.toISOString())
  expect([post.to(heir.email).length, post.to(owner.email).length]).toEqual([1, 0])
})

test('a kill is told with its public line, never with the text, nor the reason', async () => {
  const { owner, articleId, draft, given } = await written({ standfirst: 'Ingressen som förtalar.', blocks: [paragraph('Brödtexten som förtalar.')] })
  await publishArticle(given)
  await done(articleId)
  await killArticle({ actor: editor, articleId, reason: 'Juristens ord', publicLine: 'Texten är borttagen.' })
  await expect.poll(() => post.to(owner.email).length, SLOW).toBe(2)
  const mail = post.to(owner.email)[1]!
  expect(mail.subject).toBe(`Nedtagen: ${draft.headline}`)
  expect(mail.text).toContain('Läsarna ser raden: Texten är borttagen.')
  expect(mail.text).toContain(`http://localhost:3000/desk/articles/${articleId}\n`)
  expect(JSON.stringify(mail)).not.toMatch(/förtalar|Juristens/)
})

test('unpublishing is told', async () => {
  const { owner, articleId, draft, given } = await written()
  await publishArticle(given)
  await done(articleId)
  await unpublishArticle({ actor: editor, articleId })
  await expect.poll(() => post.to(owner.email).map(({ subject }) => subject), SLOW).toEqual([`Publicerad: ${draft.headline}`, `Avpublicerad: ${draft.headline}`])
  await done(articleId)
})

test('a planned end is told when it has come, where it was moved to and if it still holds, with who planned it last', async () => {
  const [{ owner, articleId, draft, given }, goingOn] = [await written(), await written()]
  const [before, after] = [inFuture(5_000), inFuture(8_000)]
  for (const each of [given, goingOn.given]) {
    await publishArticle(each)
    await unpublishArticleAt({ actor: editor, articleId: each.articleId, at: before })
  }
  await cancelEnd({ actor: editor, articleId: goingOn.articleId, was: before })
  const other = await makeActor('editor')
  await unpublishArticleAt({ actor: editor, articleId, at: after, was: before })
  await cancelEnd({ actor: other, articleId, was: after })
  await unpublishArticleAt({ actor: other, articleId, at: after })
  await expect.poll(() => post.to(owner.email).map(({ subject }) => subject), SLOW).toEqual([`Publicerad: ${draft.headline}`, `Avpublicerad: ${draft.headline}`])
  const { text } = post.to(owner.email)[1]!
  expect(text).toContain(`”${draft.headline}” är avpublicerad sedan`)
  expect(text).toContain(`som ${other.name} hade bestämt`)
  await done(articleId)
  await done(goingOn.articleId)
  expect([post.to(owner.email).length, post.to(goingOn.owner.email).length]).toEqual([2, 1])
})

test('what is so no more when the mail can go is not said', async () => {
  const { owner, articleId, draft, given } = await written()
  await post.close()
  await publishArticle(given)
  await expect.poll(async () => (await mailTo(owner))?.tries ?? 0, SLOW).toBeGreaterThan(0)
  await unpublishArticle({ actor: editor, articleId })
  await post.reopen()
  for (const { id, doneAt } of await rowsOf(articleId)) if (!doneAt) await redoEffect({ actor: editor, id })
  await done(articleId)
  expect(post.to(owner.email).map(({ subject }) => subject)).toEqual([`Avpublicerad: ${draft.headline}`])
})

test('who switched it off or was deactivated gets none, and who publishes alone tells nobody', async () => {
  const { owner, colleague, articleId, given } = await written()
  await setArticleMail({ actor: owner, on: false })
  await setActive({ actor: await makeActor('admin'), userId: colleague.userId, active: false })
  await publishArticle(given)
  await done(articleId)
  expect((await rowsOf(articleId)).map(({ kind }) => kind)).toEqual(['tell'])
  await setArticleMail({ actor: owner, on: true })
  await unpublishArticle({ actor: editor, articleId })
  await expect.poll(() => post.to(owner.email).length, SLOW).toBe(1)
  expect(post.to(colleague.email)).toEqual([])
})

test('a headline is one line of the head, whatever it holds', async () => {
  const { owner, given } = await written({ headline: 'Å\r\nBcc: spion@example.org\r\n\r\nHej' })
  await publishArticle(given)
  await expect.poll(() => post.to(owner.email).length, SLOW).toBe(1)
  expect(post.to(owner.email)[0]).toMatchObject({ subject: 'Publicerad: Å Bcc: spion@example.org Hej', to: [{ address: owner.email }] })
  expect(post.to(owner.email)[0]).not.toHaveProperty('bcc')
})

test('without a mail server no row is written, and what waits for one is let go', async () => {
  const { articleId, given, owner } = await written()
  await scheduleArticle({ ...given, at: inFuture(4_000), zone })
  delete process.env.MAIL_URL
  const silent = await written()
  await publishArticle(silent.given)
  await killArticle({ actor: editor, articleId: silent.articleId, reason: 'x', publicLine: '' })
  expect(await rowsOf(silent.articleId)).toEqual([])
  await done(articleId)
  expect(post.to(owner.email)).toEqual([])
})
