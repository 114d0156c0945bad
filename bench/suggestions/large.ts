// A large newsroom's archive: what suggestions cost when there is much of everything.
import type pg from 'pg'
import { type Random, randomFrom } from '../random'
import { idAt, insertArticles, type Made, makeHouse, publishArticles } from './load'
import { capital, swedishWords, zipf } from './words'

const SEED = 200_000
const BATCH = 2_000
const TOPICS = 4_000
const TAGS = Array.from({ length: 5_000 }, (_, i) => `tagg ${i}`)
const YEARS = 5 * 365 * 86_400_000
/** of a hundred words: names of the topic, words of the topic; the rest are anybody's */
const NAMES = 4
const OWN = 18

type Topic = { words: string[]; names: string[]; tags: string[] }

/**
 * Fills `count` articles: about 250 words each, words by Zipf's law from 90,000, among them a topic's own words and names; topics by Zipf's
 * law too, so that the largest has thousands of articles and most have some dozens. Five years, three tags each of 5,000, 120 of 128
 * live. Bodies hold the text as in life. Signatures are random: no two texts are alike.
 */
export async function fillLarge(client: pg.Client, count: number, say: (text: string) => void): Promise<void> {
  const random = randomFrom(SEED)
  const words = swedishWords(random)
  const topics = Array.from({ length: TOPICS }, () => topicOf(random, words))
  const house = await makeHouse(client, TAGS)
  const begin = Date.now() - YEARS
  // an index is made faster at once than row by row
  await client.query('DROP INDEX article_words; DROP INDEX article_headline_trgm; DROP INDEX article_signature_bands_idx')
  for (let from = 0; from < count; from += BATCH) {
    const articles = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => articleOf(random, words, zipf(random, topics), new Date(begin + ((from + i) / count) * YEARS)))
    await insertArticles(client, articles, house)
    if (from % 40_000 === 0) say(`  ${from + articles.length} articles ...`)
  }
  say('  revisions, signatures and indexes ...')
  await publishArticles(client, 120)
  await client.query(`INSERT INTO article_signature (article_id, words_hash, bands) SELECT id, '', ARRAY(SELECT hashtext(id::text || n) FROM generate_series(1, 32) n) FROM article`)
  await client.query(`SET maintenance_work_mem = '256MB'; CREATE INDEX article_words ON article USING gin (words)`)
  await client.query('VACUUM ANALYZE')
}

const topicOf = (random: Random, words: readonly string[]): Topic => ({
  words: Array.from({ length: 45 }, () => random.pick(words)),
  names: Array.from({ length: 6 }, () => capital(random.pick(words) + random.pick(['sson', 'berg', 'stad', 'fors', 'näs', 'holm']))),
  tags: [random.pick(TAGS), random.pick(TAGS)],
})

function articleOf(random: Random, words: readonly string[], topic: Topic, at: Date): Made {
  const own = random.shuffle(topic.words).slice(0, 25)
  const names = random.shuffle(topic.names).slice(0, 3)
  const word = (): string => {
    const dice = random.between(0, 99)
    return dice < NAMES ? random.pick(names) : dice < NAMES + OWN ? zipf(random, own) : zipf(random, words)
  }
  const several = (least: number, most: number, make: () => string): string[] => Array.from({ length: random.between(least, most) }, make)
  const sentence = (): string => `${capital(several(6, 17, word).join(' '))}.`
  const headline = capital(several(4, 7, () => (random.chance(0.5) ? random.pick(own) : zipf(random, words))).join(' '))
  return { id: idAt(at), headline, text: several(14, 29, sentence).join(' '), tags: [...new Set([...topic.tags, zipf(random, TAGS)])], at }
}
