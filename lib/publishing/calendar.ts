import { CalendarDate, type CalendarDateTime, fromDate, parseDate, startOfMonth, startOfWeek, toCalendarDate, toCalendarDateTime, today, toZoned } from '@internationalized/date'
import { type WallTime, wallTime } from './wall-time'
import type { CalendarView } from './schema'

const WEEK = 7
/** The days that a view of the calendar shows, weeks from Monday, as YYYY-MM-DD; and its neighbours' dates. */
export type CalendarDays = { days: string[]; month: string; previous: string; next: string }

/** The newsroom's day now, as YYYY-MM-DD. */
export const todayIn = (zone: string): string => today(zone).toString()
/** The day that an instant falls on, on the zone's clocks. */
export const dayOf = (at: Date, zone: string): string => toCalendarDate(fromDate(at, zone)).toString()
/** The hour 0 to 23 that the zone's clocks show. */
export const hourOf = (at: Date, zone: string): number => fromDate(at, zone).hour

/** Whole weeks around a month, a week from Monday, or a day. */
export function calendarDays(view: CalendarView, date: string): CalendarDays {
  const at = parseDate(date)
  const monday = startOfWeek(view === 'month' ? startOfMonth(at) : at, 'sv-SE')
  const first = view === 'day' ? at : monday
  const count = view === 'day' ? 1 : view === 'week' ? WEEK : weeksOf(at, monday) * WEEK
  const step = view === 'day' ? { days: 1 } : view === 'week' ? { days: WEEK } : { months: 1 }
  const anchor = view === 'month' ? startOfMonth(at) : at
  return {
    days: Array.from({ length: count }, (_, i) => first.add({ days: i }).toString()),
    month: at.toString().slice(0, 7), previous: anchor.subtract(step).toString(), next: anchor.add(step).toString(),
  }
}

function weeksOf(at: CalendarDate, monday: CalendarDate): number {
  const end = startOfMonth(at).add({ months: 1 })
  let weeks = 4
  while (monday.add({ days: weeks * WEEK }).compare(end) < 0) weeks += 1
  return weeks
}

/** The first instants of days, and that of the day after the last. A day that begins with a skipped hour begins after it. */
export function dayBounds(days: readonly string[], zone: string): Date[] {
  const dates = days.map((day) => parseDate(day))
  return [...dates, dates.at(-1)!.add({ days: 1 })].map((date) => toZoned(date, zone).toDate())
}

/** What a plan's time means when it is put on another day, at its own time of day or in another hour at its own minutes. */
export function movedTo(at: Date, { day, hour, zone }: { day: string; hour?: number; zone: string }): WallTime {
  const { year, month, day: dayOfMonth } = parseDate(day)
  return wallTime(wallOf(at, zone).set({ year, month, day: dayOfMonth, ...(hour !== undefined && { hour }) }), zone)
}

export type CalendarStep = { days?: number; hours?: number }
/** The place that is so many days or hours away on the zone's clocks; the minutes stay. */
export function steppedTo(at: Date, step: CalendarStep, zone: string): { day: string; hour?: number } {
  const to = wallOf(at, zone).add(step)
  return { day: toCalendarDate(to).toString(), ...(step.hours !== undefined && { hour: to.hour }) }
}

const wallOf = (at: Date, zone: string): CalendarDateTime => toCalendarDateTime(fromDate(at, zone))
