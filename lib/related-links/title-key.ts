import { decodeHTMLStrict } from 'entities'
import { QUOTE, withoutEnds } from './labels'

const INVISIBLE = /[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g
const QUOTES = new RegExp(`[${QUOTE}]`, 'g')
const QUOTED_AFTER_COLON = new RegExp(`:(?=[${QUOTE}])`, 'g')
const DASHES = /[\u2010-\u2015\u2212\u2043\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:(?: \d{3})+(?!\d|\.\d{3})|(?:\.\d{3})+(?!\d|\.\d))/g
/** A hyphen inside a word; one between digits is a score or a span, and stays. */
const WORD_HYPHEN = /(?<=[\p{L}\p{M}\d])-(?=\p{L})|(?<=[\p{L}\p{M}])-(?=\d)/gu
/** Colons, bars, and dashes with space on a side; a minus stays with its number. */
const BETWEEN_PARTS = /\s?-+\s|\s-+(?=\p{L})|-{2,}|\s?:\s|\s?\|\s?/gu
const MOST_PASSES = 8

/** What two titles are compared by. `joined` is the exact key; `open` still has the hyphens inside words, which count as nothing or as a space. */
export type TitleKeys = { joined: string; open: string; folded: string }

/** The exact key of a title, stored beside it: equal keys are the same title. Empty for a title of nothing but labels, quotes and space. */
export function titleKey(title: string, siteName = ''): string {
  return titleKeys(title, siteName).joined
}

/** The title key with accents removed (å ä -> a, ö -> o): equal ones are likely the same, never surely. */
export function foldedTitleKey(title: string, siteName = ''): string {
  return titleKey(fold(titleKey(title, siteName)), siteName)
}

/** All keys of a title at once; each is "" for one without words. */
export function titleKeys(title: string, siteName = ''): TitleKeys {
  const open = settle(title, siteName)
  return { joined: settleJoined(open, siteName), open, folded: fold(open) }
}

/** The title as its writer cased and quoted it, without labels, site names and closing marks. */
export function bareTitle(title: string, siteName: string): string {
  const plain = decode(title.toWellFormed()).normalize('NFC').replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
  return withoutEnds(plain.replace(DASHES, '-').replaceAll('…', '...'), ownName(siteName))
}

const ownName = (siteName: string): string => siteName.normalize('NFC').replace(DASHES, '-').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv')

/** Entities once; `&amp;` as often as it was wrapped. What would read as one afterwards loses its semicolon, so that keys have none. */
function decode(text: string): string {
  return decodeHTMLStrict(text.replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, '&')).replace(/&(#?\w+);/g, '&$1')
}

/** Runs the rule until nothing changes, so that the key of a key is itself. */
function settle(title: string, siteName: string): string {
  return untilSettled(title, (text) => onePass(text, siteName))
}

const settleJoined = (open: string, siteName: string): string => untilSettled(open, (text) => onePass(text.replace(WORD_HYPHEN, ''), siteName))

function untilSettled(text: string, pass: (text: string) => string): string {
  let settled = text
  for (let passes = 0; passes < MOST_PASSES; passes += 1) {
    const next = pass(settled)
    if (next === settled) break
    settled = next
  }
  return settled
}

function onePass(title: string, siteName: string): string {
  const lower = bareTitle(title, siteName).toLocaleLowerCase('sv').normalize('NFC')
  const plain = lower.replace(THOUSANDS, (number) => number.replace(/[ .]/g, '')).replace(QUOTED_AFTER_COLON, ': ').replace(QUOTES, '').normalize('NFC')
  return plain.replace(BETWEEN_PARTS, ': ').replace(/\s+/gu, ' ').trim()
}

/** Accents removed. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('đ', 'd').replaceAll('ð', 'd').normalize('NFC')
