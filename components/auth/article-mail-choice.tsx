'use client'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { useDeed } from '@/components/desk/use-deed'
import { Switch } from '@/components/ui/switch'
import { useToast } from '@/components/ui/toast'
import { setArticleMail } from '@/lib/users/actions'

export function ArticleMailChoice({ isOn }: { isOn: boolean }) {
  const t = useTranslations('auth')
  const { run } = useDeed()
  const say = useToast()
  const [, start] = useTransition()
  const [shown, show] = useOptimistic(isOn)
  const choose = (on: boolean) =>
    start(async () => {
      show(on)
      const answer = await run(() => setArticleMail({ on }))
      if (!answer.ok) say(answer.message)
    })
  return (
    <div className="flex flex-col gap-1">
      <Switch isSelected={shown} onChange={choose}>{t('articleMail')}</Switch>
      <p className="text-[0.8125rem] text-quiet">{t('articleMailHint')}</p>
    </div>
  )
}
