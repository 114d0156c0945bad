'use client'
import { type CalendarDateTime, fromDate, now, toCalendarDateTime } from '@internationalized/date'
import { useLocale, useTranslations } from 'next-intl'
import { DateTimeField } from '@/components/ui/date-time-field'
import type { Locale } from '@/lib/platform/locale'
import { wallTime } from '@/lib/publishing/model'
import { Doubt } from './editor/plan-form'
import { zoneName } from './when'

/** A time on the newsroom's wall; `chosen` is what was answered when clocks skip or repeat it. */
export type WallValue = { wall: CalendarDateTime | null; chosen: Date | null }

/** The wall's time of an instant, or `hours` full hours from now. */
export function wallValue(at: string | null, zone: string, hours = 1): WallValue {
  const wall = at ? toCalendarDateTime(fromDate(new Date(at), zone)) : toCalendarDateTime(now(zone).add({ hours })).set({ minute: 0 })
  return { wall: wall.set({ second: 0, millisecond: 0 }), chosen: null }
}

/** The instant that it means; null while it is incomplete, or doubtful and not answered. */
export function instantOf({ wall, chosen }: WallValue, zone: string): Date | null {
  if (!wall || chosen) return chosen
  const meaning = wallTime(wall, zone)
  return meaning.kind === 'once' ? meaning.at : null
}

type Props = { label: string; zone: string; value: WallValue; onChange: (value: WallValue) => void; error?: string }

/** A date and a time on the newsroom's clock, whose zone is printed; what a clock change makes doubtful is asked about at once. */
export function InstantField({ label, zone, value, onChange, error }: Props) {
  const t = useTranslations('publishing.plan')
  const locale = useLocale() as Locale
  const meaning = value.wall && !value.chosen ? wallTime(value.wall, zone) : null
  return (
    <div className="flex flex-col gap-2">
      <DateTimeField label={`${label} (${zoneName(zone, locale)})`} openLabel={t('calendar')} value={value.wall} onChange={(wall) => onChange({ wall, chosen: null })} error={error} />
      {meaning && meaning.kind !== 'once' && <Doubt asked={meaning} zone={zone} onChoose={(chosen) => onChange({ wall: toCalendarDateTime(fromDate(chosen, zone)), chosen })} />}
    </div>
  )
}
