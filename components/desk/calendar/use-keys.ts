'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type CalendarStep, steppedTo } from '@/lib/publishing/model'
import type { CalendarEntry } from '@/lib/publishing/queries'
import type { CalendarFilter, CalendarView } from '@/lib/publishing/schema'
import { addressOf } from './address'
import type { Place } from './use-moves'

const ACROSS: Record<string, CalendarStep> = { ArrowLeft: { days: -1 }, ArrowRight: { days: 1 } }
const STEPS: Record<CalendarView, Record<string, CalendarStep>> = {
  month: { ...ACROSS, ArrowUp: { days: -7 }, ArrowDown: { days: 7 } },
  week: { ...ACROSS, ArrowUp: { days: -7 }, ArrowDown: { days: 7 } },
  day: { ...ACROSS, ArrowUp: { hours: -1 }, ArrowDown: { hours: 1 } },
}

/** What an entry goes by wherever it stands. */
export const nameOf = ({ kind, articleId, planId }: CalendarEntry): string => planId ?? `${kind} ${articleId}`

type Board = { filter: CalendarFilter; days: readonly string[]; zone: string; shown: readonly CalendarEntry[]; moveTo: (entry: CalendarEntry, place: Place, onMoved?: () => void) => void }

/** Shift and an arrow move an entry by a day, a week or an hour; the calendar turns to where it went, and it stays in focus. */
export function useKeys({ filter, days, zone, shown, moveTo }: Board) {
  const router = useRouter()
  const moved = useRef<string | null>(null)
  // in its new place it is another element
  useEffect(() => {
    if (moved.current && document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-entry="${moved.current}"]`)?.focus()
  }, [shown])
  return (entry: CalendarEntry, event: KeyboardEvent): void => {
    const step = event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey ? STEPS[filter.view][event.key] : undefined
    if (!step) return
    event.preventDefault()
    const place = steppedTo(entry.at, step, zone)
    moved.current = nameOf(entry)
    moveTo(entry, place, days.includes(place.day) ? undefined : () => router.replace(addressOf({ ...filter, date: place.day }), { scroll: false }))
  }
}
