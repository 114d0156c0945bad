import { useTranslations } from 'next-intl'
import { type LinksFilter, TARGET_FILTERS } from '@/lib/related-links/schema'
import { addressOf } from './filter-address'
import { LinkTab } from './link-tab'

type Props = { filter: LinksFilter; overusedIn: number; overusedDays: number }

/** What the list shows, in words that live in the address. */
export function LinkFilters({ filter, overusedIn, overusedDays }: Props) {
  const t = useTranslations('links')
  const { show, sort, q } = filter
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <nav aria-label={t('filters')} className="-mx-1 flex max-w-full flex-wrap gap-1 text-sm">
          {TARGET_FILTERS.map((each) => <LinkTab key={each} href={addressOf({ show: each, sort, q, before: undefined })} isCurrent={each === show}>{t(`show.${each}`)}</LinkTab>)}
        </nav>
        <form role="search" action="/desk/links" className="flex min-w-0 items-end gap-2 max-sm:w-full">
          {show !== 'all' && <input type="hidden" name="show" value={show} />}
          {sort !== 'used' && <input type="hidden" name="sort" value={sort} />}
          <label className="flex min-w-0 flex-1 flex-col gap-1 text-[0.8125rem] font-semibold">{t('search')}<input key={q} name="q" type="search" defaultValue={q} maxLength={200} placeholder={t('searchPlaceholder')} className="min-h-10 w-full rounded-md border border-field-line bg-surface px-3 text-[0.9375rem] font-normal placeholder:text-quiet sm:w-64" /></label>
          <button type="submit" className="min-h-10 rounded-md border border-field-line bg-surface px-3 text-sm font-semibold hover:bg-hover">{t('find')}</button>
        </form>
      </div>
      {show !== 'all' && <p className="mt-3 max-w-prose text-[0.8125rem] text-quiet">{t(`about.${show}`, { count: overusedIn, days: overusedDays })}</p>}
    </>
  )
}
