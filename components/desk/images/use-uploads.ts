'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useToast } from '@/components/ui/toast'
import { IMAGE_LIMITS } from '@/lib/media/schema'
import { useLeaving } from '../use-leaving'
import { filesIn, type OnUploaded, type Upload, Uploads } from './upload'

/** Files that are being sent from this screen, which is not left unasked meanwhile. */
export function useUploads(onUploaded: OnUploaded): { uploads: Uploads; waiting: readonly Upload[] } {
  const t = useTranslations('errors')
  const images = useTranslations('images')
  const say = useToast()
  const [uploads] = useState(() => new Uploads({ unreachable: t('unreachable'), noImage: t('imageFormat'), tooLarge: t('imageFileTooLarge', { megabytes: IMAGE_LIMITS.fileBytes / 1024 / 1024 }) }))
  useEffect(() => {
    uploads.tell((key, uploaded) => {
      if (uploaded.isKnown) say(images('known', { name: uploaded.image.name }), { name: images('show'), run: () => void window.open(`/desk/images/${uploaded.image.id}`, '_blank', 'noopener') })
      onUploaded(key, uploaded)
    })
    // who is gone takes nothing: it is among the images all the same
    return () => uploads.tell(() => {})
  })
  useLeaving(() => uploads.isUnderWay(), () => window.confirm(images('leaveUploads')))
  return { uploads, waiting: useSyncExternalStore(uploads.subscribe, uploads.read, uploads.read) }
}

/** Files that are dropped or pasted anywhere on the page; true while some are held above it. */
export function useGivenFiles(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const give = (data: DataTransfer | null, event: Event) => {
      const files = filesIn(data)
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    const onPaste = (event: ClipboardEvent) => give(event.clipboardData, event)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      give(event.dataTransfer, event)
    }
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const heard = [['paste', onPaste], ['drop', onDrop], ['dragover', onOver], ['dragleave', onLeave]] as const
    heard.forEach(([name, listener]) => document.addEventListener(name, listener as EventListener))
    return () => heard.forEach(([name, listener]) => document.removeEventListener(name, listener as EventListener))
  }, [onFiles])
  return isOver
}
