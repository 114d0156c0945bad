'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { findImpact } from '@/lib/articles/actions'
import { useAsk } from '../use-deed'
import { type Impact, ImpactNote } from './impact-note'

/** Throws an article away at once when nobody links to it; else says first what that means. The dialog is to be put on the page. */
export function useTrash(articleId: string, trash: () => Promise<void>): { askToTrash: () => Promise<void>; dialog: ReactNode } {
  const t = useTranslations('links.impact')
  const [impact, setImpact] = useState<Impact | null>(null)
  const say = useToast()
  const ask = useAsk()
  const askToTrash = async () => {
    const answer = await ask(() => findImpact({ articleId }))
    if (!answer.ok) say(answer.message)
    else if (answer.data.articles + answer.data.live > 0) setImpact(answer.data)
    else await trash()
  }
  const close = () => setImpact(null)
  const dialog = (
    <Dialog role="alertdialog" title={t('trashTitle')} closeLabel={t('keep')} isOpen={impact !== null} onClose={close}>
      {impact && <ImpactNote articleId={articleId} impact={impact} />}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={close}>{t('keep')}</Button>
        <Button look="primary" onPress={() => { close(); void trash() }}>{t('trash')}</Button>
      </div>
    </Dialog>
  )
  return { askToTrash, dialog }
}
