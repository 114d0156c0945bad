'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { findFlashTo } from '@/lib/front-page/actions'

/** The line above readers' pages that leads to the article, and goes with it; nothing where none does. Says so where it cannot be known. */
export function FlashNote({ articleId }: { articleId: string }) {
  const t = useTranslations('publishing.kill')
  const [flash, setFlash] = useState<{ text: string | null; isKnown: boolean } | null>(null)
  useEffect(() => {
    let current = true
    void findFlashTo({ articleId }).catch(() => null).then((answer) => current && setFlash({ text: answer?.ok ? answer.data : null, isKnown: answer?.ok === true }))
    return () => { current = false }
  }, [articleId])
  if (flash && !flash.isKnown) return <p role="alert" className="text-sm font-medium text-stop-ink">{t('flashUnknown')}</p>
  return flash?.text && <p role="status" className="rounded-md bg-warn-ground p-3 text-sm wrap-anywhere text-warn-ink">{t('flash', { text: flash.text })}</p>
}
