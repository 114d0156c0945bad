'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { CELL, STICKY_HEAD } from '@/components/ui/table'
import type { DeskTarget } from '@/lib/related-links/queries'
import type { LinksFilter } from '@/lib/related-links/schema'
import { useRowKeys } from '../row-keys'
import { When } from '../when'
import { addressOf } from './filter-address'
import { TargetMark } from './target-mark'
import { TargetMenu } from './target-menu'
import { useTargetName } from './target-name'

type Props = { rows: readonly DeskTarget[]; filter: LinksFilter; counted: number; mayChange: boolean }

/** What articles link to, a row each; arrow keys go from target to target. On a phone a row is two lines. */
export function LinkList({ rows, filter, counted, mayChange }: Props) {
  const t = useTranslations('links')
  const keys = useRowKeys()
  return (
    <table {...keys} className="w-full table-fixed border-separate border-spacing-0 text-sm">
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={STICKY_HEAD}>{t('target')}</th>
          <th scope="col" className={`${STICKY_HEAD} w-[9.5rem] lg:w-[13rem]`}>{t('state')}</th>
          <Sortable sort="articles" filter={filter} className="w-20 text-right">{t('articles')}</Sortable>
          <th scope="col" className={`${STICKY_HEAD} w-24 text-right`}>{t('live')}</th>
          <Sortable sort="used" filter={filter} className="w-32 max-lg:hidden">{t('lastUsed')}</Sortable>
          <th scope="col" className={`${STICKY_HEAD} w-24 text-right max-lg:hidden`} title={t('clicksLong')}>{t('clicks')}</th>
          <th scope="col" className={`${STICKY_HEAD} w-12`}><span className="sr-only">{t('more')}</span></th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => <Row key={row.id} row={row} counted={counted} mayChange={mayChange} />)}</tbody>
    </table>
  )
}

function Sortable({ sort, filter, className, children }: { sort: LinksFilter['sort']; filter: LinksFilter; className: string; children: string }) {
  const isOn = filter.sort === sort
  return (
    <th scope="col" aria-sort={isOn ? 'descending' : undefined} className={`${STICKY_HEAD} ${className}`}>
      <Link href={addressOf({ ...filter, sort, before: undefined })} className={`hover:text-ink hover:underline ${isOn ? 'text-ink' : ''}`}>{children}{isOn && <span aria-hidden> ↓</span>}</Link>
    </th>
  )
}

function Row({ row, counted, mayChange }: { row: DeskTarget; counted: number; mayChange: boolean }) {
  const t = useTranslations('links')
  const name = useTargetName()
  return (
    <tr className="max-md:grid max-md:grid-cols-[1fr_auto] max-md:border-b max-md:border-line max-md:py-2 md:h-11 md:hover:bg-hover md:[&>td]:border-b md:[&>td]:border-line">
      <td className={`${CELL} max-md:col-start-1 max-md:row-start-1 max-md:py-1`}>
        <Link data-row href={`/desk/links/${row.id}`} className={`line-clamp-2 leading-snug wrap-anywhere hover:underline ${row.kind === 'url' ? 'break-all' : 'font-semibold'} ${row.kind === 'title' ? 'italic' : ''}`}>{name(row)}</Link>
        <Marks row={row} />
      </td>
      <td className={`${CELL} max-md:col-start-1 max-md:row-start-2 max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:py-0 max-md:text-[0.8125rem]`}>
        <TargetMark target={row} />
        <span className="text-quiet md:hidden">{t('inArticles', { count: row.articles })}{row.live > 0 && ` · ${t('ofThemLive', { count: row.live })}`}</span>
      </td>
      <td className={`${CELL} text-right tabular-nums max-md:hidden`}>{row.articles}</td>
      <td className={`${CELL} text-right tabular-nums max-md:hidden`}>{row.live >= counted ? `${counted}+` : row.live}</td>
      <td className={`${CELL} text-quiet max-lg:hidden`}>{row.lastUsedAt && <When at={row.lastUsedAt} look="short" />}</td>
      <td className={`${CELL} text-right tabular-nums max-lg:hidden`}>{row.clicks}</td>
      <td className={`${CELL} py-0.5 text-right max-md:col-start-2 max-md:row-span-2 max-md:row-start-1 max-md:px-0`}><TargetMenu target={row} mayChange={mayChange} /></td>
    </tr>
  )
}

function Marks({ row }: { row: DeskTarget }) {
  const t = useTranslations('links')
  if (!row.hasTwin && !row.titlesDiffer) return null
  return <span className="block truncate text-[0.8125rem] text-plan">{t(row.hasTwin ? 'hasTwin' : 'titlesDiffer')}</span>
}
