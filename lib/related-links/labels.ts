import { isSiteName } from './site-names'

/** What newsrooms put before a related headline. Closed: a headline may begin with any other word. */
const LABELS = ['läs också', 'läs även', 'läs mer', 'read also', 'read more'].join('|')
const LABEL = new RegExp(`^(?:${LABELS})(?:\\s*[:»›\\-–—]+\\s*|\\s+)`, 'i')
const MARKED = new RegExp(`^(?:${LABELS})\\s*[:»›\\-–—]+\\s*`, 'i')

/**
 * What a LÄS OCKSÅ line leads to, as given; null for other lines. In capitals the label needs only a space after it; in
 * other cases one of `:` `»` `-`, because running text may begin with the words.
 */
export function splitReadAlsoLine(line: string): string | null {
  const text = line.replace(/[\u200b\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim()
  const label = LABEL.exec(text)?.[0]
  if (!label) return null
  const words = label.replace(/[^\p{L}\s]/gu, '').trim()
  if (words !== words.toLocaleUpperCase('sv') && !MARKED.test(text)) return null
  return text.slice(label.length).trim() || null
}

export const QUOTE = '"\'`´‘’‚‛“”„‟«»‹›′″‴‵‶ʹʺʼʻʽ❛❜❝❞〝〞〟「」『』＂＇'
/** A label and what stands around it; a minus belongs to its number. */
const LEADING = new RegExp(`^(?:[\\s:${QUOTE}]|-(?!\\d))*(?:${LABELS})(?:(?:[\\s:${QUOTE}]|-(?!\\d))+|$)`, 'iu')
const CLOSING = new Set(` .!:?${QUOTE}`)

/**
 * A title (spaces single, dashes `-`) without the labels before it, and without what comes after it: site names of the closed
 * list, the site's own, agency credits, closing marks but the question mark. Empty when it is nothing else.
 */
export function withoutEnds(title: string, siteName: string): string {
  let rest = withoutTail(title, siteName)
  for (let label = LEADING.exec(rest); label; label = LEADING.exec(rest)) rest = rest.slice(label[0].length)
  return rest.replace(/^(?:[\s:]|-(?!\d))+/, '')
}

function withoutTail(title: string, siteName: string): string {
  let rest = title
  for (;;) {
    const end = endOfWords(rest)
    const isQuestion = rest.slice(end).includes('?')
    rest = rest.slice(0, end)
    if (isQuestion) return rest ? `${rest}?` : ''
    const next = withoutCredit(rest) ?? withoutSiteName(rest, siteName)
    if (!next) return rest
    rest = next
  }
}

/** Where the closing marks begin. By hand: an expression would look for them from every place. */
function endOfWords(text: string): number {
  let end = text.length
  // a hyphen that hangs on a word is the word's: A-
  while (end > 0 && (CLOSING.has(text[end - 1]!) || (text[end - 1] === '-' && /^[\s-]?$/.test(text[end - 2] ?? '')))) end -= 1
  return end
}

const AGENCIES = new Set('tt ap afp reuters ntb ritzau stt dpa efe ansa upi tass interfax xinhua bloomberg siren'.split(' '))
/** No name or credit is longer. */
const LONGEST = 64

function withoutCredit(title: string): string | null {
  const credit = /\(([^()]+)\)$/.exec(title.slice(-LONGEST))
  const isCredit = credit?.[1]!.toLowerCase().split(/\s*[/,-]\s*/).every((name) => AGENCIES.has(name))
  return credit && isCredit ? title.slice(0, -credit[0].length).trimEnd() : null
}

function withoutSiteName(title: string, siteName: string): string | null {
  const tail = title.slice(-LONGEST)
  const bar = Math.max(tail.lastIndexOf('|'), tail.lastIndexOf(' · '), tail.lastIndexOf(' • '))
  const dash = tail.lastIndexOf(' - ')
  const [at, length] = bar > dash ? [bar, tail[bar] === '|' ? 1 : 3] : [dash, 3]
  if (at < 0 || !isSiteName(tail.slice(at + length), siteName, { isCertain: bar > dash })) return null
  return title.slice(0, title.length - tail.length + at).trimEnd() || null
}
