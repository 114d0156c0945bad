'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ArticleState } from '@/lib/articles/model'
import { useRowKeys } from './row-keys'
import { RowMenu } from './row-menu'
import { EmbargoMark, StateMark } from './state-mark'
import { When, ZoneOfHouse } from './when'

type Named = { id: string; name: string }
export type ListRow = {
  id: string; headline: string; state: ArticleState; section: Named | null; tags: Named[]; author: Named; changedAt: Date; changedBy: string
  publishedAt: Date | null; plannedAt: Date | null; plannedZone: string | null; changedSinceLive: boolean; embargoUntil: Date | null
  may: { edit: boolean; copy: boolean; trash: boolean; restore: boolean; publish: boolean }
}

const HEAD = 'sticky top-0 z-10 border-b border-line bg-paper px-2 py-2 text-left text-[0.8125rem] font-semibold text-quiet whitespace-nowrap'
const CELL = 'px-2 py-1.5 align-middle'
const SHOWN_TAGS = 1

/** The articles, a row each; arrow keys go from headline to headline. On a phone a row is two lines. */
export function ArticleList({ rows }: { rows: readonly ListRow[] }) {
  const t = useTranslations('desk')
  const keys = useRowKeys()
  return (
    <table {...keys} className="w-full table-fixed border-separate border-spacing-0 text-sm">
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={`${HEAD} w-[7.5rem]`}>{t('state')}</th>
          <th scope="col" className={HEAD}>{t('headline')}</th>
          <th scope="col" className={`${HEAD} w-[5.5rem]`}>{t('section')}</th>
          <th scope="col" className={`${HEAD} w-32 max-xl:hidden 2xl:w-52`}>{t('tags')}</th>
          <th scope="col" className={`${HEAD} w-[7.5rem] max-lg:hidden`}>{t('author')}</th>
          <th scope="col" className={`${HEAD} w-[10.5rem]`}>{t('time')} <ZoneOfHouse /></th>
          <th scope="col" className={`${HEAD} w-28 max-lg:hidden`}>{t('changed')}</th>
          <th scope="col" className={`${HEAD} w-12`}><span className="sr-only">{t('more')}</span></th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
    </table>
  )
}

function Row({ row }: { row: ListRow }) {
  const t = useTranslations('desk')
  return (
    <tr className="max-md:grid max-md:grid-cols-[1fr_auto] max-md:border-b max-md:border-line max-md:py-2 md:h-11 md:hover:bg-hover md:[&>td]:border-b md:[&>td]:border-line">
      <td className={`${CELL} max-md:col-start-1 max-md:row-start-2 max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:py-0 max-md:text-[0.8125rem]`}>
        <StateMark state={row.state} changed={row.state === 'live' && row.changedSinceLive} />
        <span className="md:hidden"><Times row={row} /></span>
      </td>
      <td className={`${CELL} max-md:col-start-1 max-md:row-start-1 max-md:py-1`}>
        <Link data-row href={`/desk/articles/${row.id}`} className={`line-clamp-2 leading-snug font-semibold break-words hover:underline ${row.headline ? '' : 'text-quiet italic'}`}>{row.headline || t('untitled')}</Link>
        {row.embargoUntil && <span className="block text-[0.8125rem]"><EmbargoMark until={row.embargoUntil} /></span>}
      </td>
      <td className={`${CELL} truncate max-md:hidden`}>{row.section && <Link href={`/desk?section=${row.section.id}`} className="hover:underline">{row.section.name}</Link>}</td>
      <td className={`${CELL} max-xl:hidden`}><TagNames tags={row.tags} /></td>
      <td className={`${CELL} truncate max-lg:hidden`}><Link href={`/desk?author=${row.author.id}`} className="hover:underline">{row.author.name}</Link></td>
      <td className={`${CELL} max-md:hidden`}><Times row={row} /></td>
      <td className={`${CELL} text-quiet max-lg:hidden`} title={t('changedBy', { name: row.changedBy })}><When at={row.changedAt} look="short" /></td>
      <td className={`${CELL} py-0.5 text-right max-md:col-start-2 max-md:row-span-2 max-md:row-start-1 max-md:px-0`}><RowMenu articleId={row.id} headline={row.headline} may={row.may} /></td>
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
  if (row.plannedAt)
    return (
      <span className="text-plan">
        {row.state === 'live' && <span className="sr-only">{t('newerPlanned')} </span>}
        <When at={row.plannedAt} zone={row.plannedZone} />
      </span>
    )
  return row.publishedAt ? <When at={row.publishedAt} /> : null
}
