'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useMemo, useRef } from 'react'
import { CELL, STICKY_HEAD } from '@/components/ui/table'
import type { ArticleState } from '@/lib/articles/model'
import { BulkBar } from './bulk/bulk-bar'
import { RowCheck } from './bulk/row-check'
import { type Selection, useSelection } from './bulk/selection'
import { useRowKeys } from './row-keys'
import { RowMenu } from './row-menu'
import { EmbargoMark, StateMark } from './state-mark'
import { TrashEnd, When, ZoneOfHouse } from './when'

type Named = { id: string; name: string }
export type ListRow = {
  id: string; version: number; headline: string; state: ArticleState; section: Named | null; tags: Named[]; author: Named; changedAt: Date; changedBy: string
  publishedAt: Date | null; plannedAt: Date | null; plannedZone: string | null; changedSinceLive: boolean; embargoUntil: Date | null
  trash: { goesAfter: Date } | { keptBecause: 'wasLive' | 'isNamed' } | null
  may: { edit: boolean; copy: boolean; trash: boolean; restore: boolean; publish: boolean; handOver: boolean }
}

const SHOWN_TAGS = 1

const isChoosable = ({ may }: ListRow): boolean => may.edit || may.publish || may.trash || may.restore || may.handOver

/** The articles, a row each; arrow keys go from headline to headline, x chooses. On a phone a row is two lines. */
export function ArticleList({ rows }: { rows: readonly ListRow[] }) {
  const t = useTranslations('desk')
  const choosable = useMemo(() => rows.filter(isChoosable), [rows])
  const ids = useMemo(() => choosable.map(({ id }) => id), [choosable])
  const selection = useSelection(ids)
  const keys = useRowKeys((id, isRange) => ids.includes(id) && selection.toggle(id, isRange))
  useFocusBack(selection)
  return (
    <>
      <table {...keys} className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col" className={`${STICKY_HEAD} w-10 py-0 pl-0 max-md:hidden`}>{ids.length > 0 && <RowCheck label={t('bulk.selectAll')} isChosen={selection.chosen.size === ids.length} isPartly={selection.chosen.size > 0 && selection.chosen.size < ids.length} onToggle={selection.toggleAll} />}</th>
            <th scope="col" className={`${STICKY_HEAD} w-[7.5rem]`}>{t('state')}</th>
            <th scope="col" className={STICKY_HEAD}>{t('headline')}</th>
            <th scope="col" className={`${STICKY_HEAD} w-[5.5rem]`}>{t('section')}</th>
            <th scope="col" className={`${STICKY_HEAD} w-52 max-2xl:hidden`}>{t('tags')}</th>
            <th scope="col" className={`${STICKY_HEAD} w-[7.5rem] max-lg:hidden`}>{t('author')}</th>
            <th scope="col" className={`${STICKY_HEAD} w-[10.5rem]`}>{t('time')} <ZoneOfHouse /></th>
            <th scope="col" className={`${STICKY_HEAD} w-28 max-lg:hidden`}>{t('changed')}</th>
            <th scope="col" className={`${STICKY_HEAD} w-12`}><span className="sr-only">{t('more')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} isChosen={selection.chosen.has(row.id)} onToggle={isChoosable(row) ? (isRange) => selection.toggle(row.id, isRange) : null} />)}</tbody>
      </table>
      <BulkBar rows={choosable} selection={selection} />
    </>
  )
}

/** When the bar goes with the button that had the focus, it goes to the row that was chosen last. */
function useFocusBack({ chosen, last }: Selection): void {
  const wasOpen = useRef(false)
  const isOpen = chosen.size > 0
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) rowOf(last)?.focus()
    wasOpen.current = isOpen
  }, [isOpen, last])
}

const rowOf = (id: string | null): HTMLElement | null => document.querySelector<HTMLElement>(`a[data-row="${id}"]`) ?? document.querySelector<HTMLElement>('a[data-row]')

