'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { Refusal } from '@/lib/auth/define-action'
import type { Locale } from '@/lib/platform/locale'
import { movePlan, unpublishAt } from '@/lib/publishing/actions'
import { dayOf, earliest, type LaterPlans, movedTo, type WallTime } from '@/lib/publishing/model'
import type { CalendarEntry } from '@/lib/publishing/queries'
import { type EarlyPlan, plansIn } from '../editor/which-wins'
import { formatInstant, zoneName } from '../when'

export type Place = { day: string; hour?: number }
/** A time for an entry that a person has to say more of. */
export type Asked = { entry: CalendarEntry; at: Date }
type How = { picked?: string; plans?: LaterPlans; onMoved?: () => void }
export type Move = (entry: CalendarEntry, at: Date, how?: How) => void
/** An end whose article would come back by itself. */
export type Returning = { entry: CalendarEntry; at: Date; later: EarlyPlan[] }
export type Doubtful = { entry: CalendarEntry; meaning: Exclude<WallTime, { kind: 'once' }> }

/** What a refusal says of an article that this page does not show yet. */
const SHOWS_MORE = new Set(['CONFLICT', 'INVALID', 'NOT_FOUND'])

/** A plan goes by its own id wherever it stands, all else by its instant. */
export const keyOf = ({ kind, articleId, planId, at }: CalendarEntry): string => planId ?? `${kind} ${articleId} ${at.getTime()}`

/** The calendar's entries, and what puts one elsewhere: shown at once, said with the way back, asked about where clocks change. `ask`: an embargo moves with a reason only. */
export function useMoves(entries: readonly CalendarEntry[], { days, zone, ask }: { days: readonly string[]; zone: string; ask: (asked: Asked) => void }) {
  const t = useTranslations('calendar')
  const locale = useLocale() as Locale
  const router = useRouter()
  const say = useToast()
  const [doubtful, setDoubtful] = useState<Doubtful | null>(null)
  const [returning, setReturning] = useState<Returning | null>(null)
  const [shown, show] = useOptimistic(entries, (all, { key, at }: { key: string; at: Date }) =>
    all.map((entry) => (keyOf(entry) === key ? { ...entry, at, day: days.indexOf(dayOf(at, zone)) } : entry)).sort((a, b) => a.at.getTime() - b.at.getTime()),
  )
  const forget = () => {
    setDoubtful(null)
    setReturning(null)
  }
  const send = ({ kind, articleId, planId, at: was }: CalendarEntry, at: Date, { picked = zone, plans }: How) =>
    kind === 'ends' ? unpublishAt({ articleId, at: at.toISOString(), was: was.toISOString(), plans }) : movePlan({ articleId, planId: planId!, at: at.toISOString(), zone: picked, was: was.toISOString() })
  const move: Move = (entry, at, how = {}) => {
    forget()
    if (at.getTime() === entry.at.getTime()) return
    startTransition(async () => {
      show({ key: keyOf(entry), at })
      const answer = await send(entry, at, how).catch(() => null)
      if (answer?.ok) tellMoved(entry, at, how)
      else tellRefused(entry, at, answer)
      // without a server or a session the page itself would be lost
      if (answer && (answer.ok || SHOWS_MORE.has(answer.code))) startTransition(() => router.refresh())
    })
  }
  const tellMoved = (entry: CalendarEntry, at: Date, { plans, onMoved }: How) => {
    const undo = { name: t('undo'), run: () => move({ ...entry, at }, entry.at, { picked: entry.zone ?? zone }) }
    // plans that are gone do not come back with the time
    say(t('moved', { headline: entry.headline, at: `${formatInstant(at, zone, locale)}, ${zoneName(zone, locale)}` }), plans === 'cancel' ? undefined : undo)
    onMoved?.()
  }
  const tellRefused = (entry: CalendarEntry, at: Date, answer: Refusal | null) => {
    const later = entry.kind === 'ends' ? plansIn(answer) : undefined
    if (later) setReturning({ entry, at, later })
    else say(answer?.message ?? t('unreachable'), offerOf(entry, answer?.data))
  }
  /** An embargo that stands against it names its own end. */
  const offerOf = (entry: CalendarEntry, data: unknown) => {
    const until = data && typeof data === 'object' && 'embargoUntil' in data ? new Date(String(data.embargoUntil)) : null
    return until ? { name: t('toEmbargoEnd'), run: () => move(entry, until) } : undefined
  }
  const moveTo = (entry: CalendarEntry, { day, hour }: Place, onMoved?: () => void) => {
    const meaning = movedTo(entry.at, { day, hour, zone })
    if (entry.kind === 'embargo') {
      const at = earliest(meaning)
      if (at.getTime() !== entry.at.getTime()) ask({ entry, at })
    } else if (meaning.kind === 'once') move(entry, meaning.at, { onMoved })
    else setDoubtful({ entry, meaning })
  }
  return { shown, move, moveTo, doubtful, returning, forget }
}
