// What to offer as LÄS OCKSÅ, worked out: which words tell an article from others, how near a candidate is, and which five say the most together.

/** Lexeme -> how often it stands in the text; those of the headline count more. */
export type WordCounts = ReadonlyMap<string, number>
/** How many articles there are, what part of them has a word (at least, and the same for all that are rarer than those known), and whether it is one that says nothing in any archive. */
export type WordStatistics = { articles: number; frequencyOf(lexeme: string): number; isKnown(lexeme: string): boolean; isEveryday(lexeme: string): boolean }
export type TagWeight = { id: string; name: string; weight: number }

export type Candidate = {
  id: string
  words: WordCounts
  headlineWords: readonly string[]
  tagIds: ReadonlySet<string>
  /** days from its time to the instant that is asked for; 0 for what is to come */
  ageDays: number
}
export type Own = { words: WordCounts; headlineWords: readonly string[]; /** lexemes that the text writes as names */ names: ReadonlySet<string>; tags: readonly TagWeight[] }
export type Scored<C extends Candidate = Candidate> = { candidate: C; score: number; nearness: number; vector: Vector; sharedTags: TagWeight[]; /** words that are a reason, the one that says the most first */ sharedWords: string[] }

/** Parts of the score; each is 0 to 1. By what `npm run bench -- suggestions` measures on newsrooms of other seeds. */
const SHARE = { body: 0.5, title: 0.1, tags: 0.1, recency: 0.3 } as const
/** days in which news loses most of its newness */
const FRESH = 30
const HEADLINE_COUNTS = 2
/** relevance against newness to what is chosen already */
const LAMBDA = 0.7
const TELLING = { most: 48, rows: 1_800, tooCommon: 0.05 } as const

type Vector = { weights: ReadonlyMap<string, number>; norm: number }

/** The rarer, the more it says. */
const idf = (lexeme: string, { frequencyOf }: WordStatistics): number => Math.log(1 + 1 / frequencyOf(lexeme)) ** 1.5

function vectorOf(counts: WordCounts, statistics: WordStatistics): Vector {
  const weights = new Map([...counts].filter(([lexeme]) => !statistics.isEveryday(lexeme)).map(([lexeme, count]) => [lexeme, Math.sqrt(count) * idf(lexeme, statistics)]))
  return { weights, norm: Math.hypot(...weights.values()) }
}

function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a]
  let dot = 0
  for (const [lexeme, weight] of few.weights) dot += weight * (many.weights.get(lexeme) ?? 0)
  return Math.min(1, dot / (a.norm * b.norm))
}

/** Counts of a text with its headline's words made heavier. */
export function withHeadline(counts: WordCounts, headline: readonly string[]): WordCounts {
  return new Map([...counts].map(([lexeme, count]) => [lexeme, count + (headline.includes(lexeme) ? HEADLINE_COUNTS : 0)]))
}

/**
 * The words to look for: at most 48 (a word that nobody else has costs nothing), the most telling first, that about 1,800 articles
 * have in all, so that what is read stays bounded however many articles there are; no everyday ones. A text of common words only gets its rarest one.
 */
export function tellingWords(counts: WordCounts, statistics: WordStatistics): string[] {
  const ranked = [...vectorOf(counts, statistics).weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([lexeme]) => lexeme)
  const chosen: string[] = []
  let rows = 0
  for (const lexeme of ranked) {
    // of a rarer word it is only known that it is rarer
    const expected = statistics.frequencyOf(lexeme) * statistics.articles * (statistics.isKnown(lexeme) ? 1 : 0.25)
    if (chosen.length >= TELLING.most) break
    if (rows + expected > TELLING.rows || (statistics.isKnown(lexeme) && statistics.articles > 100 && statistics.frequencyOf(lexeme) > TELLING.tooCommon)) continue
    chosen.push(lexeme)
    rows += expected
  }
  const rarest = [...ranked].sort((a, b) => statistics.frequencyOf(a) - statistics.frequencyOf(b)).slice(0, 1)
  return chosen.length > 0 ? chosen : rarest
}

