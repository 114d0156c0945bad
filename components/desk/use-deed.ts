import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { Answer } from '@/lib/auth/define-action'

export type RunDeed = <T>(ask: () => Promise<Answer<T>>) => Promise<Answer<T>>

/** Asks the server for something: one that does not answer is a refusal as others are, in words. */
export function useAsk(): RunDeed {
  const t = useTranslations('errors')
  return (ask) => ask().catch(() => ({ ok: false, code: 'UNEXPECTED', message: t('unreachable') }))
}

/**
 * Does something to what a page of the server's shows, and asks for the page anew. `isHeld` from the press until the page shows what came of
 * it: a press in between would mean the old row. A server that does not answer is a refusal as others are, and leaves the page as it is.
 */
export function useDeed(): { run: RunDeed; isHeld: boolean } {
  const t = useTranslations('errors')
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()
  const run: RunDeed = async (ask) => {
    setAsking(true)
    const answer = await ask().catch(() => null)
    setAsking(false)
    if (answer) startRefresh(() => router.refresh())
    return answer ?? { ok: false, code: 'UNEXPECTED', message: t('unreachable') }
  }
  return { run, isHeld: isAsking || isRefreshing }
}
