'use client'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { LANGUAGE_TAG, type Locale } from '@/lib/platform/locale'
import { clean, formatInstant, formatTime, isSameDay, zoneName } from '@/lib/platform/instant-words'

export { formatInstant, zoneName }

/** An instant on the newsroom's clock, or on the one given; with `said` the zone stands beside it. `after` is what it stands behind: on the same day its time is enough. */
export function When({ at, after, zone, said = false, look = 'full' }: { at: Date | string; after?: Date | string; zone?: string | null; said?: boolean; look?: 'full' | 'short' }) {
  const locale = useLocale() as Locale
  const house = useTimeZone() ?? 'Europe/Stockholm'
  const used = zone ?? house
  const date = new Date(at)
  return (
    <time dateTime={date.toISOString()} className="whitespace-nowrap" suppressHydrationWarning>
      {after && isSameDay(date, new Date(after), used) ? formatTime(date, used, locale) : formatInstant(date, used, locale, { weekday: look === 'full' })}
      {(said || used !== house) && `, ${zoneName(used, locale)}`}
    </time>
  )
}

/** The zone of a column's times, in words. */
export function ZoneOfHouse() {
  const locale = useLocale() as Locale
  return <span className="font-normal">({zoneName(useTimeZone() ?? 'Europe/Stockholm', locale)})</span>
}

/** After which day of the newsroom's something in the trash is gone. */
export function TrashEnd({ at }: { at: Date }) {
  const t = useTranslations('desk')
  const locale = useLocale() as Locale
  const day = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { day: 'numeric', month: 'short', timeZone: useTimeZone() }).format(at)
  return <time dateTime={at.toISOString()}>{t('goesAfter', { day: clean(day) })}</time>
}
