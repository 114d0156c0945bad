'use client'
import { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useToast } from '@/components/ui/toast'
import type { DeskArticle } from '@/lib/articles/queries'
import { editorDocument } from './body-json'
import { Conflict } from './conflict'
import { DeskProvider } from './editor-context'
import { EditorHeader } from './editor-header'
import { articleExtensions } from './extensions'
import { insertReadAlso, Intake } from './intake'
import { KeptText } from './kept-text'
import { LinkPicker } from './link-picker'
import { Panel } from './panel'
import type { PanelName } from './panels'
import { EditorSession } from './session'
import { TextColumn } from './text-column'
import { useLeaveGuard } from './use-leave-guard'

type Named = { id: string; name: string }
type Props = { article: DeskArticle; sections: readonly Named[]; zone: string; initialPanel: PanelName | null; canCreateByline: boolean }

/** One article: its text in the middle, all that is not text in the panel at its side. */
export function ArticleEditor({ article, sections, zone, initialPanel, canCreateByline }: Props) {
  const t = useTranslations('editor')
  const say = useToast()
  const [session] = useState(() => new EditorSession(article, { unreachable: t('unreachable'), notSavable: t('notSavable') }))
  const [asked, setAsked] = useState<string | null>(null)
  const [shown, setShown] = useState<PanelName | null>(initialPanel)
  const editor = useArticleEditor({ article, session, label: t('body'), onAsk: setAsked, onTooLarge: () => say(t('pasteTooLarge')) })
  useLeaveGuard(session)
  const desk = useMemo(() => ({ session, mayRule: article.may.rule, mayLiftKill: article.may.liftKill, isEditable: article.may.edit }), [session, article.may])
  const cancelAsk = () => {
    // Nothing that was typed is lost: the words come back, as words.
    if (asked && editor) editor.chain().insertContent(asked).focus().run()
    setAsked(null)
  }
  return (
    <DeskProvider value={desk}>
      <EditorHeader article={article} shown={shown} onShow={setShown} />
      <KeptText />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className={shown ? 'max-lg:hidden' : ''}><TextColumn editor={editor} onReadAlso={() => setAsked('')} /></div>
        <Panel editor={editor} sections={sections} zone={zone} shown={shown} onShow={setShown} canCreateByline={canCreateByline} mayPublish={article.may.publish} killLine={article.killLine} />
      </div>
      <LinkPicker title={t('readAlso')} withTitles isOpen={asked !== null} onClose={cancelAsk} onPick={(link) => { setAsked(null); if (editor) insertReadAlso(editor, link) }} />
      <Conflict />
    </DeskProvider>
  )
}

type EditorOptions = { article: DeskArticle; session: EditorSession; label: string; onAsk: (typed: string) => void; onTooLarge: () => void }

/** The text's editor; null until the browser has the page. */
function useArticleEditor({ article, session, label, onAsk, onTooLarge }: EditorOptions): Editor | null {
  useEffect(() => {
    const intake = Intake.configure({
      onAsk, onTooLarge,
      isEmptyArticle: () => made.isEmpty && session.read().fields.standfirst.trim() === '',
      onOpening: ({ dateline, standfirst }) => session.set({ ...(dateline && { dateline }), ...(standfirst && { standfirst }) }),
    })
    const made = new Editor({
      extensions: [...articleExtensions(), intake],
      content: editorDocument(article.draft.body),
      editable: article.may.edit,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'article-body', lang: 'sv', spellcheck: 'true' } },
      onUpdate: () => session.bodyChanged(),
    })
    session.attach(made)
    const onBack = () => document.visibilityState === 'visible' && void Promise.all([session.book.refresh(), session.refreshFacts()])
    const onGone = () => session.keep()
    document.addEventListener('visibilitychange', onBack)
    window.addEventListener('pagehide', onGone)
    return () => {
      document.removeEventListener('visibilitychange', onBack)
      window.removeEventListener('pagehide', onGone)
      session.detach()
      made.destroy()
    }
    // The editor lives as long as the screen: what it begins with is read once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session])
  return useSyncExternalStore(session.subscribe, session.readEditor, session.readNoEditor)
}
