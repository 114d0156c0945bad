// The newsroom that suggestions are judged by, made by a seed. What makes it hard is said in bench/suggestions.ts.
import { readFileSync } from 'node:fs'
import { type Random, randomFrom } from '../random'
import { idAt, type Made } from './load'
import { capital, swedishWords, zipf } from './words'

export type CorpusArticle = Made & { story: number; /** ids of what its editor linked */ linked: string[] }
type Beat = { tags: string[]; words: string[] }
type Story = { beat: Beat; place: string; words: string[]; people: string[]; turns: string[][]; rival: number }

const SOURCE = new URL('../data/suggestion-stories.txt', import.meta.url)
const DAY = 86_400_000
const DAYS = 300
const PER_STORY = 60
const TURNS = 6
const LATEST = new Date('2026-11-01T06:00:00Z')
const FIRST = 'Anna Erik Maria Lars Karin Nils Eva Johan Sara Mehmet Leila Gustav Ingrid Omar Birgitta Tove Hassan Elin'.split(' ')
const LAST = 'Lindqvist Berg Holm Åkesson Nyström Dahl Sandberg Yilmaz Öberg Wallin Falk Ek Hedlund Said Norén Ström'.split(' ')
const VERBS = 'granskar stoppar försenar kräver prövar kritiserar påverkar utreder avvisar hotar stödjer begär ändrar diskuterar redovisar skjuter planerar föreslår'.split(' ')
const ENDINGS = ['', '', '', 'en', 'et', 'ar', 'arna', 's', 'er']
/** Never five fixed words in a row: two texts share no runs of words by their frames. */
const FRAMES = [
  '{P} säger att {n} {v} {n} i {o}', 'Enligt {P} {v} {n} nu {n} och {n}', '{N} {v} {n} efter {n}', 'I {o} {v} {n} {n} sedan {n}', 'Det är {n} som {v} {n}, menar {P}', 'Under {n} har {n} och {n} blivit {n}',
  '{N} är en fråga om {n} för {P}', 'Varken {n} eller {n} {v} {n} i {o}', 'När {n} kom till {o} blev {n} en {n}', '{P} {v} {n} trots {n}', 'Nästa vecka {v} {P} {n} med {n}', 'Mer {n} och mindre {n}, säger {P}',
  'Flera {n} i {o} {v} {n} om {n}', 'Utan {n} blir {n} bara {n}', '{N}, {n} och {n} väntar i {o}', 'Samtidigt {v} {n} {n} vid {n}', 'Redan i våras {v} {P} {n} mot {n}', 'Kvar är {n} och frågan om {n}',
]
const HEADLINES = ['{N} {v} {n} i {o}', '{P}: {N} {v} {n}', '{N} i {o} {v} {n}', 'Nytt om {n}: {n} {v}', '{O}: {n} och {n}', '{P} {v} {n} efter {n}']

