'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useToast } from '@/components/ui/toast'
import { FileButton, UploadList } from './upload-list'
import { useGivenFiles, useUploads } from './use-uploads'

/** New images come in here: chosen, dropped anywhere on the page, or pasted. `isFirst`: the page shows the newest. */
export function ImageIntake({ isFirst }: { isFirst: boolean }) {
  const t = useTranslations('images')
  const router = useRouter()
  const say = useToast()
  const { uploads, waiting } = useUploads((_key, { image, isKnown }) => {
    if (!isKnown) say(t('uploaded', { name: image.name }), { name: t('describe'), run: () => router.push(`/desk/images/${image.id}`) })
    if (isFirst) router.refresh()
    else router.push('/desk/images')
  })
  const isOver = useGivenFiles(useCallback((files: File[]) => void uploads.add(files), [uploads]))
  return (
    <>
      <header className="mb-4 flex items-center justify-between gap-4">
        <h1 className="text-xl font-bold tracking-tight">{t('title')}</h1>
        <FileButton uploads={uploads} look="primary" several />
      </header>
      {waiting.length > 0 && <div className="mb-4 max-w-xl"><UploadList uploads={uploads} waiting={waiting} /></div>}
      {isOver && <p className="pointer-events-none fixed inset-3 z-40 flex items-center justify-center rounded-lg border-2 border-dashed border-focus bg-paper/85 text-lg font-semibold">{t('dropNow')}</p>}
    </>
  )
}
