import { type CalendarDateTime, fromAbsolute, toCalendarDateTime, toZoned } from '@internationalized/date'

/**
 * What a time on a wall's clock means in a zone: one instant; none, because clocks go forward over it (then the instants
 * just before and after the gap, as the clock would show them); or two, because clocks go back over it. UTC instants.
 */
export type WallTime = { kind: 'once'; at: Date } | { kind: 'never'; before: Date; after: Date } | { kind: 'twice'; first: Date; second: Date }

/** The instants that a clock on the wall of that zone shows so. */
export function wallTime(wall: CalendarDateTime, zone: string): WallTime {
  const [earlier, later] = (['earlier', 'later'] as const).map((choice) => toZoned(wall, zone, choice).toDate()) as [Date, Date]
  if (earlier.getTime() === later.getTime()) return { kind: 'once', at: earlier }
  const exists = toCalendarDateTime(fromAbsolute(earlier.getTime(), zone)).compare(wall) === 0
  return exists ? { kind: 'twice', first: earlier, second: later } : { kind: 'never', before: earlier, after: later }
}

/** The instant that a time on the wall means, the earlier one where that is doubtful. */
export function earliest(meaning: WallTime): Date {
  if (meaning.kind === 'once') return meaning.at
  return meaning.kind === 'never' ? meaning.before : meaning.first
}
