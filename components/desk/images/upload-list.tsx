'use client'
import { useTranslations } from 'next-intl'
import { FileTrigger } from 'react-aria-components'
import { Upload as UploadIcon } from 'lucide-react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { IMAGE_TYPES } from '@/lib/media/schema'
import type { Upload, Uploads } from './upload'

/** Chooses files of this machine. */
export function FileButton({ uploads, look, several = false }: { uploads: Uploads; look?: ButtonLook; several?: boolean }) {
  const t = useTranslations('images')
  return (
    <FileTrigger acceptedFileTypes={IMAGE_TYPES} allowsMultiple={several} onSelect={(files) => files && void uploads.add([...files])}>
      <Button look={look}><UploadIcon aria-hidden size={16} />{t('upload')}</Button>
    </FileTrigger>
  )
}

/** The files on their way: how far each has come, or why it was not taken. */
export function UploadList({ uploads, waiting }: { uploads: Uploads; waiting: readonly Upload[] }) {
  const t = useTranslations('images')
  if (waiting.length === 0) return null
  return (
    <ul aria-label={t('uploading')} className="flex flex-col gap-2 font-sans">
      {waiting.map(({ key, file, part, problem }) => (
        <li key={key} className={`flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border px-3 py-2 text-sm ${problem ? 'border-stop-ink bg-stop-ground text-stop-ink' : 'border-line bg-surface'}`}>
          <span className="min-w-0 flex-1 truncate font-semibold">{file.name || t('pasted')}</span>
          {problem ? (
            <>
              <span role="alert" className="basis-full font-medium">{problem}</span>
              <Button onPress={() => uploads.retry(key)}>{t('again')}</Button>
              <Button look="quiet" onPress={() => uploads.drop(key)}>{t('dropUpload')}</Button>
            </>
          ) : <Progress part={part} name={file.name} />}
        </li>
      ))}
    </ul>
  )
}

/** A whole file that is sent is still made into copies. */
function Progress({ part, name }: { part: number | null; name: string }) {
  const t = useTranslations('images')
  const words = part === null ? t('waits') : part < 1 ? t('sends', { percent: Math.floor(part * 100) }) : t('prepares')
  return (
    <>
      <span className="text-[0.8125rem] text-quiet tabular-nums">{words}</span>
      <progress aria-label={name} max={1} value={part ?? 0} className="h-1 w-full basis-full accent-accent" />
    </>
  )
}
