'use client'
import { ImagePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { takenAs } from '@/lib/media/model'
import { useImageBook } from '../images/image-book'
import { ImageCard } from '../images/image-card'
import { ImagePicker } from '../images/image-picker'
import { useDesk, useSnapshot } from './editor-context'

const ID = 'lead-image'
/** Leads to the lead image's words. */
export const focusLead = (): void => document.getElementById(ID)?.querySelector('textarea')?.focus()

/** The image that an article begins with, or the way to one. */
export function LeadImage() {
  const t = useTranslations('images')
  const book = useImageBook()
  const { session, isEditable } = useDesk()
  const { fields: { leadImage }, errors } = useSnapshot()
  const [isPicking, setPicking] = useState(false)
  if (!leadImage && !isEditable) return null
  return (
    <section id={ID} aria-label={t('lead')} className="mt-6">
      {leadImage
        ? <ImageCard use={leadImage} isEditable={isEditable} onWrite={(change) => session.set({ leadImage: { ...leadImage, ...change } })} onRemove={() => session.set({ leadImage: null })} />
        : <Button look="quiet" className="-ml-3.5 !text-quiet" onPress={() => setPicking(true)}><ImagePlus aria-hidden size={17} />{t('addLead')}</Button>}
      {errors.images && <p className="mt-1 text-sm font-medium text-stop-ink">{errors.images}</p>}
      <ImagePicker title={t('lead')} isOpen={isPicking} onClose={() => setPicking(false)} onPick={(image) => { setPicking(false); book.add(image); session.set({ leadImage: takenAs(image) }) }} />
    </section>
  )
}
