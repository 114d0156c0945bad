import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { makeActor } from './fixtures'
import { searchArticles } from './queries'
import { EMPTY_BODY } from './schema'

const WORDS = ['Polisen', 'polis', 'Åre', 'åretrunt', 'ö', 'ök', 'Regeringen', 'regering', 'SJ', '2026', '20', '100%', 'snö_storm', 'a', 'ab', 'abc', '”Nej”', 'AIK–Hammarby', 'l\\u']
const MINUTE = 60_000
let editor: Actor
let writer: Actor
let corpus: { id: string; headline: string; changedAt: Date }[] = []

const rowsOf = (headlines: readonly string[], newest: Date, more: object = {}) =>
  headlines.map((headline, i) => ({ headline, body: EMPTY_BODY, plainText: headline, createdById: editor.userId, changedById: editor.userId, createdAt: newest, changedAt: new Date(newest.getTime() - i * MINUTE), ...more }))

const insert = async (headlines: readonly string[], newest: Date, more: object = {}) => db.article.createManyAndReturn({ data: rowsOf(headlines, newest, more), select: { id: true, headline: true, changedAt: true } })

beforeAll(async () => {
  editor = await makeActor('editor')
  writer = await makeActor('writer')
  const headlines = fc.sample(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), { numRuns: 400, seed: 7 }).map((words) => words.join(' '))
  // half of it is older than all that is looked at one by one
  corpus = [...(await insert(headlines.slice(0, 200), new Date('2026-01-01'))), ...(await insert(headlines.slice(200), new Date('2020-01-01')))]
  await insert(Array.from({ length: 1_600 }, (_, i) => `Utfyllnad ${i}`), new Date('2025-01-01'))
}, 60_000)

const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}_]+/u).filter(Boolean)
/** What must be found of the corpus, the best first. */
function expected(query: string): string[] {
  const asked = query.trim().toLowerCase()
  const words = wordsIn(query)
  const tier = (headline: string): number => {
    if (headline.toLowerCase().startsWith(asked)) return 1
    return words.length > 0 && words.every((word) => wordsIn(headline).some((own) => own.startsWith(word))) ? 2 : 9
  }
  const found = corpus.map((article) => ({ ...article, tier: tier(article.headline) })).filter((article) => article.tier < 9)
  return found.sort((a, b) => a.tier - b.tier || b.changedAt.getTime() - a.changedAt.getTime() || (a.id < b.id ? 1 : -1)).slice(0, 10).map(({ id }) => id)
}

const beginning = fc.constantFrom(...WORDS).chain((word) => fc.integer({ min: 1, max: word.length }).map((end) => word.slice(0, end)))
const typed = fc.tuple(fc.array(beginning, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', '  ', ', '), fc.constantFrom('', ' ')).map(([words, between, end]) => words.join(between) + end)

describe('the picker', { timeout: 60_000 }, () => {
  test('finds every headline that begins so or has words that do, in its order, whatever is typed', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(typed, fc.constantFrom('%', '_', '\\', '\'', '^a', '! & |', ':*', '”', '–')), async (query) => {
      const wanted = expected(query)
      const found = (await searchArticles(editor, query)).map(({ id }) => id)
      expect(found.slice(0, wanted.length)).toEqual(wanted)
      expect(found.length).toBeLessThanOrEqual(10)
      expect(new Set(found).size).toBe(found.length)
    }), { numRuns: 80 })
  })

  test('offers what was changed last when nothing is typed, and does not fail on anything', async () => {
    const rows = await searchArticles(editor, '  ')
    expect(rows.map(({ id }) => id)).toEqual(corpus.slice(0, 10).map(({ id }) => id))
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 250 }).map((text) => text.replaceAll('\0', '')), async (query) => {
      expect((await searchArticles(editor, query.toWellFormed())).length).toBeLessThanOrEqual(10)
    }), { numRuns: 30 })
  })

  test('finds parts of words and words of the text, after the headlines that have the words', async () => {
    const newest = new Date('2026-02-01')
    const [word] = await insert(['Minister avgår'], new Date('2021-02-01'))
    const [part] = await insert(['Statsministern reser'], newest)
    const [text] = await insert(['Annat'], newest, { plainText: 'Annat\n\nEn minister till.' })
    expect((await searchArticles(editor, 'minister')).map(({ id }) => id)).toEqual([word!.id, part!.id, text!.id])
  })

  test('shows what the actor may read: not the trash, not what others hold under embargo', async () => {
    const at = new Date('2026-03-01')
    const embargo = { embargoUntil: new Date('2100-01-01') }
    const [open] = await insert(['Hemlighet öppen'], at)
    const [other] = await insert(['Hemlighet annans'], at, embargo)
    const [own] = await insert(['Hemlighet egen'], at, { ...embargo, createdById: writer.userId })
    await insert(['Hemlighet slängd'], at, { trashedAt: at })
    const found = async (actor: Actor, query: string) => new Set((await searchArticles(actor, query)).map(({ id }) => id))
    for (const query of ['hemlighet', 'hem', 'emlighe', 'he']) expect(await found(writer, query)).toEqual(new Set([open!.id, own!.id]))
    expect(await found(editor, 'hemlighet')).toEqual(new Set([open!.id, other!.id, own!.id]))
    expect(await searchArticles(writer, 'hemlighet annans')).toEqual([])
    expect((await searchArticles(writer, 'hemlighet annans', new Date('2101-01-01'))).map(({ id }) => id)).toEqual([other!.id])
  })
})
