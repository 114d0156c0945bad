const MONTH_NAMES = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
const DAY = 24 * 3600 * 1000

/** Making a format takes longer than a page's whole row: one for each zone, of which there are some hundreds. */
function formatsOf(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const format = made.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, ...options })
    made.set(timeZone, format)
    return format
  }
}
const wallFormat = formatsOf({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const dayFormat = formatsOf({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

type Wall = { year: number; month: number; day: number; clock: string }

/** An instant as the newsroom's wall shows it. */
function wallOf(instant: Date, timeZone: string): Wall {
  const parts = wallFormat(timeZone).formatToParts(instant)
  const of = (type: string): string => parts.find((part) => part.type === type)!.value
  return { year: Number(of('year')), month: Number(of('month')), day: Number(of('day')), clock: `${of('hour')}:${of('minute')}` }
}

const dayNumber = ({ year, month, day }: Wall): number => Date.UTC(year, month - 1, day) / DAY

/** "07:30" today, "i går 21:10", "17 oktober", and with the year when it is another one. */
export function shownTime(instant: Date, now: Date, timeZone: string): string {
  const [then, today] = [wallOf(instant, timeZone), wallOf(now, timeZone)]
  const days = dayNumber(today) - dayNumber(then)
  if (days === 0) return then.clock
  if (days === 1) return `i går ${then.clock}`
  const date = `${then.day} ${MONTH_NAMES[then.month - 1]}`
  return then.year === today.year ? date : `${date} ${then.year}`
}

/** A month of the calendar, 1 to 12. */
export type Month = { year: number; month: number }

/** The month that the newsroom's wall shows. */
export const monthOf = (instant: Date, timeZone: string): Month => {
  const { year, month } = wallOf(instant, timeZone)
  return { year, month }
}

/** "november 2026" */
export const shownMonth = ({ year, month }: Month): string => `${MONTH_NAMES[month - 1]} ${year}`
export const monthName = ({ month }: Month): string => MONTH_NAMES[month - 1]!

/** "2026-11": sorts as time does, and is the address' and the database's form. */
export const monthKey = ({ year, month }: Month): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

/** The month that YYYY and MM name; null when they name none. */
export function parseMonth(year: string, month: string): Month | null {
  const parsed = /^[12]\d{3}$/.test(year) && /^(?:0[1-9]|1[0-2])$/.test(month)
  return parsed ? { year: Number(year), month: Number(month) } : null
}

/** The address of a month's archive. */
export const archivePath = (month: Month): string => `/archive/${monthKey(month).replace('-', '/')}`

export const nextMonth = ({ year, month }: Month): Month => (month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 })

/** "tisdag 24 november 2026" */
export function shownDay(instant: Date, timeZone: string): string {
  return dayFormat(timeZone).format(instant)
}

/** An imported article's own date, YYYY, YYYY-MM or YYYY-MM-DD, in words. */
export function shownDateline(dateline: string): string {
  const [year, month, day] = dateline.split('-').map(Number)
  return [day, month && MONTH_NAMES[month - 1], year].filter(Boolean).join(' ')
}

/** Milliseconds until the newsroom's day ends, when "i går" and the date on the masthead change. */
export function untilMidnight(now: Date, timeZone: string): number {
  const today = dayNumber(wallOf(now, timeZone))
  // A day has 23, 24 or 25 hours: search the hour's step in which the date changes.
  let [before, after] = [now.getTime(), now.getTime() + 26 * 3600 * 1000]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayNumber(wallOf(new Date(middle), timeZone)) === today) before = middle
    else after = middle
  }
  return after - now.getTime()
}
