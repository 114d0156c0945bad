// Pairs of texts with a known answer: wire copy that a desk has rewritten, and two desks' own reports on one event.
import { readFileSync } from 'node:fs'
import { type Random, randomFrom } from './random'

export type Pair = { isSame: boolean; a: string; b: string }
type Event = { headlines: string[]; leads: string[]; facts: string[][]; quotes: string[] }
type Slots = Record<string, string>
type Report = { headline: string; lead: string; paragraphs: string[] }

const SOURCE = new URL('./data/same-story.txt', import.meta.url)
const NAMES = { first: 'Anna Erik Maria Lars Karin Nils Eva Johan Sara Mehmet Leila Gustav Ingrid Omar Birgitta Tove Hassan Elin Per Sofia'.split(' '), last: 'Lindqvist Berg Holm Åkesson Nyström Dahl Sandberg Yilmaz Öberg Wallin Falk Ek Hedlund Said Norén Ström Granath Lund Palm Sjögren'.split(' ') }
const CHOICES: Record<string, string[]> = {
  place: 'Borås Ystad Falun Luleå Kalmar Motala Örnsköldsvik Trollhättan Visby Kiruna Skövde Åmål Västervik Hudiksvall Eslöv Arvika'.split(' '),
  day: 'måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen'.split(' '),
  team: 'Hammarby Malmö Elfsborg Kalmar Varberg Djurgården Sirius Brommapojkarna Degerfors'.split(' '),
  storm: 'Gudrun Egon Alfrida Hans Otto Malik Pia Ingunn'.split(' '),
  company: 'Nordplåt Svealast Verkstadsbolaget Tekomek Hansa-Polymer Västmotor'.split(' '),
  road: ['E4', 'E20', 'riksväg 40', 'länsväg 363', 'E45', 'riksväg 50'],
  party: ['Socialdemokraterna', 'Moderaterna', 'Sverigedemokraterna', 'Centerpartiet'],
  score: ['2–1', '3–2', '4–3'],
}
const ATTRIBUTIONS = ['säger {person}', 'säger {person} på plats', 'berättar {person}', 'säger {person} till TT', 'sade {person} på en presskonferens', 'menar {person}', 'konstaterar {person}']

/** Small changes of the kind that a desk makes in wire copy. */
const EDITS: [RegExp, string][] = [
  [/\bockså\b/u, 'även'], [/\bomkring\b/u, 'cirka'], [/\bungefär\b/u, 'runt'], [/\bsäger\b/u, 'uppger'], [/\bkronor\b/u, 'kr'], [/\bflera\b/u, 'åtskilliga'], [/\bväntas\b/u, 'tros'], [/\beftersom\b/u, 'då'],
  [/\benligt\b/u, 'uppger'], [/\bdessutom\b/u, 'därtill'], [/\bstora\b/u, 'betydande'], [/\bär nu\b/u, 'ligger nu som'], [/\bpersoner\b/u, 'människor'], [/\bskadades\b/u, 'fick skador'], [/\binte\b/u, 'ej'], [/\bhar\b/u, 'hade'],
  [/, och\b/u, ' och'], [/\bTvå\b/u, '2'], [/\btvå\b/u, 'ett par'], [/\bredan\b/u, 'så tidigt som'], [/\bmeddelar\b/u, 'skriver'], [/\bför\b/u, 'av'], [/\bunder\b/u, 'i'], [/\bfrån\b/u, 'i'],
]

/** `count` pairs, half of them of each kind, in turn; the same for the same seed. */
export function makePairs(count: number, seed: number): Pair[] {
  const random = randomFrom(seed)
  const { events, additions } = readSource()
  return Array.from({ length: count }, (_, i): Pair => {
    const event = events[Math.floor(i / 2) % events.length]!
    const slots = slotsOf(random)
    return i % 2 === 0 ? rewritten(event, slots, additions, random) : reportedTwice(event, slots, random)
  })
}

function readSource(): { events: Event[]; additions: string[] } {
  const parts = readFileSync(SOURCE, 'utf8').split(/^== /m).slice(1).map((part) => part.trim().split('\n'))
  const cut = (line: string): string[] => line.replace(/^(?:\w+:|-) /, '').split(' | ')
  const events = parts.slice(0, -1).map(([, ...lines]): Event => ({
    headlines: cut(lines[0]!), leads: cut(lines[1]!), facts: lines.filter((line) => line.startsWith('- ')).map(cut), quotes: lines.filter((line) => line.startsWith('"')).map((line) => line.replaceAll('"', '')),
  }))
  return { events, additions: parts.at(-1)!.slice(1) }
}

