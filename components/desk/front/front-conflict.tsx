'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { DeskFrontPage } from '@/lib/front-page/model'
import { type EditSlot, slotsOf } from './slot-edits'
import { SlotFacts } from './slot-facts'

/** Somebody else saved the page meanwhile: both orders, until a person has chosen. Who closes it keeps what was theirs, unsaved, and is asked again. */
export function FrontConflict({ mine, theirs, onMine, onTheirs, onClose }: { mine: readonly EditSlot[]; theirs: DeskFrontPage; onMine: () => void; onTheirs: () => void; onClose: () => void }) {
  const t = useTranslations('front.conflict')
  return (
    <Dialog title={t('title')} closeLabel={t('later')} isOpen onClose={onClose} role="alertdialog" wide>
      <p className="text-sm text-quiet">{t('text')}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        <Order title={t('mine')} slots={mine} now={theirs.at} />
        <Order title={t('theirs')} slots={slotsOf(theirs)} now={theirs.at} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onTheirs}>{t('takeTheirs')}</Button>
        <Button look="primary" onPress={onMine}>{t('keepMine')}</Button>
      </div>
    </Dialog>
  )
}

function Order({ title, slots, now }: { title: string; slots: readonly EditSlot[]; now: string }) {
  const t = useTranslations('front')
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-sm font-bold">{title}</h3>
      {slots.length === 0 && <p className="py-2 text-sm text-quiet">{t('conflict.empty')}</p>}
      {slots.length > 0 && <ol className="max-h-80 list-decimal overflow-auto marker:normal-nums rounded-md border border-line py-2 pr-3 pl-8 text-sm">
        {slots.map((slot) => (
          <li key={slot.key} className="py-1 wrap-anywhere">
            {slot.headline || slot.article?.headline || t('untitled')}
            <SlotFacts slot={slot} now={now} />
          </li>
        ))}
      </ol>}
    </section>
  )
}
