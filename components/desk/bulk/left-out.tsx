import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { Locale } from '@/lib/platform/locale'
import type { ListRow } from '../article-list'
import { formatInstant } from '../when'
import { foreseen } from './foreseen'

type Told = { id: string; headline: string; message: string }

/** Articles, and why nothing is done with each. */
export function Reasons({ rows }: { rows: readonly Told[] }) {
  const t = useTranslations('desk')
  return (
    <ul className="flex max-h-64 flex-col gap-2 overflow-auto">
      {rows.map(({ id, headline, message }) => (
        <li key={id} className="text-sm">
          <Link href={`/desk/articles/${id}`} className="font-semibold wrap-anywhere underline">{headline || t('untitled')}</Link>
          <span className="block text-quiet">{message}</span>
        </li>
      ))}
    </ul>
  )
}

/** What would be refused now, or at a time, and how many plans give way. */
export function LeftOut({ rows, at, planned }: { rows: readonly ListRow[]; at: Date | null; planned: 'publishPlanned' | 'schedulePlanned' }) {
  const t = useTranslations('desk.bulk')
  const say = useTranslations('errors')
  const locale = useLocale() as Locale
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const left = rows.flatMap((row): Told[] => {
    const why = foreseen(row, at)
    return why ? [{ id: row.id, headline: row.headline, message: say(why, { until: row.embargoUntil ? formatInstant(row.embargoUntil, zone, locale) : '' }) }] : []
  })
  const replaced = rows.filter((row) => row.plannedAt && !foreseen(row, at)).length
  return (
    <>
      {replaced > 0 && <p className="text-sm">{t(planned, { count: replaced })}</p>}
      {left.length > 0 && <section className="flex flex-col gap-2 rounded-md bg-warn-ground p-3 text-warn-ink [&_.text-quiet]:text-warn-ink"><p className="text-sm font-semibold">{t('foreseen', { count: left.length })}</p><Reasons rows={left} /></section>}
    </>
  )
}
