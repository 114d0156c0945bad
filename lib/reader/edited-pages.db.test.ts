// What editors put on a page, through the eyes of readers: at each instant, and until a page says that it holds.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createArticle } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag } from '@/lib/articles/fixtures'
import { refusal } from '@/lib/auth/fixtures'
import type { Actor } from '@/lib/auth/model'
import { endFlash, saveFrontPage, setFlash } from '@/lib/front-page/commands'
import { findFlash, findFlashTo, getFrontPage } from '@/lib/front-page/queries'
import type { SlotInput } from '@/lib/front-page/schema'
import { db } from '@/lib/platform/db'
import { killArticle, publishArticle, scheduleArticle, unpublishArticleAt } from '@/lib/publishing/commands'
import { mergeTags } from '@/lib/tags/commands'
import { parseCursor } from './model'
import { findArticlePage, findAutomatic, findFrontPage, findTagPage } from './queries'

const T0 = new Date('2026-11-23T06:00:00Z')
const at = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000)
const zone = 'Europe/Stockholm'
let editor: Actor
let writer: Actor
let sectionId: string
let sectionSlug: string
beforeAll(async () => {
  ;[editor, writer] = [await makeActor('editor'), await makeActor('writer')]
  sectionId = await makeTag('section')
  sectionSlug = (await db.tag.findUniqueOrThrow({ where: { id: sectionId } })).slug
})

async function live(minute: number, section = sectionId): Promise<string> {
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  await publishArticle({ actor: editor, articleId, version: 1, draft: draftWith({ sectionId: section }), now: at(minute) })
  return articleId
}
async function planned(minute: number): Promise<string> {
  const { articleId } = await createArticle({ actor: editor, now: T0 })
  await scheduleArticle({ actor: editor, articleId, version: 1, draft: draftWith({ sectionId }), at: at(minute), zone, now: at(0) })
  return articleId
}
const slot = (articleId: string, more: Partial<SlotInput> = {}): SlotInput => ({ id: null, articleId, headline: '', pinnedTo: null, from: null, until: null, ...more })
const versionOf = async (page: string | null): Promise<number> => (await getFrontPage(editor, page)).version
const save = async (slots: SlotInput[], minute: number, page: string | null = null) => saveFrontPage({ actor: editor, sectionId: page, version: await versionOf(page), slots, now: at(minute) })
const front = async (minute: number) => (await findFrontPage({ at: at(minute) })).page.listing.items
const ids = async (minute: number) => (await front(minute)).map(({ id }) => id)
const section = async (minute: number, slug = sectionSlug) => {
  const answer = await findTagPage('section', slug, { at: at(minute) })
  if (answer.found.is !== 'found') throw new Error(answer.found.is)
  return { ...answer, ids: answer.found.page.listing.items.map(({ id }) => id) }
}
const lastTags = async () => (await db.cacheChange.findFirstOrThrow({ orderBy: { id: 'desc' } })).tags

