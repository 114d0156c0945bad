const MONTHS = [
  ['januari', 'january', 'jan'], ['februari', 'february', 'feb'], ['mars', 'march', 'mar'], ['april', 'apr'], ['maj', 'may'], ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'], ['augusti', 'august', 'aug'], ['september', 'sept', 'sep'], ['oktober', 'october', 'okt', 'oct'], ['november', 'nov'], ['december', 'dec'],
]
const MONTH = MONTHS.flat().toSorted((a, b) => b.length - a.length).join('|')
const LABEL = '(?:(?<label>date|datum|publicerad|publicerat|published)\\s*:?\\s+)?'
const WEEKDAY = '(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\\s+(?:den\\s+)?)?'
const DATE = `(?:(?<iso>\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)|${WEEKDAY}(?:(?<day>\\d{1,2})\\s+)?(?<month>${MONTH})\\.?\\s+(?<year>\\d{4}))`
const TIME = '(?:,?\\s+(?:kl\\.?\\s*)?\\d{1,2}[.:]\\d{2})?'
const LINE = new RegExp(`^${LABEL}${DATE}${TIME}(?:\\s*(?<mark>[–—|:,.-])(?=\\s|$)|(?=\\s|$))\\s*(?<rest>.*)$`, 'iu')

export type DatedLine = { dateline: string; rest: string }

/**
 * A line that begins with a date of its own ("date 2016-10 …", "2016-10-17", "17 oktober 2016"): the date as YYYY, YYYY-MM
 * or YYYY-MM-DD and the words after it, else null. A sentence that merely begins with a date is no date line.
 */
export function splitDateline(line: string): DatedLine | null {
  const groups = LINE.exec(line)?.groups
  if (!groups) return null
  const dateline = groups.iso ?? writtenDate(groups)
  return isCalendarDate(dateline) && (groups.label || standsAlone(dateline, groups)) ? { dateline, rest: groups.rest! } : null
}

/** Without a word like "datum" before it, a date needs a month, and only a new sentence may follow it. */
function standsAlone(dateline: string, { mark, iso, rest }: Record<string, string | undefined>): boolean {
  return dateline.length > 4 && (!rest || (Boolean(mark ?? iso) && /^[\p{Lu}\p{P}]/u.test(rest)))
}

const writtenDate = ({ day, month, year }: Record<string, string | undefined>): string => {
  const number = MONTHS.findIndex((names) => names.includes(month!.toLowerCase())) + 1
  return [year, two(number), ...(day ? [two(Number(day))] : [])].join('-')
}
const two = (n: number): string => String(n).padStart(2, '0')

function isCalendarDate(dateline: string): boolean {
  const [year, month = 1, day = 1] = dateline.split('-').map(Number) as [number, number?, number?]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
