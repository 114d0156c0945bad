'use client'
import { CalendarClock } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { type KeyboardEvent, useId } from 'react'
import { Button, useDrag } from 'react-aria-components'
import { formatTime } from '@/lib/platform/instant-words'
import type { Locale } from '@/lib/platform/locale'
import type { CalendarEntry } from '@/lib/publishing/queries'
import type { CalendarKind } from '@/lib/publishing/schema'
import { CorrectionMark } from '../state-mark'
import { nameOf } from './use-keys'
import { keyOf } from './use-moves'

/** What a dragged entry carries: its key, under a name that nothing else of the browser's accepts. */
export const DRAGGED = 'application/x-spalt-calendar-entry'

/** Where the calendar says by which keys its entries are moved. */
export const KEYS_ID = 'calendar-keys'

type Props = { entry: CalendarEntry; onMove: () => void; onKey: (event: KeyboardEvent) => void }

/** One thing that happens: its time, what it is by shape and word, and whose; it can be dragged, or moved by keys or a form. */
export function Entry({ entry, onMove, onKey }: Props) {
  const t = useTranslations('calendar')
  const { headline, mayMove } = entry
  const { dragProps, isDragging } = useDrag({ getItems: () => [{ [DRAGGED]: keyOf(entry) }], hasDragButton: true, isDisabled: !mayMove })
  const name = headline || t('untitled')
  return (
    <div {...dragProps} onKeyDown={mayMove ? onKey : undefined} title={`${t(`kind.${entry.kind}`)}: ${name}`} className={`group relative rounded border px-1.5 py-1 text-[0.8125rem] leading-snug ${mayMove || entry.kind === 'embargo' ? 'border-line bg-surface' : 'border-transparent'} ${mayMove ? 'cursor-grab max-md:min-h-[2.125rem] max-md:pr-9' : ''} ${isDragging ? 'opacity-40' : ''}`}>
      <Way entry={entry} name={name} />
      {mayMove && (
        <Button aria-label={t('moveThis', { headline: name })} onPress={onMove} className="absolute top-0.5 right-0.5 flex size-7 items-center justify-center rounded bg-surface text-quiet hover:bg-hover hover:text-ink md:size-6 md:opacity-0 md:group-hover:opacity-100 md:data-[focus-visible]:opacity-100"><CalendarClock aria-hidden size={15} /></Button>
      )}
    </div>
  )
}

/** The way to the article, and what is wrong with the text that is planned. */
function Way({ entry, name }: { entry: CalendarEntry; name: string }) {
  const t = useTranslations('calendar')
  const markId = useId()
  const { kind, articleId, planId, at, mayMove, lacksCorrection } = entry
  const says = [...(lacksCorrection ? [markId] : []), ...(mayMove ? [KEYS_ID] : [])].join(' ')
  return (
    <>
      <Link href={`/desk/articles/${articleId}?panel=publish`} draggable={false} data-entry={nameOf(entry)} aria-describedby={says || undefined} className="line-clamp-3 font-medium wrap-anywhere hyphens-auto hover:underline">
        <Mark kind={kind} isAhead={planId !== null} /> <Time at={at} /> <span className="sr-only">{t(`kind.${kind}`)}: </span>{name}
      </Link>
      {lacksCorrection && <p id={markId} className="wrap-anywhere hyphens-auto"><CorrectionMark /></p>}
    </>
  )
}

function Time({ at }: { at: Date }) {
  const locale = useLocale() as Locale
  const timeZone = useTimeZone() ?? 'Europe/Stockholm'
  return <time dateTime={at.toISOString()} className="font-normal text-quiet">{formatTime(at, timeZone, locale)}</time>
}

const COLOUR: Record<CalendarKind, string> = { begins: 'text-plan', changes: 'text-plan', ends: 'text-quiet', embargo: 'text-warn-ink' }

function Mark({ kind, isAhead }: { kind: CalendarKind; isAhead: boolean }) {
  return (
    <svg aria-hidden width="13" height="13" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" className={`mb-0.5 inline ${kind === 'begins' && !isAhead ? 'text-live' : COLOUR[kind]}`}>
      {kind === 'begins' && (isAhead ? <><circle cx="7" cy="7" r="5.5" /><path d="M7 3.8V7l2.2 1.6" /></> : <circle cx="7" cy="7" r="4.5" fill="currentColor" stroke="none" />)}
      {kind === 'changes' && <><circle cx="7" cy="7" r="3" fill="currentColor" stroke="none" /><circle cx="7" cy="7" r="6" strokeWidth="1.3" /></>}
      {kind === 'ends' && <path d="M2.5 7h9" strokeWidth="2.2" />}
      {kind === 'embargo' && <><rect x="2.5" y="6" width="9" height="6.5" rx="1" /><path d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" /></>}
    </svg>
  )
}
