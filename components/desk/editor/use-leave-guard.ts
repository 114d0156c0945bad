'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { EditorSession } from './session'

/** Unsaved text does not leave unnoticed: the browser asks at its own doors; at ours the text is saved first, and asked about when that fails. */
export function useLeaveGuard(session: EditorSession): void {
  const t = useTranslations('editor')
  const router = useRouter()
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (session.autosave.isDirty) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || !session.autosave.isDirty || staysHere(event, link)) return
      event.preventDefault()
      event.stopPropagation()
      void session.autosave.flush().then((saved) => {
        if (saved || window.confirm(t('leaveUnsaved'))) router.push(link.pathname + link.search)
      })
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [session, router, t])
}

const staysHere = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank' || link.origin !== location.origin || link.isContentEditable || link.pathname === location.pathname
