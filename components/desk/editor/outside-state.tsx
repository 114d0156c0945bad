import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { LANGUAGE_TAG, type Locale } from '@/lib/platform/locale'
import { LINK_LIMITS } from '@/lib/related-links/schema'
import type { BookEntry, LinkView } from './link-book'

/** What is known of an address outside the site: its host, whether it is broken, why, and as of when. In the text readers see it nevertheless. */
export function OutsideState({ view, place = 'block' }: { view: LinkView & { url: string }; place?: BookEntry['place'] }) {
  const t = useTranslations('editor.outside')
  const { health, check } = view
  return (
    <span className="wrap-anywhere">
      {t('at', { host: new URL(view.url).host })}
      {health === 'unknown' && !check && <> · {t('unchecked')}</>}
      {health !== null && health !== 'healthy' && check && <> · <Verdict health={health} check={check} place={place} /></>}
    </span>
  )
}

function Verdict({ health, check, place }: { health: 'unknown' | 'broken'; check: NonNullable<LinkView['check']>; place: BookEntry['place'] }) {
  const t = useTranslations('editor.outside')
  const day = useDay()
  const isProved = check.problem === 'missing' || check.problem === 'no-host'
  const why = health === 'broken' && !isProved ? t('goneBefore') : t(`why.${check.problem ?? 'connection'}`, { status: check.status ?? 0 })
  return <span className={health === 'broken' ? 'font-semibold text-stop-ink' : undefined} suppressHydrationWarning>{t(health === 'broken' && place === 'text' ? 'brokenInText' : health, { why, day: day(new Date(check.at)) })}</span>
}

/** "i dag", "i går", else the date, on the newsroom's clock. */
function useDay(): (at: Date, now?: Date) => string {
  const tag = LANGUAGE_TAG[useLocale() as Locale]
  const timeZone = useTimeZone() ?? 'Europe/Stockholm'
  const dayOf = (date: Date): number => Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(date)) / 86_400_000
  return (at, now = new Date()) => {
    const ago = dayOf(now) - dayOf(at)
    if (ago === 0 || ago === 1) return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-ago, 'day')
    return new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'long' }).format(at)
  }
}

/** The address that a permanent redirect leads to, for the editor to take or leave. */
export function NewAddress({ view, onPick }: { view: LinkView | null; onPick: (url: string) => void }) {
  const t = useTranslations('editor.outside')
  const url = view?.redirectedTo
  if (!url || url.length > LINK_LIMITS.address) return null
  return (
    <p className="mt-1 text-[0.8125rem]">
      {t('moved')} <button type="button" className="min-h-6 text-left font-semibold break-all underline" onClick={() => onPick(url)}>{t('moveTo', { url })}</button>
    </p>
  )
}
