'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import type { CalendarEntry } from '@/lib/publishing/queries'
import type { CalendarFilter } from '@/lib/publishing/schema'
import { ComesBack } from '../editor/comes-back'
import { Doubt } from '../editor/plan-form'
import { DayGrid } from './day-grid'
import { KEYS_ID } from './entry'
import { HourList } from './hour-list'
import { MoveDialog } from './move-dialog'
import { useKeys } from './use-keys'
import { type Asked, keyOf, type Place, useMoves } from './use-moves'

type Props = { filter: CalendarFilter; days: string[]; month: string; today: string; totals: number[]; entries: CalendarEntry[]; zone: string }

/** What happens on these days, to be dragged, or moved by keys or a form. */
export function CalendarBoard({ filter, days, month, today, totals, entries, zone }: Props) {
  const t = useTranslations('calendar')
  const [asked, setAsked] = useState<Asked | null>(null)
  const { shown, move, moveTo, doubtful, returning, forget } = useMoves(entries, { days, zone, ask: setAsked })
  const byKey = useKeys({ filter, days, zone, shown, moveTo })
  const drop = (key: string, place: Place) => {
    const entry = shown.find((each) => keyOf(each) === key)
    if (entry) moveTo(entry, place)
  }
  const grid = { filter, days, month, today, totals, entries: shown, onDrop: drop, onMove: (entry: CalendarEntry) => setAsked({ entry, at: entry.at }), onKey: byKey }
  return (
    <>
      {entries.length === 0 && <p className="mb-4 max-w-prose text-quiet">{t('none')}</p>}
      {entries.some(({ mayMove }) => mayMove) && <p id={KEYS_ID} className="mb-2 text-[0.8125rem] text-quiet max-md:sr-only">{t(filter.view === 'day' ? 'keysInDay' : 'keys')}</p>}
      {filter.view === 'day' ? <HourList {...grid} zone={zone} /> : <DayGrid {...grid} />}
      <MoveDialog asked={asked} zone={zone} onMove={move} onClose={() => setAsked(null)} />
      <Dialog title={t('doubtful')} closeLabel={t('keep')} isOpen={doubtful !== null} onClose={forget}>
        {doubtful && <Doubt asked={doubtful.meaning} zone={zone} onChoose={(at) => move(doubtful.entry, at)} />}
      </Dialog>
      <ComesBack end={returning?.at.toISOString() ?? null} later={returning?.later ?? []} onChoose={(plans) => move(returning!.entry, returning!.at, { plans })} onClose={forget} />
    </>
  )
}