describe('the front', () => {
  test('has what the editor put there first, with another headline if there is one, and the rest newest first', async () => {
    const [a, b, c] = [await live(1), await live(2), await live(3)]
    await save([slot(a, { headline: 'Annan rubrik' }), slot(b)], 5)
    const page = await front(6)
    expect(page.slice(0, 3).map(({ id }) => id)).toEqual([a, b, c])
    expect(page[0]).toMatchObject({ headline: 'Annan rubrik', shortHeadline: 'Annan rubrik' })
    expect(page.filter(({ id }) => id === a || id === b)).toHaveLength(2)
    expect((await ids(4)).slice(0, 3)).toEqual([c, b, a])
    expect(await lastTags()).toEqual(['front'])
  })

  test('shows a slot while its span and its article’s life last, and the next one fills in; the page ends at each of them', async () => {
    const [a, b, c] = [await live(11), await planned(40), await live(13)]
    await unpublishArticleAt({ actor: editor, articleId: a, at: at(60), now: at(14) })
    await save([slot(a, { from: at(20) }), slot(b), slot(c, { pinnedTo: 1, from: at(30), until: at(50) })], 15)
    const holds = async (minute: number) => (await findFrontPage({ at: at(minute) })).expiresInMs! / 60_000
    const first = (count: number, minute: number) => ids(minute).then((all) => all.slice(0, count))
    expect([await first(1, 16), await holds(16)]).toEqual([[c], 4])
    expect([await first(2, 20), await holds(20)]).toEqual([[a, c], 10])
    expect([await first(2, 30), await holds(30)]).toEqual([[c, a], 10])
    expect([await first(3, 40), await holds(40)]).toEqual([[c, a, b], 10])
    expect([await first(2, 50), await holds(50)]).toEqual([[a, b], 10])
    expect((await ids(60))[0]).toBe(b)
    expect(await ids(60)).not.toContain(a)
    expect((await findFrontPage({ at: at(16) })).dependsOn).toEqual(expect.arrayContaining(['front', `article:${b}`]))
  })

  test('is not saved over another’s change: both are there to choose from', async () => {
    const [a, b] = [await live(70), await live(71)]
    const version = await versionOf(null)
    await save([slot(a)], 72)
    await expect(saveFrontPage({ actor: editor, sectionId: null, version, slots: [slot(b)], now: at(73) })).rejects.toMatchObject({ code: 'CONFLICT', message: 'staleFront', data: { page: { version: version + 1, slots: [{ articleId: a }] } } })
    const page = await getFrontPage(editor, null, db, at(73))
    const same = await saveFrontPage({ actor: editor, sectionId: null, version: page.version, slots: page.slots.map(({ article: _article, from, until, ...rest }) => ({ ...rest, from: new Date(from), until: until === null ? null : new Date(until) })), now: at(74) })
    expect(same).toEqual({ ...page, at: at(74).toISOString() })
  })

  test('is in the log with what came and went, and without what only moved', async () => {
    const headlineOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).headline
    const [a, b, c] = [await live(75), await live(75), await live(75)]
    await save([slot(a), slot(b)], 76)
    await save([slot(b, { headline: 'Omgjord' }), slot(c)], 77)
    await save([slot(c), slot(b, { headline: 'Omgjord' })], 78)
    const rows = await db.auditRow.findMany({ where: { action: 'front.save', at: { gte: at(77) } }, orderBy: { at: 'asc' } })
    expect(rows.map(({ details }) => details)).toEqual([{ name: '', slots: 2, came: `”${await headlineOf(c)}”`, went: `”${await headlineOf(a)}”` }, { name: '', slots: 2, came: 'none', went: 'none' }])
  })

  test('is changed by editors; what cannot stand there is said by its place', async () => {
    const a = await live(80)
    const gone = await live(81)
    await killArticle({ actor: editor, articleId: gone, reason: 'x', publicLine: '', now: at(82) })
    const version = await versionOf(null)
    await expect(saveFrontPage({ actor: writer, sectionId: null, version, slots: [] })).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(saveFrontPage({ actor: editor, sectionId: crypto.randomUUID(), version: 0, slots: [] })).rejects.toMatchObject(refusal('NOT_FOUND'))
    await expect(save([slot(a), slot(gone)], 83)).rejects.toMatchObject({ code: 'INVALID', fields: { 'slots.1.articleId': 'noLongerThere' } })
    await expect(save([slot(a), slot(a, { until: at(200) })], 83)).rejects.toMatchObject({ code: 'INVALID', fields: { 'slots.1.articleId': 'slotTwice' } })
    expect(await versionOf(null)).toBe(version)
  })

  test('keeps from a writer the words of what is under embargo', async () => {
    const a = await planned(300)
    await db.article.update({ where: { id: a }, data: { embargoUntil: at(290) } })
    await save([slot(a, { headline: 'Hemligt' })], 90)
    expect((await getFrontPage(writer, null, db, at(91))).slots).toMatchObject([{ articleId: a, headline: '', article: null }])
    expect((await getFrontPage(editor, null, db, at(91))).slots).toMatchObject([{ headline: 'Hemligt', article: { state: 'scheduled' } }])
    await save([], 92)
  })
})

