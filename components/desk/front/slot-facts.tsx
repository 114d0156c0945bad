'use client'
import { Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { When } from '../when'
import type { EditSlot } from './slot-edits'

/** What an editor settled for a slot: its place, its times (a beginning that has been is none) and other words; after what else there is to know. */
export function SlotFacts({ slot: { article, headline, pinnedTo, from, until }, now, children }: { slot: EditSlot; now: string; children?: ReactNode }) {
  const t = useTranslations('front.row')
  return (
    <span className="flex flex-wrap gap-x-3 text-[0.8125rem] text-quiet empty:hidden">
      {children}
      {pinnedTo !== null && <span className="inline-flex items-center gap-1 font-semibold text-ink"><Pin aria-hidden size={13} />{t('pinned', { n: pinnedTo })}</span>}
      {from !== null && from > now && <span className="text-plan">{t('from')} <When at={from} said /></span>}
      {until && <span className="text-plan">{t('until')} <When at={until} said /></span>}
      {headline && article && <span className="basis-full">{t('own', { headline: article.headline })}</span>}
    </span>
  )
}
