'use client'
import { type CalendarDateTime, fromDate, now, toCalendarDateTime } from '@internationalized/date'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from 'react'
import { Button, BUTTON_STACK } from '@/components/ui/button'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import type { Locale } from '@/lib/platform/locale'
import { earliest, type WallTime, wallTime } from '@/lib/publishing/model'
import { formatInstant, zoneName } from '../when'

type Props = { zone: string; isBusy: boolean; error?: string; submit: string; isPrimary?: boolean; plannedAt: string | null; onPlan: (at: string, zone: string) => Promise<boolean>; note?: (at: string, onPick: (at: string) => void) => ReactNode }
const OTHERS = ['UTC', 'Europe/London', 'Europe/Helsinki', 'America/New_York', 'America/Los_Angeles', 'Asia/Tokyo']

/** The server does not know the editor's own zone: the first render goes without it. */
const neverChanges = () => () => {}

/** A date and a time on a named zone's wall; what a clock change makes doubtful is asked about. `note` says more of the time that stands there, and may offer another. `isPrimary`: it is what the dialog around it is for. */
export function PlanForm({ zone: house, isBusy, error, submit, isPrimary = false, plannedAt, onPlan, note }: Props) {
  const t = useTranslations('publishing.plan')
  const locale = useLocale() as Locale
  const [zone, setZone] = useState(house)
  const [wall, setWall] = useState<CalendarDateTime | null>(() => suggestion(plannedAt, house))
  const [asked, setAsked] = useState<Exclude<WallTime, { kind: 'once' }> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const plan = async (at: Date) => {
    setAsked(null)
    await onPlan(at.toISOString(), zone)
  }
  /** An answer to the question would mean another time than the one that stands there now. */
  const change = <T,>(set: (value: T) => void) => (value: T) => {
    setAsked(null)
    set(value)
  }
  const tryPlan = (event: FormEvent) => {
    event.preventDefault()
    if (!wall) return setProblem(t('incomplete'))
    setProblem(null)
    const meaning = wallTime(wall, zone)
    if (meaning.kind === 'once') void plan(meaning.at)
    else setAsked(meaning)
  }
  const own = useSyncExternalStore(neverChanges, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => house)
  const zones = [...new Set([house, own, ...OTHERS])]
  return (
    <form onSubmit={tryPlan} className="flex flex-col gap-3">
      <DateTimeField label={t('when')} openLabel={t('calendar')} value={wall} onChange={change(setWall)} error={error ?? problem ?? undefined} />
      <Select label={t('zone')} value={zone} options={zones.map((id) => ({ id, name: id === 'UTC' ? 'UTC' : zoneName(id, locale) }))} onChange={change(setZone)} />
      {asked && <Doubt asked={asked} zone={zone} onChoose={(at) => void plan(at)} />}
      {wall && note?.(earliest(wallTime(wall, zone)).toISOString(), (at) => change(setWall)(wallOf(at, zone)))}
      <Button type="submit" look={isPrimary ? 'primary' : 'plain'} isPending={isBusy} className={isPrimary ? 'self-end' : ''}>{submit}</Button>
    </form>
  )
}

/** A time that clocks skip or show twice, with the instants that it may mean. */
export function Doubt({ asked, zone, onChoose }: { asked: Exclude<WallTime, { kind: 'once' }>; zone: string; onChoose: (at: Date) => void }) {
  const t = useTranslations('publishing.plan')
  const locale = useLocale() as Locale
  const choices = asked.kind === 'never' ? [asked.before, asked.after] : [asked.first, asked.second]
  const nameOf = (at: Date, i: number) => `${formatInstant(at, zone, locale)}${asked.kind === 'twice' ? ` (${t(i === 0 ? 'summer' : 'winter')})` : ''}`
  return (
    <div role="alert" className={`${BUTTON_STACK} rounded-md bg-warn-ground p-3 text-sm text-warn-ink`}>
      <p>{t(asked.kind)}</p>
      {choices.map((at, i) => <Button key={i} onPress={() => onChoose(at)}>{nameOf(at, i)}</Button>)}
    </div>
  )
}

/** The plan's own time; else the next full hour. Whole minutes. */
function suggestion(plannedAt: string | null, zone: string): CalendarDateTime {
  return plannedAt ? wallOf(plannedAt, zone) : toCalendarDateTime(now(zone).add({ hours: 1 })).set({ minute: 0, second: 0, millisecond: 0 })
}

const wallOf = (at: string, zone: string): CalendarDateTime => toCalendarDateTime(fromDate(new Date(at), zone)).set({ second: 0, millisecond: 0 })
