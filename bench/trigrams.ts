/** Postgres's pg_trgm: the shared part of all trigrams of two texts, each word in lower case with two spaces before it and one after. */
export function trigramSimilarity(a: string, b: string): number {
  const [x, y] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...x].filter((trigram) => y.has(trigram)).length
  const all = x.size + y.size - shared
  return all === 0 ? 0 : shared / all
}

function trigramsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.flatMap((word) => {
    const letters = [...`  ${word} `]
    return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''))
  }))
}
