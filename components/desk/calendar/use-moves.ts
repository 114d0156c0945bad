'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { Locale } from '@/lib/platform/locale'
import { movePlan, unpublishAt } from '@/lib/publishing/actions'
import { dayOf, earliest, movedTo, type WallTime } from '@/lib/publishing/model'
import type { CalendarEntry } from '@/lib/publishing/queries'
import { formatInstant, zoneName } from '../when'

export type Place = { day: string; hour?: number }
/** A time for an entry that a person has to say more of. */
export type Asked = { entry: CalendarEntry; at: Date }
export type Move = (entry: CalendarEntry, at: Date, picked?: string, onMoved?: () => void) => void
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
  const [shown, show] = useOptimistic(entries, (all, { key, at }: { key: string; at: Date }) =>
    all.map((entry) => (keyOf(entry) === key ? { ...entry, at, day: days.indexOf(dayOf(at, zone)) } : entry)).sort((a, b) => a.at.getTime() - b.at.getTime()),
  )
  const send = ({ kind, articleId, planId, at: was }: CalendarEntry, at: Date, picked: string) =>
    kind === 'ends' ? unpublishAt({ articleId, at: at.toISOString(), was: was.toISOString() }) : movePlan({ articleId, planId: planId!, at: at.toISOString(), zone: picked, was: was.toISOString() })
  const move: Move = (entry, at, picked = zone, onMoved) => {
    setDoubtful(null)
    if (at.getTime() === entry.at.getTime()) return
    startTransition(async () => {
      show({ key: keyOf(entry), at })
      const answer = await send(entry, at, picked).catch(() => null)
      if (answer?.ok) {
        say(t('moved', { headline: entry.headline, at: `${formatInstant(at, zone, locale)}, ${zoneName(zone, locale)}` }), { name: t('undo'), run: () => move({ ...entry, at }, entry.at, entry.zone ?? zone) })
        onMoved?.()
      } else say(answer?.message ?? t('unreachable'), offerOf(entry, answer?.data))
      // without a server or a session the page itself would be lost
      if (answer && (answer.ok || SHOWS_MORE.has(answer.code))) startTransition(() => router.refresh())
    })
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
    } else if (meaning.kind === 'once') move(entry, meaning.at, zone, onMoved)
    else setDoubtful({ entry, meaning })
  }
  return { shown, move, moveTo, doubtful, forget: () => setDoubtful(null) }
}
