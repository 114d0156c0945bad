import { decodeHTML } from 'entities'
import { withoutLabels, withoutSiteNames } from './labels'

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const QUOTES = /["'`´‘’‚‛“”„‟«»‹›′″‴＂＇]/g
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?!\d|[.,]\d)/g
const MOST_PASSES = 8

/** What two titles are compared by. A hyphen in a word counts as nothing (`joined`) or as a space (`spaced`). */
export type TitleKeys = { joined: string; spaced: string; folded: readonly [string, string] }

/** The exact key of a title, stored beside it: equal keys are the same title. Empty for a title of nothing but labels, quotes and space. */
export function titleKey(title: string, siteName = ''): string {
  return titleKeys(title, siteName).joined
}

/** The title key with accents removed (å ä -> a, ö -> o): equal ones are likely the same, never surely. */
export function foldedTitleKey(title: string, siteName = ''): string {
  return fold(titleKey(title, siteName))
}

export function titleKeys(title: string, siteName = ''): TitleKeys {
  const plain = settle(title, siteName)
  const joined = tidy(plain.replace(/(?<=[\p{L}\d])-(?=\p{L})|(?<=\p{L})-(?=\d)/gu, ''))
  const spaced = tidy(plain.replace(/(?<=[\p{L}\d])-(?=\p{L})|(?<=\p{L})-(?=\d)/gu, ' '))
  return { joined, spaced, folded: [fold(joined), fold(spaced)] }
}

/** Runs the rule until nothing changes, so that the key of a key is itself. */
function settle(title: string, siteName: string): string {
  let text = title.toWellFormed()
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = onePass(text, siteName)
    if (next === text) break
    text = next
  }
  return text
}

function onePass(title: string, siteName: string): string {
  const decoded = decodeHTML(title).normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
  const lower = decoded.toLocaleLowerCase('sv').normalize('NFC').replace(DASHES, '-')
  const named = withoutSiteNames(withoutLabels(lower.replace(/^["'”“«»’‘„]+(?=l[äa]s |read )/u, '')), siteName.replace(DASHES, '-'))
  const unquoted = named.replace(THOUSANDS, (number) => number.replace(/[ .]/g, '')).replace(QUOTES, '')
  const parts = unquoted.replace(/\s+-+\s+|\s*:\s+|\s+\|\s+/g, ': ')
  return tidy(parts)
}

/** Space settled, and closing full stops, exclamation marks and ellipses (not question marks) dropped. */
const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(/[\s.!…:\-]+$/u, '').replace(/^[\s:\-]+(?=\S)/u, '')

/** Accents removed. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('đ', 'd').normalize('NFC')
