'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { editImage, loadImage } from '@/lib/media/actions'
import type { ImageView } from '@/lib/media/model'
import { differs, fieldsOf, type ImageFields, keepLater } from './image-edit'

/** What is written of an image, until it is saved. `theirs` is what somebody else saved meanwhile: nothing of what was written is lost by it. */
export function useImageEdit(image: ImageView) {
  const t = useTranslations('errors')
  const router = useRouter()
  const [base, setBase] = useState(image)
  const [fields, setFields] = useState(fieldsOf(image))
  const [theirs, setTheirs] = useState<ImageView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const set = (change: Partial<ImageFields>) => setFields((now) => ({ ...now, ...change }))
  const take = (saved: ImageView, sent?: ImageFields) => {
    setBase(saved)
    setFields((now) => keepLater(saved, sent ?? now, now))
    setTheirs(null)
  }
  const send = async (version: number): Promise<string | null> => {
    const answer = await editImage({ imageId: image.id, version, ...fields }).catch(() => null)
    if (answer?.ok) {
      take(answer.data, fields)
      setSaved(true)
      router.refresh()
      return null
    }
    const now = answer?.code === 'CONFLICT' ? await loadImage({ imageId: image.id }).catch(() => null) : null
    if (!now?.ok) return answer?.message ?? t('unreachable')
    setTheirs(now.data)
    return null
  }
  const save = async (version = base.version) => {
    // Enter in a field sends the form while its button is held
    if (isBusy) return
    setBusy(true)
    setProblem(await send(version))
    setBusy(false)
  }
  return { fields, set, save, take, theirs, problem, isBusy, isSaved, isChanged: differs(fields, base) }
}