describe('a section’s page', () => {
  test('has slots of its own, also for articles of other sections, and is told and ended by them alone', async () => {
    const [foreign, own] = [await live(101, await makeTag('section')), await live(102)]
    await save([slot(foreign, { until: at(130) })], 105, sectionId)
    expect(await lastTags()).toEqual([`slots:${sectionId}`])
    const page = await section(106)
    expect(page.ids.slice(0, 2)).toEqual([foreign, own])
    expect(page.dependsOn).toEqual(expect.arrayContaining([`slots:${sectionId}`, `article:${foreign}`]))
    expect((await section(130)).ids).not.toContain(foreign)
    await unpublishArticleAt({ actor: editor, articleId: foreign, at: at(120), now: at(107) })
    expect((await section(108)).expiresInMs).toBe(12 * 60_000)
    expect((await section(120)).ids).not.toContain(foreign)
  })

  test('that was merged has the slots of the one that it became', async () => {
    const [from, into] = [await makeTag('section'), await makeTag('section')]
    const [a, b] = [await live(140, from), await live(141, into)]
    await save([slot(a)], 142, from)
    await mergeTags({ actor: await makeActor('admin'), fromId: from, intoId: into, now: at(143) })
    const { slug } = await db.tag.findUniqueOrThrow({ where: { id: into } })
    expect((await section(144, slug)).ids).toEqual([b, a])
    expect((await findAutomatic(into, { at: at(144) })).map(({ id }) => id)).toEqual([b, a])
    await expect(save([slot(b)], 145, from)).rejects.toMatchObject(refusal('NOT_FOUND'))
  })
})

test('gone through to its end a page shows each live article once, whatever slots there are, and stays the same until it says', async () => {
  const home = await makeTag('section')
  const { slug } = await db.tag.findUniqueOrThrow({ where: { id: home } })
  const made: string[] = []
  for (let n = 0; n < 45; n += 1) made.push(await live(200 + n, home))
  const given = fc.array(fc.record({ article: fc.nat(44), pinnedTo: fc.option(fc.integer({ min: 1, max: 30 })), from: fc.option(fc.integer({ min: 260, max: 300 })), length: fc.option(fc.integer({ min: 1, max: 40 })) }), { maxLength: 20 })
  let minute = 250
  await fc.assert(fc.asyncProperty(given, fc.nat(50), async (slots, ahead) => {
    minute += 1
    const wanted = slots.filter(({ article }, i) => slots.findIndex((other) => other.article === article) === i)
      .map(({ article, pinnedTo, from, length }) => slot(made[article]!, { pinnedTo, from: from === null ? null : at(from), until: length === null ? null : at(Math.max(from ?? minute, minute) + length) }))
    await save(wanted, minute, home)
    const shown: string[] = []
    let before: string | null = null
    do {
      const answer = await findTagPage('section', slug, { at: at(minute + ahead), before: before === null ? null : parseCursor(before) })
      const { listing } = (answer.found as { page: { listing: { items: { id: string }[]; next: string | null } } }).page
      shown.push(...listing.items.map(({ id }) => id))
      before = listing.next
    } while (before)
    expect([...shown].sort()).toEqual([...made].sort())
    const [first, then] = [await findTagPage('section', slug, { at: at(minute + ahead) }), at(minute + ahead).getTime()]
    const last = await findTagPage('section', slug, { at: new Date(then + first.expiresInMs! - 1) })
    expect(last.found).toEqual(first.found)
  }), { numRuns: 25 })
}, 120_000)

