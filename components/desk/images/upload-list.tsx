'use client'
import { useTranslations } from 'next-intl'
import { FileTrigger, type PressEvent } from 'react-aria-components'
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
    <div data-uploads className="flex flex-col gap-1.5 font-sans">
      <ul aria-label={t('uploading')} className="flex max-h-[40dvh] flex-col gap-1.5 overflow-auto">
        {waiting.map((upload) => (
          <li key={upload.key} className={`flex flex-wrap items-center gap-x-2 gap-y-0.5 rounded-md border py-1 pr-1 pl-3 text-sm leading-snug ${upload.problem ? 'border-stop-ink bg-stop-ground text-stop-ink' : 'border-line bg-surface'}`}>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{upload.file.name || t('pasted')}</span>
              {upload.problem && <span role="alert" className="block">{upload.problem}</span>}
            </span>
            {upload.problem ? <Refused uploads={uploads} upload={upload} /> : <Progress upload={upload} />}
          </li>
        ))}
      </ul>
      {refused.length > 1 && <p className="self-end rounded-md bg-paper"><Button className={LOW} onPress={keepingFocus(() => uploads.dropRefused())}>{t('dropAll')}</Button></p>}
    </div>
  )
}

function Refused({ uploads, upload: { key, file, isFinal } }: { uploads: Uploads; upload: Upload }) {
  const t = useTranslations('images')
  return (
    <>
      {!isFinal && <Button className={LOW} onPress={keepingFocus(() => uploads.retry(key))}>{t('again')}</Button>}
      <Button look="quiet" className={LOW} aria-label={t('dropNamed', { name: file.name || t('pasted') })} onPress={keepingFocus(() => uploads.drop(key))}><X aria-hidden size={16} /></Button>
    </>
  )
}

/** A button that goes when it is pressed: the focus goes to another of the list, or with the list to what it stood in. */
const keepingFocus = (act: () => void) => ({ target }: PressEvent): void => {
  const [list, around] = [target.closest('[data-uploads]'), target.closest<HTMLElement>('[role=dialog], main')]
  act()
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const to = (list?.isConnected && list.querySelector('button')) || around
    to?.focus()
  })
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