type RowProps = { row: ListRow; isChosen: boolean; onToggle: ((isRange: boolean) => void) | null }

function Row({ row, isChosen, onToggle }: RowProps) {
  const t = useTranslations('desk')
  return (
    <tr data-chosen={isChosen || undefined} className="data-chosen:bg-chosen max-md:grid max-md:grid-cols-[2.25rem_1fr_auto] max-md:border-b max-md:border-line max-md:py-2 md:h-11 md:not-data-chosen:hover:bg-hover md:[&>td]:border-b md:[&>td]:border-line">
      <td className={`${CELL} py-0 pl-0 max-md:col-start-1 max-md:row-span-2 max-md:row-start-1 max-md:px-0`}>{onToggle && <RowCheck label={t('bulk.select', { headline: row.headline || t('untitled') })} isChosen={isChosen} onToggle={onToggle} />}</td>
      <td className={`${CELL} max-md:col-start-2 max-md:row-start-2 max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:py-0 max-md:text-[0.8125rem]`}>
        <StateMark state={row.state} changed={row.state === 'live' && row.changedSinceLive} />
        <span className="md:hidden"><Times row={row} /></span>
      </td>
      <td className={`${CELL} max-md:col-start-2 max-md:row-start-1 max-md:py-1`}>
        <Link data-row={row.id} href={`/desk/articles/${row.id}`} className={`line-clamp-2 leading-snug font-semibold wrap-anywhere hover:underline ${row.headline ? '' : 'text-quiet italic'}`}>{row.headline || t('untitled')}</Link>
        {row.embargoUntil && <span className="block text-[0.8125rem]"><EmbargoMark until={row.embargoUntil} /></span>}
      </td>
      <td className={`${CELL} truncate max-md:hidden`}>{row.section && <Link href={`/desk?section=${row.section.id}`} className="hover:underline">{row.section.name}</Link>}</td>
      <td className={`${CELL} max-2xl:hidden`}><TagNames tags={row.tags} /></td>
      <td className={`${CELL} truncate max-lg:hidden`}><Link href={`/desk?author=${row.author.id}`} className="hover:underline">{row.author.name}</Link></td>
      <td className={`${CELL} max-md:hidden`}><Times row={row} /></td>
      <td className={`${CELL} text-quiet max-lg:hidden`} title={t('changedBy', { name: row.changedBy })}><When at={row.changedAt} look="short" /></td>
      <td className={`${CELL} py-0.5 text-right max-md:col-start-3 max-md:row-span-2 max-md:row-start-1 max-md:px-0`}><RowMenu articleId={row.id} headline={row.headline} may={row.may} /></td>
    </tr>
  )
}

function TagNames({ tags }: { tags: readonly Named[] }) {
  const rest = tags.slice(SHOWN_TAGS)
  return (
    <span className="flex max-w-56 gap-x-2 truncate">
      {tags.slice(0, SHOWN_TAGS).map((tag) => <Link key={tag.id} href={`/desk?tag=${tag.id}`} className="truncate leading-6 text-quiet hover:text-ink hover:underline">{tag.name}</Link>)}
      {rest.length > 0 && <span className="text-quiet" title={rest.map((tag) => tag.name).join(', ')}>+{rest.length}</span>}
    </span>
  )
}

function Times({ row }: { row: ListRow }) {
  const t = useTranslations('desk')
  if (row.trash) return <span className="text-quiet">{'goesAfter' in row.trash ? <TrashEnd at={row.trash.goesAfter} /> : t(`kept.${row.trash.keptBecause}`)}</span>
  if (row.plannedAt)
    return (
      <span className="text-plan">
        {row.state === 'live' && <span className="sr-only">{t('newerPlanned')} </span>}
        <When at={row.plannedAt} zone={row.plannedZone} />
      </span>
    )
  return row.publishedAt ? <When at={row.publishedAt} /> : null
}
