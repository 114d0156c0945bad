import { LANGUAGE_TAG, type Locale } from './locale'

const OPTIONS = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
export const clean = (text: string): string => text.replaceAll(/(\p{L})\.(?=[ ,]|$)/gu, '$1').replaceAll(',', '').replace(' kl ', ' ')

const HOUR = 3_600_000
const SEASONS = { sv: [' sommartid', ' vintertid'], en: [' summer time', ' winter time'] } as const
const walls = new Map<string, Intl.DateTimeFormat>()

/** Which of two it is, where clocks go back and show the time twice; else nothing. */
function seasonOf(at: Date, zone: string, locale: Locale): string {
  const wall = walls.get(zone) ?? new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  walls.set(zone, wall)
  const shown = wall.format(at)
  if (wall.format(at.getTime() + HOUR) === shown) return SEASONS[locale][0]
  return wall.format(at.getTime() - HOUR) === shown ? SEASONS[locale][1] : ''
}

/** "07:30"; "02:30 sommartid" where clocks show that twice. */
export const formatTime = (at: Date, zone: string, locale: Locale): string => new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at) + seasonOf(at, zone, locale)

/** Whether both are on one day of the zone's calendar. */
export function isSameDay(one: Date, other: Date, zone: string): boolean {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: zone })
  return day.format(one) === day.format(other)
}

/** A zone as people say it: "svensk tid", else its city. */
export function zoneName(zone: string, locale: Locale): string {
  if (zone === 'Europe/Stockholm') return locale === 'sv' ? 'svensk tid' : 'Swedish time'
  const place = zone.split('/').at(-1)!.replaceAll('_', ' ')
  return locale === 'sv' ? `tid i ${place}` : `${place} time`
}

/** "tors 22 okt 07:30", with the year when it is another than today's, and the season where clocks show that time twice. */
export function formatInstant(at: Date, zone: string, locale: Locale, { now = new Date(), weekday = true } = {}): string {
  const yearOf = (date: Date) => new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(date)
  const year = yearOf(at) === yearOf(now) ? undefined : ('numeric' as const)
  return clean(new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { ...OPTIONS, weekday: weekday ? 'short' : undefined, year, timeZone: zone }).format(at)) + seasonOf(at, zone, locale)
}