/** 2,400 articles on forty stories, the oldest first. */
export function makeCorpus(seed: number): { articles: CorpusArticle[]; tags: string[] } {
  const random = randomFrom(seed)
  const anybodys = swedishWords(random)
  const common = anybodys.slice(0, 2_500)
  const people = random.shuffle(FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`))).slice(0, 36)
  const stories = readStories().map((story, i, all): Story => ({
    ...story, people: random.shuffle(people).slice(0, 4), rival: (i + (i % 5 === 4 ? -1 : 1)) % all.length,
    turns: Array.from({ length: TURNS }, (_, t) => [...random.shuffle(story.words).slice(0, 3), ...anybodys.slice(3_000 + (i * TURNS + t) * 6, 3_006 + (i * TURNS + t) * 6)]),
  }))
  const planned = stories.flatMap((_, story) => {
    const begin = random.between(0, 90)
    return Array.from({ length: PER_STORY }, (_, n) => ({ story, n, at: new Date(LATEST.getTime() - (DAYS - begin - ((DAYS - begin) * (n + random.between(0, 90) / 100)) / PER_STORY) * DAY - random.between(0, DAY)) }))
  }).sort((a, b) => a.at.getTime() - b.at.getTime())
  const told: CorpusArticle[][] = stories.map(() => [])
  const turnOf = new Map<string, number>()
  const articles = planned.map(({ story, n, at }) => {
    const turn = Math.min(TURNS - 1, Math.max(0, Math.floor((n * TURNS) / PER_STORY) + random.pick([0, 0, 0, -1])))
    const made = write(random, { story: stories[story]!, other: stories[stories[story]!.rival]!, turn, common, at })
    const article = { ...made, story, linked: linkAsEditors(random, told[story]!, told[stories[story]!.rival]!, turn, turnOf) }
    told[story]!.push(article)
    turnOf.set(article.id, turn)
    return article
  })
  return { articles, tags: [...new Set([...articles.flatMap((article) => article.tags)])] }
}

function readStories(): Pick<Story, 'beat' | 'place' | 'words'>[] {
  return readFileSync(SOURCE, 'utf8').split(/^== /m).slice(1).flatMap((part) => {
    const [head, ...lines] = part.trim().split('\n')
    const [tags, words] = head!.slice(head!.indexOf(':') + 1).split('|') as [string, string]
    const beat = { tags: tags.split(',').map((tag) => tag.trim()), words: words.trim().split(' ') }
    return lines.map((line) => ({ beat, place: line.split(':')[0]!, words: line.split(':')[1]!.trim().split(' ') }))
  })
}

type Assignment = { story: Story; other: Story; turn: number; common: readonly string[]; at: Date }

function write(random: Random, { story, other, turn, common, at }: Assignment): Made {
  const mine = random.shuffle(story.words).slice(0, 6)
  const noun = (): string => {
    const dice = random.between(0, 99)
    const from = dice < 50 ? null : dice < 68 ? story.beat.words : dice < 82 ? mine : dice < 93 ? story.turns[turn]! : other.words
    return (from ? random.pick(from) : zipf(random, common)) + random.pick(ENDINGS)
  }
  const place = (): string => (random.chance(0.7) ? story.place : other.place)
  const fill = (frame: string): string => frame.replace(/\{(\w)\}/g, (_, slot: string) => slotOf(slot, { noun, place, person: () => random.pick(random.chance(0.7) ? story.people : other.people), verb: () => random.pick(VERBS) }))
  const sentence = (): string => `${capital(fill(random.pick(FRAMES)))}.`
  const text = Array.from({ length: random.between(4, 9) }, () => Array.from({ length: random.between(2, 4) }, sentence).join(' ')).join('\n')
  const tags = [...random.shuffle(story.beat.tags).slice(0, random.between(2, 3)), ...(random.chance(0.6) ? [story.place.toLowerCase()] : [])]
  return { id: idAt(at), headline: capital(fill(random.pick(HEADLINES))), text, tags, at }
}

type Slots = Record<'noun' | 'place' | 'person' | 'verb', () => string>
function slotOf(slot: string, { noun, place, person, verb }: Slots): string {
  if (slot === 'n') return noun()
  if (slot === 'N') return capital(noun())
  if (slot === 'v') return verb()
  return slot === 'P' ? person() : place()
}

/** What the desk links: mostly the latest on the same turn, often where the turn began, at times the story's first; one in twelve is a neighbouring story's latest. */
function linkAsEditors(random: Random, told: readonly CorpusArticle[], neighbours: readonly CorpusArticle[], turn: number, turnOf: ReadonlyMap<string, number>): string[] {
  const same = told.filter((article) => turnOf.get(article.id) === turn)
  const latest = (same.length > 0 ? same : told).slice(-3)
  const links = [
    ...(latest.length > 0 ? random.shuffle(latest).slice(0, random.between(1, 2)) : []),
    ...(same.length > 3 && random.chance(0.3) ? [same[0]!] : []),
    ...(told.length > 10 && random.chance(0.15) ? [told[0]!] : []),
    ...(neighbours.length > 0 && random.chance(1 / 12) ? [neighbours.at(-1)!] : []),
  ]
  return [...new Set(links.map(({ id }) => id))]
}
