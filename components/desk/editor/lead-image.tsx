'use client'
import { ImagePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { useToast } from '@/components/ui/toast'
import { takenAs } from '@/lib/media/model'
import type { ImageUse } from '@/lib/media/schema'
import { useImageBook } from '../images/image-book'
import { ImageCard } from '../images/image-card'
import { ImagePicker } from '../images/image-picker'
import { filesIn } from '../images/upload'
import { UploadList } from '../images/upload-list'
import { useUploads } from '../images/use-uploads'
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
  const put = usePut()
  const { uploads, waiting } = useUploads((_key, { image }) => { book.add(image); put(takenAs(image)) })
  const drop = useDropped((file) => void uploads.add([file]))
  if (!leadImage && !isEditable) return null
  return (
    <section id={ID} aria-label={t('lead')} className={`mt-6 rounded-md outline-offset-4 outline-focus ${drop.isOver ? 'outline-2' : ''}`} {...(isEditable && drop.listeners)}>
      {leadImage
        ? <ImageCard use={leadImage} isEditable={isEditable} removeName={t('removeLead')} onWrite={(change) => session.set({ leadImage: { ...leadImage, ...change } })} onReplace={put} onRemove={() => put(null)} />
        : <Button className="-ml-2 inline-flex min-h-9 items-center gap-2 rounded-md px-2 text-sm font-semibold text-quiet hover:bg-hover hover:text-ink" onPress={() => setPicking(true)}><ImagePlus aria-hidden size={17} />{t('addLead')}</Button>}
      <div className="mt-2 empty:hidden"><UploadList uploads={uploads} waiting={waiting} /></div>
      {errors.images && <p className="mt-1 text-sm font-medium text-stop-ink">{errors.images}</p>}
      <ImagePicker title={t('lead')} isOpen={isPicking} onClose={() => setPicking(false)} onPick={(image) => { setPicking(false); book.add(image); put(takenAs(image)) }} />
    </section>
  )
}

/** The first file that is dropped on an element itself, not on a dialog that it opened; `isOver` while one is held above it. */
function useDropped(onFile: (file: File) => void) {
  const [isOver, setOver] = useState(false)
  const isHere = ({ currentTarget, target }: DragEvent) => currentTarget.contains(target as Element)
  const listeners = {
    onDragOver: (event: DragEvent) => {
      if (!isHere(event) || !event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => setOver(relatedTarget instanceof Element && currentTarget.contains(relatedTarget)),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const [file] = isHere(event) ? filesIn(event.dataTransfer) : []
      if (!file) return
      event.preventDefault()
      onFile(file)
    },
  }
  return { isOver, listeners }
}

/** Sets the lead image; what it was, with the words that it had, can be had back. */
function usePut(): (image: ImageUse | null) => void {
  const t = useTranslations('images')
  const say = useToast()
  const { session } = useDesk()
  const set = (leadImage: ImageUse | null) => {
    // a toast outlives the screen
    if (!session.readEditor()) return
    session.set({ leadImage })
    // what was pressed is gone with it
    requestAnimationFrame(focusLead)
  }
  return (image) => {
    const { leadImage: before } = session.read().fields
    set(image)
    if (before) say(t(image ? 'leadReplaced' : 'leadRemoved'), { name: t('undo'), run: () => set(before) })
  }
}
