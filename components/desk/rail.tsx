'use client'
import { CalendarDays, FileText, Image as ImageIcon, Link2, type LucideIcon, Newspaper, Settings, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

type Place = { href: string; text: 'articles' | 'calendar' | 'front' | 'images' | 'links' | 'admin' | 'account'; icon: LucideIcon; under?: string }
const PLACES: Place[] = [{ href: '/desk', text: 'articles', icon: FileText, under: '/desk/articles/' }, { href: '/desk/calendar', text: 'calendar', icon: CalendarDays }, { href: '/desk/front', text: 'front', icon: Newspaper }, { href: '/desk/images', text: 'images', icon: ImageIcon }, { href: '/desk/links', text: 'links', icon: Link2 }]
const ADMIN: Place = { href: '/admin/tags', text: 'admin', icon: Settings, under: '/admin/' }
const ACCOUNT: Place = { href: '/account', text: 'account', icon: UserRound }

/** The places of the house; narrow beside the text of an article, along the bottom on a phone. */
export function Rail({ isAdmin, name }: { isAdmin: boolean; name: string }) {
  const t = useTranslations('shell')
  const path = usePathname()
  const narrow = path.startsWith('/desk/articles/')
  // the list's address begins all the others
  const isHere = ({ href, under = `${href}/` }: Place): boolean => path === href || path.startsWith(under)
  const item = (place: Place, label: string = t(place.text)) => (
    <li key={place.href} className="min-w-0 flex-1 sm:flex-none">
      <Link href={place.href} aria-current={isHere(place) ? 'page' : undefined} title={narrow ? label : undefined}
        className="flex min-h-11 flex-col items-center justify-center gap-0.5 rounded-md px-0.5 py-1 text-[0.6875rem] sm:px-2.5 text-quiet hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:font-semibold aria-[current]:text-ink sm:flex-row sm:justify-start sm:gap-3 sm:text-sm">
        <place.icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />
        {label !== t(place.text) && <span className="max-w-full truncate sm:hidden">{t(place.text)}</span>}
        <span className={`max-w-full truncate ${narrow ? 'sm:sr-only' : 'sm:max-lg:sr-only'} ${label === t(place.text) ? '' : 'max-sm:hidden'}`}>{label}</span>
      </Link>
    </li>
  )
  return (
    <nav aria-label={t('places')} className={`fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper sm:sticky sm:top-0 sm:h-dvh sm:shrink-0 sm:border-t-0 sm:border-r sm:px-2 sm:py-3 ${narrow ? 'sm:w-[3.75rem]' : 'sm:w-[3.75rem] lg:w-48'}`}>
      <div className="hidden px-1.5 pb-3 sm:block">
        <Link href="/" className={`inline-flex min-h-9 items-center font-extrabold tracking-tight ${narrow ? 'px-1 text-lg' : 'px-1 text-lg'}`} title={t('toSite')}>
          <span aria-hidden className="text-accent-ink">|</span>
          <span className={narrow ? 'sr-only' : 'sm:max-lg:sr-only'}>Spalt</span>
        </Link>
      </div>
      <ul className="flex px-1 sm:gap-0.5 sm:h-[calc(100%-3rem)] sm:flex-col sm:px-0">
        {PLACES.map((place) => item(place))}
        {isAdmin && item(ADMIN)}
        <li aria-hidden className="hidden flex-1 sm:block" />
        {item(ACCOUNT, narrow ? t('account') : name)}
      </ul>
    </nav>
  )
}