/** Every candidate with its score and what it shares, the best first. */
export function scoreCandidates<C extends Candidate>(own: Own, candidates: readonly C[], statistics: WordStatistics): Scored<C>[] {
  const body = vectorOf(own.words, statistics)
  const headline = headlineVector(own.headlineWords, statistics)
  const allTags = own.tags.reduce((sum, { weight }) => sum + weight, 0)
  const rated = candidates.map((candidate) => {
    const vector = vectorOf(candidate.words, statistics)
    const sharedTags = own.tags.filter(({ id }) => candidate.tagIds.has(id))
    const parts = {
      body: cosine(body, vector),
      title: cosine(headline, headlineVector(candidate.headlineWords, statistics)),
      tags: allTags === 0 ? 0 : sharedTags.reduce((sum, { weight }) => sum + weight, 0) / allTags,
      recency: Math.exp(-Math.max(0, candidate.ageDays) / FRESH),
    }
    return { candidate, parts, vector, sharedTags, sharedWords: sharedWords(body, vector).filter((lexeme) => isReason(lexeme, own, candidate, statistics)) }
  })
  // A cosine's height depends on the length of texts: the nearest of all is 1.
  const nearest = Math.max(Number.MIN_VALUE, ...rated.map(({ parts }) => parts.body))
  const score = ({ body: near, title, tags, recency }: (typeof rated)[number]['parts']): number =>
    SHARE.body * (near / nearest) + SHARE.title * title + SHARE.tags * tags + SHARE.recency * recency
  return rated.map(({ parts, ...rest }) => ({ ...rest, score: score(parts), nearness: parts.body / nearest })).sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? 1 : -1))
}

/** Rare enough to say what a text is about at one mention. An archive of less than a thousand cannot tell which words are: two articles of it are more. */
const RARE = 0.002
/** how often a word stands in a text that is about it */
const CENTRAL = 2
/** Whether a telling word of both says that they belong together: one that is truly rare, a name, a headline's, or what both are about. */
const isReason = (lexeme: string, own: Own, other: Candidate, { frequencyOf }: WordStatistics): boolean =>
  frequencyOf(lexeme) < RARE || own.names.has(lexeme) || [...own.headlineWords, ...other.headlineWords].includes(lexeme) ||
  (own.words.get(lexeme)! >= CENTRAL && other.words.get(lexeme)! >= CENTRAL)

/** Of the nearest's nearness: what has less, and no tag in common, is not about the same. */
const LEAST = 0.15
/** One word is shared by chance. */
const REASONS = 2
export const isAboutTheSame = ({ nearness, sharedTags, sharedWords }: Pick<Scored, 'nearness' | 'sharedTags' | 'sharedWords'>): boolean =>
  sharedTags.length > 0 || (nearness >= LEAST && sharedWords.length >= REASONS)

const headlineVector = (words: readonly string[], statistics: WordStatistics): Vector => vectorOf(new Map(words.map((word) => [word, 1])), statistics)

/** Telling words of both, the one that says the most first. */
function sharedWords(own: Vector, other: Vector): string[] {
  const shared = [...own.weights].flatMap(([lexeme, weight]) => (other.weights.has(lexeme) ? [[lexeme, weight * other.weights.get(lexeme)!] as const] : []))
  return shared.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([lexeme]) => lexeme)
}

/** Maximal marginal relevance: the best first, then each time the one that is near the article and far from those chosen. */
export function diversify<S extends Scored>(scored: readonly S[], most: number, lambda = LAMBDA): S[] {
  const rest = [...scored]
  const likest = rest.map(() => 0)
  const chosen: S[] = []
  while (chosen.length < most && rest.length > 0) {
    const values = rest.map(({ score }, i) => lambda * score - (1 - lambda) * likest[i]!)
    const best = values.indexOf(Math.max(...values))
    const [next] = rest.splice(best, 1)
    likest.splice(best, 1)
    chosen.push(next!)
    rest.forEach((other, i) => { likest[i] = Math.max(likest[i]!, likeness(next!, other)) })
  }
  return chosen
}

/** How alike two candidates are, by their words and their tags; 0 to 1. */
function likeness(a: Scored, b: Scored): number {
  const [tagsA, tagsB] = [a.candidate.tagIds, b.candidate.tagIds]
  const shared = [...tagsA].filter((id) => tagsB.has(id)).length
  const all = tagsA.size + tagsB.size - shared
  return 0.7 * cosine(a.vector, b.vector) + 0.3 * (all === 0 ? 0 : shared / all)
}
