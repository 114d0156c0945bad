'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useLeaving } from '../use-leaving'
import type { EditorSession } from './session'

/** Unsaved text does not leave unnoticed: it is saved first, and asked about when that fails. */
export function useLeaveGuard(session: EditorSession): void {
  const t = useTranslations('editor')
  const router = useRouter()
  useLeaving(() => session.autosave.isDirty, (to) => {
    void session.autosave.flush().then((saved) => {
      if (saved || window.confirm(t('leaveUnsaved'))) router.push(to)
    })
    return false
  })
}
