import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ArticleRow } from '@/lib/articles/queries'
import { StateMark } from '../state-mark'

type Props = { rows: readonly Pick<ArticleRow, 'id' | 'headline' | 'state' | 'changedSinceLive'>[]; uses: number; isCut: boolean }

/** The articles that show an image, or showed it in an earlier text; those that one may read. */
export function UsingArticles({ rows, uses, isCut }: Props) {
  const t = useTranslations('images.uses')
  return (
    <section aria-labelledby="uses">
      <h2 id="uses" className="mb-1 text-base font-bold">{t('title')}</h2>
      {uses === 0 && <p className="text-sm text-quiet">{t('none')}</p>}
      <ul className="text-sm">
        {rows.map(({ id, headline, state, changedSinceLive }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line py-1.5">
            <Link href={`/desk/articles/${id}`} className="font-semibold wrap-anywhere hover:underline">{headline || t('untitled')}</Link>
            <StateMark state={state} changed={changedSinceLive} />
          </li>
        ))}
      </ul>
      {isCut && <p className="mt-2 text-[0.8125rem] text-quiet">{t('latest', { count: rows.length })}</p>}
      {!isCut && uses > rows.length && <p className="mt-2 text-[0.8125rem] text-quiet">{t('hidden', { count: uses - rows.length })}</p>}
    </section>
  )
}
