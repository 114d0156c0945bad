'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { createArticle } from '@/lib/articles/actions'
import { useAsk } from './use-deed'

export function NewArticleButton() {
  const t = useTranslations('desk')
  const router = useRouter()
  const say = useToast()
  const ask = useAsk()
  const [isBusy, start] = useTransition()
  const create = () => start(async () => {
    const made = await ask(() => createArticle({}))
    if (made.ok) router.push(`/desk/articles/${made.data.articleId}`)
    else say(made.message)
  })
  return (
    <Button look="primary" onPress={create} isPending={isBusy}>
      <Plus aria-hidden size={16} strokeWidth={2.5} />
      {t('newArticle')}
    </Button>
  )
}
