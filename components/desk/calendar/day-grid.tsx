'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import type { CalendarEntry } from '@/lib/publishing/queries'
import type { CalendarFilter } from '@/lib/publishing/schema'
import { addressOf } from './address'
import { DropPlace } from './drop-place'
import { Entry } from './entry'
import { useDateName } from './range-name'
import { keyOf } from './use-moves'

export type GridProps = {
  filter: CalendarFilter; days: readonly string[]; month: string; today: string; totals: readonly number[]; entries: readonly CalendarEntry[]
  onDrop: (key: string, place: { day: string; hour?: number }) => void
  onMove: (entry: CalendarEntry) => void
  onKey: (entry: CalendarEntry, event: KeyboardEvent) => void
}

/** A week or a month, a day in each cell; on a phone only the days on which something happens, below each other. */
export function DayGrid({ days, ...props }: GridProps) {
  const nameOf = useDateName()
  return (
    <div className="md:border-t md:border-l md:border-line">
      <div aria-hidden className="hidden grid-cols-7 md:grid">
        {days.slice(0, 7).map((day) => <p key={day} className="border-r border-b border-line px-2 py-1.5 text-[0.8125rem] font-semibold text-quiet">{nameOf(day, { weekday: 'short' })}</p>)}
      </div>
      <div className="grid gap-3 md:grid-cols-7 md:gap-0">
        {days.map((day, i) => <Day key={day} day={day} index={i} {...props} />)}
      </div>
    </div>
  )
}

function Day({ day, index, filter, month, today, totals, entries, onDrop, onMove, onKey }: Omit<GridProps, 'days'> & { day: string; index: number }) {
  const t = useTranslations('calendar')
  const nameOf = useDateName()
  const own = entries.filter((entry) => entry.day === index)
  const more = totals[index]! - own.length
  const address = addressOf({ ...filter, view: 'day', date: day })
  const isOther = filter.view === 'month' && !day.startsWith(month)
  return (
    <DropPlace label={nameOf(day, { weekday: 'long', day: 'numeric', month: 'long' })} onDrop={(key) => onDrop(key, { day })}
      className={`flex min-w-0 flex-col gap-1 md:border-r md:border-b md:border-line md:p-1 ${filter.view === 'week' ? 'md:min-h-[28rem]' : 'md:min-h-[7.5rem]'} ${isOther ? 'md:bg-hover/50' : ''} ${own.length === 0 && day !== today ? 'max-md:hidden' : ''}`}>
      <DayName day={day} href={address} isToday={day === today} isQuiet={isOther} />
      {own.length > 0 && <ul className="flex flex-col gap-1">{own.map((entry) => <li key={keyOf(entry)}><Entry entry={entry} onMove={() => onMove(entry)} onKey={(event) => onKey(entry, event)} /></li>)}</ul>}
      {more > 0 && <Link href={address} className="px-1.5 text-[0.8125rem] font-semibold text-quiet hover:text-ink hover:underline">{t('more', { count: more })}</Link>}
    </DropPlace>
  )
}

function DayName({ day, href, isToday, isQuiet }: { day: string; href: string; isToday: boolean; isQuiet: boolean }) {
  const t = useTranslations('calendar')
  const nameOf = useDateName()
  const look = isToday ? 'bg-accent text-on-accent' : isQuiet ? 'text-quiet' : 'text-ink'
  return (
    <Link href={href} aria-current={isToday ? 'date' : undefined} className="flex w-fit items-center gap-2 rounded-full hover:underline">
      <span aria-hidden className={`flex h-6 min-w-6 items-center justify-center rounded-full px-1 text-[0.8125rem] font-semibold ${look}`}>{Number(day.slice(8))}</span>
      <span className="text-sm font-semibold first-letter:uppercase md:sr-only">{nameOf(day, { weekday: 'long', day: 'numeric', month: 'long' })}{isToday && `, ${t('today').toLocaleLowerCase()}`}</span>
    </Link>
  )
}
