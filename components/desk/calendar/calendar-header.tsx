import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CalendarDays } from '@/lib/publishing/model'
import { CALENDAR_VIEWS, type CalendarFilter } from '@/lib/publishing/schema'
import { LinkTab } from '../links/link-tab'
import { ZoneOfHouse } from '../when'
import { addressOf } from './address'
import { RangeName } from './range-name'

type Props = { filter: CalendarFilter; date: string; days: CalendarDays }

/** Which days are shown, in which zone, and the way to others. */
export function CalendarHeader({ filter, date, days }: Props) {
  const t = useTranslations('calendar')
  return (
    <header className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-xl font-bold tracking-tight">{t('title')}</h1>
        <p className="text-sm text-quiet">{t('zone')} <ZoneOfHouse /></p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label={t('views')} className="flex gap-1 text-sm">
          {CALENDAR_VIEWS.map((view) => <LinkTab key={view} href={addressOf({ ...filter, view, date: filter.date })} isCurrent={view === filter.view}>{t(`view.${view}`)}</LinkTab>)}
        </nav>
        <nav aria-label={t('turn')} className="flex items-center gap-1">
          <Turn href={addressOf({ ...filter, date: days.previous })} label={t(`previous.${filter.view}`)}><ChevronLeft aria-hidden size={18} /></Turn>
          <p aria-live="polite" className="min-w-40 text-center font-semibold"><RangeName view={filter.view} date={date} days={days.days} /></p>
          <Turn href={addressOf({ ...filter, date: days.next })} label={t(`next.${filter.view}`)}><ChevronRight aria-hidden size={18} /></Turn>
          <LinkTab href={addressOf({ ...filter, date: undefined })} isCurrent={false}>{t('today')}</LinkTab>
        </nav>
      </div>
    </header>
  )
}

function Turn({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return <Link href={href} aria-label={label} title={label} className="inline-flex size-9 items-center justify-center rounded-md border border-field-line bg-surface hover:bg-hover">{children}</Link>
}
