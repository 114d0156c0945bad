'use client'
import { parseDate } from '@internationalized/date'
import { useLocale } from 'next-intl'
import { LANGUAGE_TAG, type Locale } from '@/lib/platform/locale'
import type { CalendarView } from '@/lib/publishing/schema'

/** A date in words; as a date it has no zone. */
export function useDateName(): (date: string, options: Intl.DateTimeFormatOptions) => string {
  const locale = useLocale() as Locale
  return (date, options) => new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { ...options, timeZone: 'UTC' }).format(parseDate(date).toDate('UTC'))
}

/** "november 2026", "23–29 november 2026" or "fredag 27 november 2026". */
export function RangeName({ view, date, days }: { view: CalendarView; date: string; days: readonly string[] }) {
  const nameOf = useDateName()
  const locale = useLocale() as Locale
  if (view === 'month') return nameOf(date, { month: 'long', year: 'numeric' })
  if (view === 'day') return nameOf(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const [first, last] = [days[0]!, days.at(-1)!].map((day) => parseDate(day).toDate('UTC'))
  return new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(first!, last!)
}
