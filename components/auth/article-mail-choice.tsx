'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { Switch } from '@/components/ui/switch'
import { useToast } from '@/components/ui/toast'
import { setArticleMail } from '@/lib/users/actions'

export function ArticleMailChoice({ isOn }: { isOn: boolean }) {
  const t = useTranslations('auth')
  const router = useRouter()
  const say = useToast()
  const [, start] = useTransition()
  const [shown, show] = useOptimistic(isOn)
  const choose = (on: boolean) =>
    start(async () => {
      show(on)
      const answer = await setArticleMail({ on }).catch(() => null)
      if (answer?.ok) router.refresh()
      else say(answer?.message ?? t('unreachable'))
    })
  return (
    <div className="flex flex-col gap-1">
      <Switch isSelected={shown} onChange={choose}>{t('articleMail')}</Switch>
      <p className="text-[0.8125rem] text-quiet">{t('articleMailHint')}</p>
    </div>
  )
}
