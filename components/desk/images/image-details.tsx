'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { ImageView } from '@/lib/media/model'
import { When } from '../when'
import { useLeaving } from '../use-leaving'
import { DeleteImage } from './delete-image'
import { FocusPoint } from './focus-point'
import { ImageConflict } from './image-conflict'
import { ImageWordsFields } from './image-words'
import { useImageEdit } from './use-image-edit'

type Props = { image: ImageView; mayEdit: boolean; mayDelete: boolean; children: ReactNode }

/** An image at large and all that is said of it; `children` say where it is shown. */
export function ImageDetails({ image, mayEdit, mayDelete, children }: Props) {
  const t = useTranslations('images.about')
  const { fields, set, save, take, theirs, problem, isBusy, isSaved, isChanged } = useImageEdit(image)
  const [isGone, setGone] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // the buttons of a conflict go with it
  const settle = (choose: () => void) => {
    choose()
    requestAnimationFrame(() => form.current?.querySelector('textarea')?.focus())
  }
  useLeaving(() => isChanged && !isGone, () => window.confirm(t('leave')))
  return (
    <div className="flex flex-col gap-5 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-10 lg:gap-y-4">
      <h1 className="text-xl font-bold tracking-tight wrap-anywhere lg:col-span-2">{image.name}</h1>
      <FocusPoint image={image} alt={fields.alt} focus={fields} onChange={set} isDisabled={!mayEdit} />
      <div className="flex flex-col gap-8">
        <form ref={form} onSubmit={(event) => { event.preventDefault(); void save() }} className="flex flex-col gap-4">
          <h2 className="text-base font-bold">{t('title')}</h2>
          <p className="-mt-3 text-[0.8125rem] text-quiet">{t(mayEdit ? 'hint' : 'onlyOwn')}</p>
          <ImageWordsFields words={fields} onWrite={set} isDisabled={!mayEdit} />
          {theirs && <ImageConflict theirs={theirs} onTake={() => settle(() => take(theirs))} onKeep={() => settle(() => void save(theirs.version))} />}
          {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
          {mayEdit && (
            <p className="flex items-center gap-3">
              <Button type="submit" look="primary" isPending={isBusy || !isChanged}>{t('save')}</Button>
              <span role="status" className="text-sm text-quiet">{isSaved && !isChanged && t('saved')}</span>
            </p>
          )}
        </form>
        {children}
        <Facts image={image} />
        {mayEdit && <WhyKept uses={image.uses} />}
        {mayDelete && <DeleteImage image={image} onGone={() => setGone(true)} />}
      </div>
    </div>
  )
}

/** In the place of the way to delete it. */
function WhyKept({ uses }: { uses: number }) {
  const t = useTranslations('errors')
  return uses > 0 ? <p className="text-sm text-quiet">{t('imageUsed')}</p> : null
}

function Facts({ image: { width, height, bytes, createdAt, createdBy } }: { image: ImageView }) {
  const t = useTranslations('images.about')
  const format = useFormatter()
  const size = bytes < 1_000_000 ? format.number(Math.ceil(bytes / 1_000), { style: 'unit', unit: 'kilobyte' }) : format.number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return (
    <section aria-labelledby="file" className="text-sm text-quiet">
      <h2 id="file" className="mb-1 text-base font-bold text-ink">{t('file')}</h2>
      <p>{t('pixels', { width, height })}, {size}</p>
      <p>{t('by', { name: createdBy })} <When at={createdAt} /></p>
    </section>
  )
}
