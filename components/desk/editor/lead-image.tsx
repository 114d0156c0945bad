'use client'
import { ImagePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { takenAs } from '@/lib/media/model'
import type { ImageUse } from '@/lib/media/schema'
import { useImageBook } from '../images/image-book'
import { ImageCard } from '../images/image-card'
import { ImagePicker } from '../images/image-picker'
import { useDesk, useSnapshot } from './editor-context'

const ID = 'lead-image'
/** Leads to the lead image's words, or to the way to one. */
export function focusLead(): void {
  const lead = document.getElementById(ID)
  const to = lead?.querySelector<HTMLElement>('textarea') ?? lead?.querySelector<HTMLElement>('button')
  to?.focus()
}

/** The image that an article begins with, or the way to one. */
export function LeadImage() {
  const t = useTranslations('images')
  const book = useImageBook()
  const { session, isEditable } = useDesk()
  const { fields: { leadImage }, errors } = useSnapshot()
  const [isPicking, setPicking] = useState(false)
  if (!leadImage && !isEditable) return null
  const put = (image: ImageUse | null) => {
    session.set({ leadImage: image })
    // what was pressed is gone with it
    requestAnimationFrame(focusLead)
  }
  return (
    <section id={ID} aria-label={t('lead')} className="mt-6">
      {leadImage
        ? <ImageCard use={leadImage} isEditable={isEditable} onWrite={(change) => session.set({ leadImage: { ...leadImage, ...change } })} onRemove={() => put(null)} />
        : <Button className="-ml-2 inline-flex min-h-9 items-center gap-2 rounded-md px-2 text-sm font-semibold text-quiet hover:bg-hover hover:text-ink" onPress={() => setPicking(true)}><ImagePlus aria-hidden size={17} />{t('addLead')}</Button>}
      {errors.images && <p className="mt-1 text-sm font-medium text-stop-ink">{errors.images}</p>}
      <ImagePicker title={t('lead')} isOpen={isPicking} onClose={() => setPicking(false)} onPick={(image) => { setPicking(false); book.add(image); put(takenAs(image)) }} />
    </section>
  )
}
