'use client'
import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import { LinkTab } from '@/components/desk/links/link-tab'

const PLACES = ['tags', 'users', 'audit', 'settings'] as const

/** The places where the house is kept, side by side above each of them. */
export function AdminTabs() {
  const t = useTranslations('shell')
  const path = usePathname()
  return (
    <nav aria-label={t('admin')} className="flex gap-1 overflow-x-auto px-3 pt-3 text-sm sm:px-5 lg:px-7">
      {PLACES.map((place) => <LinkTab key={place} href={`/admin/${place}`} isCurrent={path === `/admin/${place}`}>{t(place)}</LinkTab>)}
    </nav>
  )
}
