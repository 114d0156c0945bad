/** A form of a word (lower case), and whether the language or the site's headlines know it. */
export type Form = { word: string; known: boolean }

const SHORTEST_WORD = 7
/** Numbers as words, by their parts: sjut-tio, sjut-ton, femtusenett. */
const NUMERAL = new RegExp(
  `^(?:${'noll en ett två tre tret fyr fyra fem sex sju sjut åt åtta nio nit tio ton elva tolv fjor ar tjugo hundra tusen one two three four five six seven eight nine ten eleven twelve thir fif twen for eigh teen ty hundred thousand'.replaceAll(' ', '|')})+(?:de|nde|e|tals|tal|th|s)?$`,
)
/** Longer ones are no numbers, and the expression would try every way to cut them. */
const LONGEST_NUMERAL = 30
const isNumeral = (word: string): boolean => word.length <= LONGEST_NUMERAL && NUMERAL.test(word)

/**
 * Whether one of two forms, alike but for a letter, may be a slip of the finger: one letter put in, left out or changed, or two
 * neighbours swapped, in a long word of letters alone, of which at least one form is no word. Symmetric.
 */
export function maySlip(a: Form, b: Form): boolean {
  if (a.known && b.known) return false
  if (![a, b].every(({ word }) => /^\p{L}+$/u.test(word) && !isNumeral(word)) || !isLong(a, b)) return false
  const [long, short] = a.word.length > b.word.length ? [a.word, b.word] : [b.word, a.word]
  return isOneEdit(long, short) && !isNegation(long, short) && (a.known || b.known || !isInflection(long, short))
}

/** The word that was meant counts: the known one; when neither is, both. */
function isLong(a: Form, b: Form): boolean {
  const meant = [a, b].filter(({ known }) => known)
  return (meant.length > 0 ? meant : [a, b]).every(({ word }) => word.length >= SHORTEST_WORD)
}

/** olaglig, asocial: the letter in front is the news. */
const isNegation = (long: string, short: string): boolean => /^[oai]/.test(long) && long.slice(1) === short

/** Two words that nobody knows may be forms of one that the list lacks: vindkraftsmotståndaren, vindkraftsmotståndarens. */
function isInflection(long: string, short: string): boolean {
  const same = short.slice(0, -1)
  return (long.startsWith(short) && /[aenrstd]$/.test(long)) || (long.length === short.length && long.startsWith(same) && /[aenrstd]$/.test(long) && /[aenrstd]$/.test(short))
}

/** Optimal string alignment distance 1. */
function isOneEdit(x: string, y: string): boolean {
  const [a, b] = [[...x], [...y]]
  if (x === y || Math.abs(a.length - b.length) > 1) return false
  const start = sharedStart(a, b)
  const end = Math.min(sharedStart(a.toReversed(), b.toReversed()), a.length - start, b.length - start)
  const [midA, midB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (midA.length <= 1 && midB.length <= 1) return true
  return midA.length === 2 && midA[0] === midB[1] && midA[1] === midB[0]
}

function sharedStart(x: readonly string[], y: readonly string[]): number {
  const at = x.findIndex((letter, i) => letter !== y[i])
  return at < 0 ? x.length : at
}
