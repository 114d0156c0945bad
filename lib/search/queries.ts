// Search over what readers see, at an instant (promise 1): never drafts, plans, or what was taken down. The index holds more; the timeline decides.
import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { type Filter, findHits, findLiveWords, type Hits, LOOKED_AT, NO_FILTER } from './hit-queries'
import { anyOfEach, corrected, MARKS, wordsAsked } from './model'
import { PAGE_SIZE } from './schema'
import { findForms, findGuesses } from './word-queries'

export type { Filter } from './hit-queries'
/** `corrected`: what was searched instead, when nothing has the words as they were typed. `isCut`: only the newest of more were looked at. */
export type Answer = { ids: string[]; total: number; isCut: boolean; corrected: string | null; excerpts: Map<string, Excerpt> }
/** Marked text (`markedRuns`); the text's own piece only where headline and standfirst have no hit. */
export type Excerpt = { headline: string; standfirst: string; text: string | null }
type Search = { query: string; filter: Filter; sort: 'best' | 'newest'; page: number; now: Date; reads?: Reads }

/** with fewer hits, longer words that have what was typed in them are hits too */
const FEW = 5
const SUGGESTED = 6
/** characters of a text that a hit is looked for in */
const EXCERPTED = 8_000

/** A page of publications that have the words: as typed, else in longer words, else with typing errors put right. */
export async function search({ query, filter, sort, page, now, reads = db }: Search): Promise<Answer> {
  const window = { filter, now, sort, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const exact = Prisma.sql`websearch_to_tsquery('swedish', ${query})`
  let [words, hits]: [Prisma.Sql, Hits] = [exact, await findHits({ ...window, words: exact }, reads)]
  let put: string | null = null
  if (page === 1 ? hits.total < FEW : hits.ids.length === 0) ({ words, hits, put } = await widen({ query, words, hits, window, now, reads }))
  return { ids: hits.ids, total: Math.min(hits.total, LOOKED_AT), isCut: hits.total > LOOKED_AT, corrected: put, excerpts: await findExcerpts(hits.ids, words, reads) }
}

type Widened = { words: Prisma.Sql; hits: Hits; put: string | null }
type Narrow = { query: string; words: Prisma.Sql; hits: Hits; window: Omit<Parameters<typeof findHits>[0], 'words'>; now: Date; reads: Reads }

async function widen({ query, words, hits, window, now, reads }: Narrow): Promise<Widened> {
  const asked = wordsAsked(query)
  // Quotes and minus say that the words are meant as they stand.
  if (asked.length === 0 || /["-]/.test(query)) return { words, hits, put: null }
  const wide = await inForms(asked, words, window, reads)
  if (wide.hits.total > 0) return { ...wide, put: null }
  const put = await putRight(asked, now, reads)
  if (put.size === 0) return { words, hits, put: null }
  const other = corrected(query, put)
  const right = await inForms(wordsAsked(other), Prisma.sql`websearch_to_tsquery('swedish', ${other})`, window, reads)
  return right.hits.total > 0 ? { ...right, put: other } : { words, hits, put: null }
}

async function inForms(asked: readonly string[], exact: Prisma.Sql, window: Narrow['window'], reads: Reads): Promise<{ words: Prisma.Sql; hits: Hits }> {
  const words = Prisma.sql`(${exact} || to_tsquery('swedish', ${anyOfEach(await findForms(asked, reads))}))`
  return { words, hits: await findHits({ ...window, words }, reads) }
}

/** For words that no live article has, the likeliest that one has. */
async function putRight(asked: readonly string[], now: Date, reads: Reads): Promise<Map<string, string>> {
  const guesses = await findGuesses(asked, reads)
  const alive = await findLiveWords([...asked, ...[...guesses.values()].flat()], now, reads)
  return new Map(asked.flatMap((word) => {
    const guess = alive.has(word) ? undefined : guesses.get(word)?.find((each) => alive.has(each))
    return guess ? [[word, guess]] : []
  }))
}

/** For somebody who is typing: publications whose headline has the words, the last one perhaps unfinished; the newest first, at most 6. */
export async function suggest({ query, now, reads = db }: { query: string; now: Date; reads?: Reads }): Promise<string[]> {
  const asked = wordsAsked(query)
  if (asked.length === 0) return []
  const forms = [...asked.slice(0, -1).map((word) => [word]), ...(await findForms(asked.slice(-1), reads))]
  const words = Prisma.sql`to_tsquery('swedish', ${anyOfEach(forms)})`
  return (await findHits({ words, part: 'headline', lookedAt: SUGGESTED, filter: NO_FILTER, now, sort: 'newest', limit: SUGGESTED, offset: 0 }, reads)).ids
}

async function findExcerpts(ids: readonly string[], words: Prisma.Sql, reads: Reads): Promise<Map<string, Excerpt>> {
  const marks = `StartSel=${MARKS.start}, StopSel=${MARKS.end}`
  const plain = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`translate(${text}, ${MARKS.start + MARKS.end}, '')`
  const marked = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`ts_headline('swedish', ${plain(text)}, asked.words, ${`${marks}, HighlightAll=true`})`
  const rows = await reads.$queryRaw<(Excerpt & { id: string })[]>`
    WITH asked AS MATERIALIZED (SELECT ${words} AS words)
    SELECT p.id, ${marked(Prisma.sql`r.headline`)} AS headline, ${marked(Prisma.sql`r.standfirst`)} AS standfirst,
      CASE WHEN NOT to_tsvector('swedish', r.headline || ' ' || r.standfirst) @@ asked.words
        THEN ts_headline('swedish', left(${plain(Prisma.sql`coalesce(body_words(r.body), '')`)}, ${EXCERPTED}), asked.words, ${`${marks}, MaxFragments=1, MinWords=12, MaxWords=28`}) END AS text
    FROM publication p JOIN revision r ON r.id = p.revision_id CROSS JOIN asked WHERE p.id = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, ...excerpt }) => [id, excerpt]))
}
