import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkTab } from './link-tab'

/** The links desk's name and its two places: what is linked to, and what was changed. */
export function LinksHeader({ current }: { current: 'targets' | 'changes' }) {
  const t = useTranslations('links')
  return (
    <header className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h1 className="text-xl font-bold tracking-tight">{current === 'targets' ? t('title') : <><Link href="/desk/links" className="text-quiet hover:text-ink hover:underline">{t('title')}</Link> <span aria-hidden className="text-quiet">/</span> {t('changes')}</>}</h1>
      <nav aria-label={t('places')} className="flex gap-1 text-sm">
        <LinkTab href="/desk/links" isCurrent={current === 'targets'}>{t('targets')}</LinkTab>
        <LinkTab href="/desk/links/changes" isCurrent={current === 'changes'}>{t('changes')}</LinkTab>
      </nav>
    </header>
  )
}
