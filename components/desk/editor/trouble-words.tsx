'use client'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { CheckItem, LinkTrouble } from '@/lib/articles/model'
import type { Locale } from '@/lib/platform/locale'
import { formatInstant, zoneName } from '../when'

/** What is said in other words: a broken address by `OutsideState`, a new headline by `HeadlineNote`. */
type Elsewhere = 'broken' | 'headline'
type Trouble = Exclude<CheckItem, { kind: 'finding' }>

/** What stands against a link, in words: what its target is, both times where it is about time, and what readers get. */
export function TroubleWords({ item: { kind, place, at }, goesLive }: { item: Trouble; goesLive: Date }) {
  const t = useTranslations('editor.checks')
  const locale = useLocale() as Locale
  const zone = useTimeZone() ?? 'Europe/Stockholm'
  const said = (instant: Date) => `${formatInstant(instant, zone, locale)}, ${zoneName(zone, locale)}`
  if (kind === 'headline' || kind === 'broken') return null
  return <>{t(`trouble.${kind}`, { at: at ? said(at) : '', goesLive: said(goesLive) })} {t(`after.${place}.${AFTER[kind]}`)}</>
}

const AFTER: Record<Exclude<LinkTrouble, Elsewhere>, 'hidden' | 'later' | 'soon'> = {
  self: 'hidden', draft: 'hidden', unresolved: 'hidden', unpublished: 'hidden', killed: 'hidden', trashed: 'hidden', downBefore: 'hidden', goesLater: 'later', downSoon: 'soon',
}
