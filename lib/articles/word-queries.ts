import 'server-only'
import { db, type Reads } from '@/lib/platform/db'
import { EVERYDAY_WORDS } from './everyday-words'
import type { WordStatistics } from './suggestion-model'

/** ms; Postgres itself counts anew when a tenth of the articles has changed */
const KEPT = 10 * 60_000
/** Up to so many articles all words are counted one by one: the planner's statistics of a young newsroom are missing or say little. */
const FEW = 2_000
let kept: { at: number; statistics: Promise<WordStatistics> } | null = null

/** How common words are in all articles (the statistics that Postgres keeps of the column for its planner), and which say nothing anywhere. Read once in ten minutes, at no cost to a request. */
export function findWordStatistics(): Promise<WordStatistics> {
  const at = performance.now()
  if (!kept || at - kept.at > KEPT) {
    const statistics = read(db)
    kept = { at, statistics }
    statistics.catch(() => { kept = null })
  }
  return kept.statistics
}

/** Forgets what was read: after a count by hand. */
export function forgetWordStatistics(): void {
  kept = null
}

type Row = { articles: number; everyday: string[]; words: Record<string, number> | null; least: number | null }

async function read(reads: Reads): Promise<WordStatistics> {
  const [row] = await reads.$queryRaw<Row[]>`
    SELECT c.reltuples::float8 AS articles, tsvector_to_array(to_tsvector('swedish', ${EVERYDAY_WORDS})) AS everyday, s.words, s.least FROM pg_class c LEFT JOIN LATERAL (
      SELECT (SELECT json_object_agg(x.word, x.frequency) FROM unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) AS x(word, frequency) WHERE x.word IS NOT NULL) AS words,
        p.most_common_elem_freqs[cardinality(p.most_common_elems::text::text[]) + 1]::float8 AS least
      FROM pg_stats p WHERE p.schemaname = current_schema() AND p.tablename = 'article' AND p.attname = 'words') s ON true
    WHERE c.oid = 'article'::regclass`
  const everyday = new Set(row!.everyday)
  const counted = (row!.articles > FEW ? null : await countAll(reads)) ?? ofPlanner(row!)
  // a single letter names nothing, and figures are shared by chance
  return { ...counted, isEveryday: (lexeme) => everyday.has(lexeme) || lexeme.length < 2 || /^[\d.,:-]+$/.test(lexeme) }
}

type Counted = Omit<WordStatistics, 'isEveryday'>

function ofPlanner({ articles: counted, words, least }: Row): Counted {
  const articles = Math.max(counted, FEW)
  const known = new Map(Object.entries(words ?? {}))
  const rare = Math.max(1 / articles, (least ?? 0) / 2)
  return { articles, frequencyOf: (lexeme) => known.get(lexeme) ?? rare, isKnown: (lexeme) => known.has(lexeme) }
}

/** Every word of every article; null when there are more of them than one by one is good for. */
async function countAll(reads: Reads): Promise<Counted | null> {
  const [{ articles }] = await reads.$queryRaw<[{ articles: number }]>`SELECT count(*)::int AS articles FROM (SELECT FROM article LIMIT ${FEW + 1}) x`
  if (articles > FEW) return null
  const rows = await reads.$queryRaw<{ word: string; articles: number }[]>`SELECT word, ndoc AS articles FROM ts_stat('SELECT words FROM article')`
  const known = new Map(rows.map((row) => [row.word, row.articles / articles]))
  return { articles: Math.max(1, articles), frequencyOf: (lexeme) => known.get(lexeme) ?? 1 / Math.max(1, articles), isKnown: (lexeme) => known.has(lexeme) }
}
