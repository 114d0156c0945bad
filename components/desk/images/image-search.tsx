'use client'
import { useTranslations } from 'next-intl'
import { INPUT, LABEL } from '@/components/ui/field'
import { IMAGE_LIMITS } from '@/lib/media/schema'

/** Words that images are found by; they live in the address. */
export function ImageSearch({ query }: { query: string }) {
  const t = useTranslations('images')
  return (
    <form role="search" action="/desk/images" className="flex items-end gap-2">
      <label className={`flex min-w-0 flex-1 flex-col gap-1 sm:max-w-80 ${LABEL}`}>
        {t('search')}
        <input key={query} name="q" type="search" defaultValue={query} maxLength={IMAGE_LIMITS.query} placeholder={t('searchPlaceholder')} className={`${INPUT} font-normal`} />
      </label>
      <button type="submit" className="min-h-10 rounded-md border border-field-line bg-surface px-3 text-sm font-semibold hover:bg-hover">{t('find')}</button>
    </form>
  )
}
