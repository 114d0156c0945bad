'use client'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { formatInstant, When, ZoneOfHouse } from '@/components/desk/when'
import { TEXT_CELL } from '@/components/ui/table'
import type { Locale } from '@/lib/platform/locale'

export type AuditLine = { id: string; at: Date; actor: string | null; action: string; subjectKind: string; subjectId: string | null; details: Record<string, unknown> }
const TIMES = new Set(['at', 'was', 'until'])
const ROLE_DEEDS = new Set(['user.create', 'user.role'])

/** Who did what, and when, in sentences. */
export function AuditList({ rows }: { rows: readonly AuditLine[] }) {
  const t = useTranslations('audit')
  return (
    <table className="w-full border-separate border-spacing-0 text-sm max-md:block md:table-fixed">
      <thead className="max-md:sr-only">
        <tr className="text-left text-[0.8125rem] text-quiet">
          <th scope="col" className={`${TEXT_CELL} w-40 lg:w-44`}>{t('when')} <ZoneOfHouse /></th>
          <th scope="col" className={`${TEXT_CELL} w-36 lg:w-44`}>{t('who')}</th>
          <th scope="col" className={TEXT_CELL}>{t('what')}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr key={row.id} className="max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:border-b max-md:border-line max-md:py-2 max-md:[&>td]:border-0 max-md:[&>td]:px-0 max-md:[&>td]:py-0.5">
            <td className={`${TEXT_CELL} text-quiet`}><When at={row.at} /></td>
            <td className={TEXT_CELL}>{row.actor ?? t('system')}</td>
            <td className={`${TEXT_CELL} wrap-anywhere max-md:w-full`}><Deed row={row} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Deed({ row }: { row: AuditLine }) {
  // an action's name comes from the database
  const t = useTranslations('audit.actions') as unknown as Untyped
  const locale = useLocale() as Locale
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const roles = useTranslations('auth.roles') as unknown as Untyped
  const said = Object.entries(row.details).map(([name, value]) => [name, wordOf(name, value)] as const)
  const key = row.action.replace('.', '_')
  const text = t.has(key) ? t(key, { ...BLANK, ...Object.fromEntries(said) }) : row.action
  return (
    <>
      {text} {row.subjectKind === 'article' && row.subjectId && row.action !== 'article.delete' && <Link href={`/desk/articles/${row.subjectId}`} className="font-semibold underline">{t('open')}</Link>}
    </>
  )

  function wordOf(name: string, value: unknown): string | number {
    if (typeof value === 'number') return value
    const word = typeof value === 'string' ? value : ''
    if (ROLE_DEEDS.has(row.action) && name !== 'name' && roles.has(word)) return roles(word).toLocaleLowerCase(locale)
    return TIMES.has(name) && /^\d{4}-\d\d-\d\dT/.test(word) ? formatInstant(new Date(word), zone, locale) : word
  }
}

type Untyped = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** A row from before a detail was kept still says what it can. */
const BLANK = { headline: '', name: '', role: '', was: '', at: '', until: '', from: '', into: '', kind: '', reason: '', text: '', wording: '', came: 'none', went: 'none', slots: 0, drafts: 0, live: 0, count: 0 }
