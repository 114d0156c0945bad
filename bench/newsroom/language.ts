import dictionary from 'dictionary-sv'
import type { Chance } from './chance'

const COMMON =
  'och att det i på som är en av för med till den har de inte om ett han men var jag sig från vi så kan när år säger under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer går kronor detta nya procent skriver'.split(' ')
const FIRST = 'Anna Erik Maria Lars Karin Anders Eva Johan Sara Per Kristina Nils Lena Mikael Emma Jan Kerstin Daniel Elin Fredrik Malin Peter Jenny Hassan Fatima Ali Amina Olof Ingrid Björn Åsa Göran Märta Viktor Linnea Samir Leila Oskar Ebba Hugo'.split(' ')
const LAST_START = 'Ander Johan Karl Nil Erik Lar Ol Per Svens Gustaf Petter Jans Lind Berg Sjö Ny Hed Ek Björk Sand Dal Forss Söder Norr Väst Öst Sten Holm Strand Lund Hög Åker Ström Wall Mal Ros Alm Gran'.split(' ')
const LAST_END = 'sson ström berg qvist gren lund mark man dahl blad stedt ell én ing'.split(' ')
const PLACE_START = 'Norr Söder Öster Väster Ler Kungs Gisla Hall Karls Ene Jön Lin Borg Var Troll Sund Katrine Hudiks Örn Åmå Ljung Vänna Mal Ske Pite Lyck Häss Ängel Öre Stor'.split(' ')
const PLACE_END = 'köping stad hamn borg sund vik fors bro ås lund berga holm näs by träsk åker'.split(' ')
const ORGANISATIONS = 'Regeringen Riksdagen Polisen Riksbanken Kommunen Regionen Trafikverket Försäkringskassan Skolverket Migrationsverket Åklagaren Tingsrätten Hovrätten Facket LO Nato EU FN Ericsson Volvo SJ Vattenfall AIK Hammarby Djurgården Malmö FF IFK Göteborg Moderaterna Socialdemokraterna Sverigedemokraterna Centern'.split(' ')
const DAYS = 'måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen'.split(' ')
const TEMPLATES = [
  '{O}: {W} måste {w} – nu växer {w}', '{N} döda efter {w} i {P}', '{N} skadade i {w} på {P}s {w}', '{O} höjer {w} med {n} procent', '{O} sänker {w} med {n} procent', '{O} vill stoppa {w} i {P}',
  '{M}: ”Vi kan inte {w} längre”', '{M} döms för {w}', '{M} lämnar {O} efter {w}', 'Så påverkas {P} av {w}', 'Därför är {w} viktigare än {w}', '{W} och {w} – här är allt om {w}', 'Kritik mot {w} i {P}',
  'Storbrand i {P} – {w} förstörd', 'Larm om {w} i {P}', 'Polisen utreder {w} i {P}', '{P} får ny {w}', '{P} – {Q} {n}-{m}', '{O} – {O} {n}-{m}', '{W} ökar i {P}: ”{W} {w}”', 'Experten: {W} {w} {w}', '{M} om {w}: ”Det var {w}”',
  'Barn kommer {w} mot sina {w}', 'Nu ska {w} krossas', '{n} frågor och svar om {w}', 'JUST NU: {W} i {P}', 'Ledare: {W} är ingen {w}', '{M}, {N}: ”{W} räddade mitt liv”', 'Ny rapport: {w} hotar {w} i {P}', 'Här är {O}s {w} för {w}',
]

/** The words, names and places of an invented country, the same for the same chance. */
export class Language {
  readonly words: string[]
  readonly places: string[]
  readonly people: string[]
  private readonly chance: Chance

  constructor(chance: Chance) {
    this.chance = chance
    const stems = new TextDecoder().decode(dictionary.dic).split('\n').map((line) => line.split(/[/\s]/, 1)[0]!)
    this.words = chance.shuffle([...new Set(stems.filter((stem) => /^[a-zåäöé]{3,16}$/.test(stem)))]).slice(0, 60_000)
    this.places = chance.shuffle(PLACE_START.flatMap((start) => PLACE_END.map((end) => start + end)))
    const last = LAST_START.flatMap((start) => LAST_END.map((end) => start + end))
    this.people = Array.from({ length: 6_000 }, () => `${chance.pick(FIRST)} ${chance.pick(last)}`)
  }

  headline(): string {
    const { chance } = this
    const slots: Record<string, () => string> = {
      O: () => chance.zipf(ORGANISATIONS), P: () => chance.zipf(this.places), Q: () => chance.zipf(this.places), M: () => chance.zipf(this.people),
      w: () => chance.zipf(this.words), W: () => capital(chance.zipf(this.words)), N: () => String(chance.between(2, 90)), n: () => String(chance.between(0, 9)), m: () => String(chance.between(0, 9)),
    }
    return chance.pick(TEMPLATES).replace(/\{(\w)\}/g, (_, slot: string) => slots[slot]!())
  }

  sentence(): string {
    const { chance } = this
    const words = Array.from({ length: chance.between(6, 18) }, () => (chance.is(0.45) ? chance.zipf(COMMON) : chance.is(0.04) ? chance.zipf(this.people) : chance.is(0.04) ? chance.zipf(this.places) : chance.zipf(this.words)))
    return `${capital(words.join(' '))}${chance.is(0.1) ? ` på ${chance.pick(DAYS)}` : ''}.`
  }

  /** Paragraphs of about so many words in all. */
  paragraphs(words: number): string[] {
    const paragraphs: string[] = []
    for (let left = words; left > 0; ) {
      const text = Array.from({ length: this.chance.between(2, 4) }, () => this.sentence()).join(' ')
      paragraphs.push(text)
      left -= text.split(' ').length
    }
    return paragraphs
  }
}

export const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