function slotsOf(random: Random): Slots {
  const name = () => `${random.pick(NAMES.first)} ${random.pick(NAMES.last)}`
  const [n, k] = [String(random.between(11, 48)), String(random.between(52, 980))]
  const [team, rival] = random.shuffle(CHOICES.team!)
  const picked = Object.fromEntries(Object.entries(CHOICES).map(([slot, words]) => [slot, random.pick(words)]))
  return { ...picked, n, N: n, k, K: k, m: String(random.between(3, 240)), s: String(random.between(12, 95)), age: String(random.between(24, 78)), time: `${random.between(10, 23)}.${random.between(10, 59)}`, person: name(), person2: name(), team: team!, rival: rival! }
}

const fill = (text: string, slots: Slots): string => text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? slot)

/** A report: its facts in the wording that `wordingOf` chooses, two or three to a paragraph, the quotes as they were said. */
function report({ event, slots, facts, wordingOf, random }: { event: Event; slots: Slots; facts: readonly number[]; wordingOf: (fact: number) => number; random: Random }): Report {
  const sentences = facts.map((fact) => event.facts[fact]![wordingOf(fact)]!)
  const paragraphs: string[] = []
  for (let i = 0; i < sentences.length; ) {
    const take = random.between(1, 3)
    paragraphs.push(sentences.slice(i, i + take).join(' '))
    i += take
  }
  for (const quote of event.quotes) paragraphs.splice(random.between(1, paragraphs.length), 0, `– ${quote}, ${random.pick(ATTRIBUTIONS)}.`)
  const [headline, lead] = [event.headlines[wordingOf(-2)]!, event.leads[wordingOf(-1)]!]
  return { headline: fill(headline, slots), lead: fill(lead, slots), paragraphs: paragraphs.map((text) => fill(text, slots)) }
}

const textOf = ({ lead, paragraphs }: Report, credits: readonly string[] = []): string => [lead, ...paragraphs, ...credits].join('\n')
const all = (event: Event): number[] => event.facts.map((_, i) => i)

/** Two desks were there: the same facts, names, numbers and quotes; no wording in common but what people said and, in three of ten, a sentence of the police's or the company's own. */
function reportedTwice(event: Event, slots: Slots, random: Random): Pair {
  const wording = new Map([-2, -1, ...all(event)].map((fact) => [fact, random.shuffle([0, 1, 2])]))
  const given = random.chance(0.3) ? random.between(0, event.facts.length - 1) : null
  const of = (nth: number): Report => {
    const facts = random.shuffle(all(event)).slice(0, random.between(6, event.facts.length))
    return report({ event, slots, facts, wordingOf: (fact) => wording.get(fact)![fact === given ? 0 : nth]!, random })
  }
  return { isSame: false, a: textOf(of(0)), b: textOf(of(1), [`Text: ${slots.person2}`]) }
}

/** Wire copy, and what a desk made of it: a new lead, two paragraphs more, light edits, cuts. */
function rewritten(event: Event, slots: Slots, additions: readonly string[], random: Random): Pair {
  const wording = new Map([-2, -1, ...all(event)].map((fact) => [fact, random.between(0, 2)]))
  const facts = random.shuffle(all(event)).slice(0, random.between(6, event.facts.length))
  const wire = report({ event, slots, facts, wordingOf: (fact) => wording.get(fact)!, random })
  const lead = random.chance(0.8) ? fill(event.leads[(wording.get(-1)! + 1) % 3]!, slots) : wire.lead
  let paragraphs = wire.paragraphs.map((text) => edited(text, random))
  if (random.chance(0.5)) paragraphs = paragraphs.filter((_, i) => i !== random.between(1, paragraphs.length - 1))
  for (const text of random.shuffle(additions).slice(0, random.chance(0.85) ? 2 : random.between(0, 3))) paragraphs.splice(random.between(1, paragraphs.length), 0, text)
  if (random.chance(0.5)) paragraphs.splice(2, 0, 'LÄS OCKSÅ: Så gick det till förra gången')
  return { isSame: true, a: textOf(wire, ['(TT)']), b: textOf({ headline: '', lead, paragraphs }, [`Av ${slots.person2}`, 'Uppdaterad 12.30']) }
}

/** One or two of the small changes to most paragraphs; sometimes a sentence goes. */
function edited(text: string, random: Random): string {
  const fitting = random.shuffle(EDITS.filter(([pattern]) => pattern.test(text))).slice(0, random.between(0, 2))
  const changed = fitting.reduce((words, [pattern, by]) => words.replace(pattern, by), text)
  const sentences = changed.split(/(?<=\.) (?=\p{Lu})/u)
  return sentences.length > 1 && random.chance(0.15) ? sentences.slice(0, -1).join(' ') : changed
}
