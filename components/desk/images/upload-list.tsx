'use client'
import { useTranslations } from 'next-intl'
import { FileTrigger } from 'react-aria-components'
import { Upload as UploadIcon, X } from 'lucide-react'
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

const LOW = 'min-h-8! px-2! py-0!'

/** The files on their way: how far each has come, or why it was not taken. */
export function UploadList({ uploads, waiting }: { uploads: Uploads; waiting: readonly Upload[] }) {
  const t = useTranslations('images')
  if (waiting.length === 0) return null
  const refused = waiting.filter(({ problem }) => problem !== null)
  return (
    <div className="flex flex-col gap-1.5 font-sans">
      <ul aria-label={t('uploading')} className="flex max-h-[40dvh] flex-col gap-1.5 overflow-auto">
        {waiting.map((upload) => (
          <li key={upload.key} className={`flex flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md border px-3 py-1 text-sm ${upload.problem ? 'border-stop-ink bg-stop-ground text-stop-ink' : 'border-line bg-surface'}`}>
            <span className="min-w-24 flex-1 truncate font-semibold">{upload.file.name || t('pasted')}</span>
            {upload.problem ? <Refused uploads={uploads} upload={upload} /> : <Progress upload={upload} />}
          </li>
        ))}
      </ul>
      {refused.length > 1 && <p className="self-end rounded-md bg-paper"><Button className={LOW} onPress={() => uploads.dropRefused()}>{t('dropAll')}</Button></p>}
    </div>
  )
}

function Refused({ uploads, upload: { key, file, problem, isFinal } }: { uploads: Uploads; upload: Upload }) {
  const t = useTranslations('images')
  return (
    <>
      <Button look="quiet" className={LOW} aria-label={t('dropNamed', { name: file.name || t('pasted') })} onPress={() => uploads.drop(key)}><X aria-hidden size={16} /></Button>
      <span role="alert" className="min-w-0 flex-1 basis-full">{problem}</span>
      {!isFinal && <Button className={LOW} onPress={() => uploads.retry(key)}>{t('again')}</Button>}
    </>
  )
}

/** A whole file that is sent is still made into copies. */
function Progress({ upload: { part, file, isHeld } }: { upload: Upload }) {
  const t = useTranslations('images')
  const words = isHeld ? t('held') : part === null ? t('waits') : part < 1 ? t('sends', { percent: Math.floor(part * 100) }) : t('prepares')
  return (
    <>
      <span className="text-[0.8125rem] text-quiet tabular-nums">{words}</span>
      <progress aria-label={file.name || t('pasted')} max={1} value={part ?? 0} className="h-1 w-full basis-full accent-accent" />
    </>
  )
}
