'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { ImageFile } from '@/lib/media/model'
import type { DeskArticle } from '@/lib/articles/queries'
import { ImageBook, ImageBookProvider } from '../images/image-book'
import { Conflict } from './conflict'
import { CorrectionBanner } from './correction-note'
import { DeskProvider } from './editor-context'
import { EditorHeader } from './editor-header'
import { KeptText } from './kept-text'
import { LeadImage } from './lead-image'
import { Panel } from './panel'
import type { PanelName } from './panels'
import { EditorSession } from './session'
import { useLeaveGuard } from './use-leave-guard'
import { type Opening, useEditorOf } from './use-text-editor'
import { WrittenText } from './written-text'

type Named = { id: string; name: string }
type Props = { article: DeskArticle; images: readonly ImageFile[]; sections: readonly Named[]; zone: string; initialPanel: PanelName | null; canCreateByline: boolean }

/** One article: its text in the middle, all that is not text in the panel at its side. */
export function ArticleEditor({ article, images, sections, zone, initialPanel, canCreateByline }: Props) {
  const t = useTranslations('editor')
  const [session] = useState(() => new EditorSession(article, { unreachable: t('unreachable'), unsent: t('unsent'), notSavable: t('notSavable') }))
  const [book] = useState(() => new ImageBook(images))
  const [shown, setShown] = useState<PanelName | null>(initialPanel)
  const editor = useEditorOf(session)
  usePageEvents(session)
  useLeaveGuard(session)
  const desk = useMemo(() => ({ session, mayRule: article.may.rule, mayLiftKill: article.may.liftKill, isEditable: article.may.edit }), [session, article.may])
  const open = ({ dateline, standfirst }: Opening) => session.set({ ...(dateline && { dateline }), ...(standfirst && { standfirst }) })
  return (
    <ImageBookProvider value={book}><DeskProvider value={desk}>
      <EditorHeader article={article} shown={shown} onShow={setShown} />
      <KeptText />
      <CorrectionBanner />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className={shown ? 'max-lg:hidden' : ''}><WrittenText body={article.draft.body} onOpening={open} lead={<LeadImage />} /></div>
        <Panel editor={editor} sections={sections} zone={zone} shown={shown} onShow={setShown} canCreateByline={canCreateByline} mayPublish={article.may.publish} killLine={article.killLine} />
      </div>
      <Conflict />
    </DeskProvider></ImageBookProvider>
  )
}

/** What holds for the page and not for one text: who comes back is told what is new, and who leaves loses nothing. */
function usePageEvents(session: EditorSession): void {
  useEffect(() => {
    const onBack = () => document.visibilityState === 'visible' && void Promise.all([session.book.refresh(), session.refreshFacts()])
    const onGone = () => session.keep()
    document.addEventListener('visibilitychange', onBack)
    window.addEventListener('pagehide', onGone)
    return () => {
      document.removeEventListener('visibilitychange', onBack)
      window.removeEventListener('pagehide', onGone)
    }
  }, [session])
}
