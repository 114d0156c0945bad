'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { deleteImage } from '@/lib/media/actions'
import type { ImageView } from '@/lib/media/model'

/** Deletes an image that nothing shows, once a person has said so. */
export function DeleteImage({ image, onGone }: { image: ImageView; onGone: () => void }) {
  const t = useTranslations('images.delete')
  const errors = useTranslations('errors')
  const router = useRouter()
  const say = useToast()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isGone = useRef(false)
  // the focus was on what has gone with this page: the one that follows takes it
  useEffect(() => () => {
    if (isGone.current) requestAnimationFrame(() => document.getElementById('main')?.focus())
  }, [])
  const run = async () => {
    setBusy(true)
    const answer = await deleteImage({ imageId: image.id }).catch(() => null)
    setBusy(false)
    if (!answer?.ok) return setProblem(answer?.message ?? errors('unreachable'))
    onGone()
    isGone.current = true
    say(t('done', { name: image.name }))
    router.push('/desk/images')
    router.refresh()
  }
  return (
    <p>
      <Button look="danger" onPress={() => setAsked(true)}>{t('ask')}</Button>
      <Dialog role="alertdialog" title={t('title')} closeLabel={t('keep')} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="text-sm">{t('text', { name: image.name })}</p>
        {problem && <p role="alert" className="text-sm font-medium text-stop-ink">{problem}</p>}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onPress={() => setAsked(false)}>{t('keep')}</Button>
          <Button look="danger" isPending={isBusy} onPress={() => void run()}>{t('do')}</Button>
        </div>
      </Dialog>
    </p>
  )
}
