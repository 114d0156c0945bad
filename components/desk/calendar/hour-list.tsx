'use client'
import { useTranslations } from 'next-intl'
import { hourOf } from '@/lib/publishing/model'
import type { GridProps } from './day-grid'
import { DropPlace } from './drop-place'
import { Entry } from './entry'
import { keyOf } from './use-moves'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** One day, an hour in each row. An entry that is dropped on an hour keeps its minutes. */
export function HourList({ days, zone, totals, entries, onDrop, onMove, onKey }: GridProps & { zone: string }) {
  const t = useTranslations('calendar')
  const day = days[0]!
  const shown = entries.filter((entry) => entry.day === 0)
  const more = totals[0]! - shown.length
  return (
    <>
      <div className="max-w-3xl border-t border-line">
        {HOURS.map((hour) => (
          <DropPlace key={hour} label={clock(hour)} onDrop={(key) => onDrop(key, { day, hour })} className="flex min-h-10 gap-3 border-b border-line py-1">
            <span aria-hidden className="w-12 shrink-0 pt-1 text-right text-[0.8125rem] text-quiet">{clock(hour)}</span>
            <ul className="flex min-w-0 flex-1 flex-col gap-1">
              {shown.filter(({ at }) => hourOf(at, zone) === hour).map((entry) => <li key={keyOf(entry)}><Entry entry={entry} onMove={() => onMove(entry)} onKey={(event) => onKey(entry, event)} /></li>)}
            </ul>
          </DropPlace>
        ))}
      </div>
      {more > 0 && <p className="mt-3 text-sm text-quiet">{t('moreThisDay', { count: more })}</p>}
    </>
  )
}