describe('the line just nu', () => {
  test('stands on every page from its setting until its end, and leads to its article while that one is live', async () => {
    const [a, target] = [await live(400), await planned(430)]
    const { slug } = await db.revision.findFirstOrThrow({ where: { articleId: a } })
    const flash = await setFlash({ actor: editor, text: 'Det händer nu', articleId: target, url: null, until: at(460), replaces: null, now: at(410) })
    expect(await lastTags()).toEqual(['site'])
    const at420 = await findArticlePage(slug, { at: at(420) })
    expect([at420.site.flash, at420.expiresInMs]).toEqual([{ text: 'Det händer nu', at: at(410), href: null }, 10 * 60_000])
    expect(at420.dependsOn).toContain(`article:${target}`)
    const at440 = await findFrontPage({ at: at(440) })
    expect([at440.site.flash?.href, at440.expiresInMs]).toEqual([expect.stringMatching(/^\/a\//), 20 * 60_000])
    expect((await findFrontPage({ at: at(460) })).site.flash).toBeNull()
    expect((await findFrontPage({ at: at(409) })).site.flash).toBeNull()
    await expect(setFlash({ actor: editor, text: 'x', articleId: null, url: null, until: at(470), replaces: null, now: at(441) })).rejects.toMatchObject({ code: 'CONFLICT', data: { flash: { id: flash.id } } })
    const next = await setFlash({ actor: editor, text: 'Nytt', articleId: null, url: 'https://ute.example/', until: at(470), replaces: flash.id, now: at(442) })
    expect((await findFrontPage({ at: at(443) })).site.flash).toMatchObject({ text: 'Nytt', href: 'https://ute.example/' })
    await expect(endFlash({ actor: editor, flashId: flash.id, now: at(443) })).rejects.toMatchObject({ code: 'CONFLICT', data: { flash: { id: next.id } } })
    await endFlash({ actor: editor, flashId: next.id, now: at(444) })
    expect((await findFrontPage({ at: at(445) })).site.flash).toBeNull()
    await expect(endFlash({ actor: editor, flashId: next.id, now: at(446) })).rejects.toMatchObject(refusal('NOT_FOUND'))
  })

  test('goes with its article when that is killed, on every page, and is said to be hidden on the desk', async () => {
    const articleId = await live(480)
    await setFlash({ actor: editor, text: 'Om den nedtagna', articleId, url: null, until: at(520), replaces: null, now: at(485) })
    expect((await findFrontPage({ at: at(486) })).site.flash).toMatchObject({ text: 'Om den nedtagna' })
    expect(await findFlashTo(editor, articleId, db, at(486))).toBe('Om den nedtagna')
    expect(await findFlashTo(editor, crypto.randomUUID(), db, at(486))).toBeNull()
    await expect(findFlashTo(writer, articleId, db, at(486))).rejects.toMatchObject(refusal('FORBIDDEN'))
    await killArticle({ actor: editor, articleId, reason: 'Fel.', publicLine: '', now: at(487) })
    expect(await findFlashTo(editor, articleId, db, at(488))).toBeNull()
    const page = await findFrontPage({ at: at(488) })
    expect([page.site.flash, page.dependsOn.includes(`article:${articleId}`)]).toEqual([null, true])
    expect(await findFlash(db, at(488))).toMatchObject({ isKilled: true })
    await endFlash({ actor: editor, flashId: (await findFlash(db, at(488)))!.id, now: at(489) })
  })

  test('is the editors’, and has an end to come', async () => {
    const line = { text: 'x', articleId: null, url: null, replaces: null }
    await expect(setFlash({ actor: writer, ...line, until: at(600), now: at(500) })).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(endFlash({ actor: writer, flashId: crypto.randomUUID() })).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(setFlash({ actor: editor, ...line, until: at(500), now: at(500) })).rejects.toMatchObject(refusal('INVALID', 'timePassed'))
    await expect(setFlash({ actor: editor, ...line, until: new Date('9999-12-31T23:59:00Z'), now: at(500) })).rejects.toMatchObject(refusal('INVALID', 'tooFarAhead'))
  })
})
