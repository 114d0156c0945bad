'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import { copyArticle, restoreArticle, trashArticle } from '@/lib/articles/actions'
import { useTrash } from './links/use-trash'
import { useAsk, useDeed } from './use-deed'

type Props = { articleId: string; headline: string; may: { edit: boolean; copy: boolean; trash: boolean; restore: boolean; publish: boolean } }

/** What can be done with an article from the list; the trash is undone by a word. */
export function RowMenu({ articleId, headline, may }: Props) {
  const t = useTranslations('desk')
  const router = useRouter()
  const say = useToast()
  const ask = useAsk()
  const { run, isHeld } = useDeed()
  const restore = async () => {
    const answer = await run(() => restoreArticle({ articleId }))
    say(answer.ok ? t('restored') : answer.message)
  }
  const trash = async () => {
    const answer = await run(() => trashArticle({ articleId }))
    say(answer.ok ? t('trashed') : answer.message, answer.ok ? { name: t('undo'), run: () => void restore() } : undefined)
  }
  const { askToTrash, dialog } = useTrash(articleId, trash)
  const copy = async () => {
    const answer = await ask(() => copyArticle({ articleId }))
    if (answer.ok) router.push(`/desk/articles/${answer.data.articleId}`)
    else say(answer.message)
  }
  const entries: MenuEntry[] = [
    { id: 'open', name: t(may.edit ? 'open' : 'read'), href: `/desk/articles/${articleId}` },
    { id: 'preview', name: t('preview'), onAction: () => window.open(`/desk/articles/${articleId}/preview`, '_blank', 'noopener') },
    ...(may.publish ? [{ id: 'publish', name: t('publish'), href: `/desk/articles/${articleId}?panel=publish` }] : []),
    ...(may.copy ? [{ id: 'copy', name: t('copy'), onAction: () => void copy() }] : []),
    ...(may.trash ? [{ id: 'trash', name: t('trash'), onAction: () => void askToTrash(), danger: true }] : []),
    ...(may.restore ? [{ id: 'restore', name: t('restore'), onAction: () => void restore() }] : []),
  ]
  return <><Menu label={t('moreFor', { headline: headline || t('untitled') })} entries={entries} isPending={isHeld} />{dialog}</>
}
