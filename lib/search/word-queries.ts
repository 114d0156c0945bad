import 'server-only'
import type { Reads } from '@/lib/platform/db'
import { SHORTEST_PART, slipsAllowed } from './model'

const LAST_LETTER = '\u{10ffff}'
const STARTS = 16
const PARTS = 8
const GUESSES = 5

/** For each word, itself, known words that begin with it, and then those that have it inside: "skatt" also stands for "skattehöjning" and "bensinskatt". */
export async function findForms(words: readonly string[], reads: Reads): Promise<string[][]> {
  const rows = await reads.$queryRaw<{ asked: string; forms: string[] }[]>`
    SELECT asked, ARRAY(
      (SELECT word FROM search_word WHERE length(asked) >= ${SHORTEST_PART} AND word ~>=~ asked AND word ~<~ (asked || ${LAST_LETTER}) ORDER BY length(word), word LIMIT ${STARTS})
      UNION ALL (SELECT word FROM search_word WHERE length(asked) > ${SHORTEST_PART} AND word LIKE '%' || asked || '%' AND NOT starts_with(word, asked) ORDER BY length(word), word LIMIT ${PARTS})) AS forms
    FROM unnest(${words}::text[]) AS asked`
  const of = new Map(rows.map(({ asked, forms }) => [asked, forms]))
  return words.map((word) => [...new Set([word, ...(of.get(word) ?? [])])])
}

/** For each word, known ones that it may be a slip for, the most likely first. They may stand in texts that nobody may read yet. */
export async function findGuesses(words: readonly string[], reads: Reads): Promise<Map<string, string[]>> {
  const asked = words.filter((word) => slipsAllowed(word) > 0)
  if (asked.length === 0) return new Map()
  const rows = await reads.$queryRaw<{ asked: string; guesses: string[] }[]>`
    SELECT asked, ARRAY(
      SELECT word FROM (SELECT word, levenshtein_less_equal(word, asked, slips) AS distance, similarity(word, asked) AS likeness
        FROM search_word WHERE word % asked AND abs(length(word) - length(asked)) <= slips) AS near
      WHERE distance BETWEEN 1 AND slips ORDER BY distance, likeness DESC, word LIMIT ${GUESSES}) AS guesses
    FROM unnest(${asked}::text[], ${asked.map(slipsAllowed)}::int[]) AS input(asked, slips)`
  return new Map(rows.map(({ asked: word, guesses }) => [word, guesses]))
}
