import type { CalendarFilter } from '@/lib/publishing/schema'

/** The calendar's address for a view and its filters; what is as always is left out of it. */
export function addressOf({ view, date, section, tag, author }: CalendarFilter): string {
  const words = { ...(view !== 'month' && { view }), ...(date && { date }), ...(section && { section }), ...(tag && { tag }), ...(author && { author }) }
  const query = new URLSearchParams(words).toString()
  return query ? `/desk/calendar?${query}` : '/desk/calendar'
}
