'use client'
import { Eye } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import { copyArticle, restoreArticle, trashArticle } from '@/lib/articles/actions'
import type { ArticleState } from '@/lib/articles/model'
import type { DeskArticle } from '@/lib/articles/queries'
import { LANGUAGE_TAG, type Locale } from '@/lib/platform/locale'
import { useTrash } from '../links/use-trash'
import { StateMark } from '../state-mark'
import { useAsk } from '../use-deed'
import type { SaveState } from './autosave'
import { useDesk, useLinkBook, useSnapshot } from './editor-context'
import { KillDialog, type KillVerb } from './kill-dialog'
import type { PanelName } from './panels'

type Props = { article: DeskArticle; shown: PanelName | null; onShow: (panel: PanelName | null) => void }

/** Where the article and its text stand, in words, and the way to all that is not text. */
export function EditorHeader({ article, shown, onShow }: Props) {
  const t = useTranslations('editor')
  const { session } = useDesk()
  const desk = useTranslations('desk')
  const { facts, save, version, fields } = useSnapshot()
  const headline = fields.headline || desk('untitled')
  useTitle(headline)
  const changed = facts.state === 'live' && facts.liveVersion !== version
  const preview = async () => {
    const tab = window.open('about:blank', '_blank')
    await session.autosave.flush()
    if (tab) tab.location.href = `/desk/articles/${article.id}/preview`
  }
  return (
    <header className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-2 max-sm:gap-x-2 sm:px-6">
      <h1 className="sr-only">{headline}</h1>
      <div className="flex min-w-0 flex-1 gap-x-4 max-sm:flex-col sm:items-center">
        <span className="text-sm max-sm:text-[0.8125rem]"><StateMark state={facts.state} changed={changed} /></span>
        <p role="status" className="min-w-0 truncate text-sm text-quiet max-sm:text-[0.8125rem]"><SaveWords save={save} isEditable={article.may.edit} /></p>
      </div>
      <div className="flex items-center gap-2 max-sm:gap-1">
        <Button onPress={() => void preview()} className="max-sm:px-2.5"><Eye aria-hidden size={16} className="sm:hidden" /><span className="max-sm:sr-only">{t('preview')}</span></Button>
        <SmallScreenSwitch shown={shown} onShow={onShow} />
        <MoreMenu article={article} />
      </div>
    </header>
  )
}

/** The page's own title is the headline that it was loaded with. */
function useTitle(headline: string): void {
  useEffect(() => {
    // a title made here would outlive the page
    const title = document.querySelector('head > title')
    if (title) title.textContent = `${headline} · Spalt`
  }, [headline])
}

function SmallScreenSwitch({ shown, onShow }: Omit<Props, 'article'>) {
  const t = useTranslations('editor')
  const { open } = useLinkBook()
  return (
    <span className="lg:hidden">
      <Button onPress={() => onShow(shown ? null : 'publish')}>{shown ? t('toText') : t('toPanel')}{!shown && open.length > 0 && <span className="rounded-full bg-stop-ground px-1.5 text-stop-ink">{open.length}</span>}</Button>
    </span>
  )
}

function SaveWords({ save, isEditable }: { save: SaveState; isEditable: boolean }) {
  const t = useTranslations('editor.saveState')
  const locale = useLocale() as Locale
  const timeZone = useTimeZone()
  if (!isEditable) return t('readOnly')
  if (save.kind === 'failed') return <span className="font-semibold text-stop-ink" title={save.message}>{t(save.final ? 'refused' : 'failed', { message: save.message })}</span>
  if (save.kind === 'conflict') return <span className="font-semibold text-stop-ink">{t('conflict')}</span>
  if (save.kind !== 'saved' || !save.at) return t(save.kind)
  const at = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(save.at))
  return t('savedAt', { at })
}

/** What was allowed when the page was loaded, as the article stands now. */
function nowPossible(may: DeskArticle['may'], state: ArticleState): { canTrash: boolean; canKill: boolean } {
  if (state === 'killed') return { canTrash: false, canKill: false }
  const isOut = state === 'live' || state === 'scheduled'
  return { canTrash: may.trash && !isOut, canKill: may.kill || (may.publish && isOut) }
}

function MoreMenu({ article }: { article: DeskArticle }) {
  const t = useTranslations('desk')
  const kill = useTranslations('publishing.kill')
  const { session } = useDesk()
  const { facts } = useSnapshot()
  const router = useRouter()
  const say = useToast()
  const ask = useAsk()
  const { id: articleId, may } = article
  const [asked, setAsked] = useState<KillVerb | null>(null)
  const { canTrash, canKill } = nowPossible(may, facts.state)
  const copy = async () => {
    await session.autosave.flush()
    const answer = await ask(() => copyArticle({ articleId }))
    if (answer.ok) router.push(`/desk/articles/${answer.data.articleId}`)
    else say(answer.message)
  }
  const undo = async () => {
    const answer = await ask(() => restoreArticle({ articleId }))
    if (answer.ok) router.push(`/desk/articles/${articleId}`)
    else say(answer.message)
  }
  const trash = async () => {
    await session.autosave.flush()
    const answer = await ask(() => trashArticle({ articleId }))
    say(answer.ok ? t('trashed') : answer.message, answer.ok ? { name: t('undo'), run: () => void undo() } : undefined)
    if (answer.ok) router.push('/desk')
  }
  const { askToTrash, dialog } = useTrash(articleId, trash)
  const restore = async () => {
    const answer = await ask(() => restoreArticle({ articleId }))
    if (answer.ok) window.location.reload()
    else say(answer.message)
  }
  const entries: MenuEntry[] = [
    ...(may.copy ? [{ id: 'copy', name: t('copy'), onAction: () => void copy() }] : []),
    ...(canTrash ? [{ id: 'trash', name: t('trash'), onAction: () => void askToTrash(), danger: true }] : []),
    ...(canKill ? [{ id: 'kill', name: kill('menu'), onAction: () => setAsked('kill'), danger: true }] : []),
    ...(may.liftKill ? [{ id: 'liftKill', name: kill('lift.menu'), onAction: () => setAsked('liftKill') }] : []),
    ...(may.restore ? [{ id: 'restore', name: t('restore'), onAction: () => void restore() }] : []),
  ]
  if (entries.length === 0) return null
  return (
    <>
      <Menu label={t('more')} entries={entries} />
      {dialog}
      <KillDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}
