'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { CELL, HEAD } from '@/components/ui/table'
import type { UsingArticle } from '@/lib/related-links/queries'
import { TargetMark } from './target-mark'


/** The articles that name a target: where they stand, and how they say it. */
export function UseList({ rows }: { rows: readonly UsingArticle[] }) {
  const t = useTranslations('links')
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={`${HEAD} w-[8.5rem] lg:w-[13rem]`}>{t('state')}</th>
          <th scope="col" className={HEAD}>{t('article')}</th>
          <th scope="col" className={`${HEAD} w-[9rem] lg:w-[14rem]`}>{t('asWords')}</th>
          <th scope="col" className={`${HEAD} w-[9.5rem] lg:w-56`}>{t('where')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.articleId} className="max-md:flex max-md:flex-col max-md:border-b max-md:border-line max-md:py-2 md:h-11 md:hover:bg-hover md:[&>td]:border-b md:[&>td]:border-line">
            <td className={`${CELL} max-md:order-2 max-md:py-0.5`}><TargetMark target={row} /></td>
            <td className={`${CELL} max-md:py-0.5`}><Link href={`/desk/articles/${row.articleId}`} className="line-clamp-2 leading-snug font-semibold wrap-anywhere hover:underline">{row.headline || t('untitled')}</Link></td>
            <td className={`${CELL} wrap-anywhere max-md:order-3 max-md:py-0.5`}>{row.uses.map((use, i) => <span key={i} className="block">{use.title ?? <span className="text-quiet">{t(use.place === 'text' ? 'inText' : 'ownHeadline')}</span>}</span>)}</td>
            <td className={`${CELL} text-quiet max-md:order-4 max-md:py-0.5`}>{row.uses.map((use, i) => <span key={i} className="block"><Where use={use} /></span>)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Where({ use: { draft, live, planned } }: { use: UsingArticle['uses'][number] }) {
  const t = useTranslations('links.in')
  return [draft && t('draft'), live && t('live'), planned && t('planned')].filter(Boolean).join(', ')
}
