'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { findKillReach } from '@/lib/publishing/actions'
import type { Reach } from '@/lib/publishing/queries'
import { When } from '../when'

const AGAIN = 1_000

/** Whether the text of a killed article is gone from every process that serves readers: asks until each has said so. */
export function KillReach({ articleId }: { articleId: string }) {
  const t = useTranslations('publishing.kill.reach')
  const [reach, setReach] = useState<Reach | null>(null)
  const [isLost, setIsLost] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async (): Promise<void> => {
      const answer = await findKillReach({ articleId }).catch(() => null)
      if (isOver) return
      setIsLost(!answer?.ok)
      if (answer?.ok) setReach(answer.data)
      if (!answer?.ok || (answer.data && !answer.data.at)) timer = setTimeout(() => void ask(), AGAIN)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [articleId])
  return (
    <div role="status" className="text-sm font-semibold">
      {isLost ? t('unknown') : reach && (reach.at ? <>{t('everywhere')} <When at={reach.at} /></> : t(reach.silent > 0 ? 'silent' : 'waiting', { silent: reach.silent, confirmed: reach.confirmed, processes: reach.processes }))}
    </div>
  )
}
