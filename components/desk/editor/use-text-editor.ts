'use client'
import { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useSyncExternalStore } from 'react'
import type { Body, DraftBody } from '@/lib/articles/schema'
import { editorDocument } from './body-json'
import { articleExtensions } from './extensions'
import { Intake, type IntakeOptions } from './intake'
import type { TextSession } from './text-session'

export type Opening = Parameters<IntakeOptions['onOpening']>[0]
type Options = {
  session: TextSession; body: Body | DraftBody; isEditable: boolean; label: string
  onAsk: (typed: string) => void
  onImages: IntakeOptions['onImages']
  onTooLarge: () => void
  /** a whole article was pasted where nothing was written yet */
  onOpening?: (opening: Opening) => void
}

/** The text's editor; null until the browser has the page. */
export function useTextEditor({ session, body, isEditable, label, onAsk, onImages, onTooLarge, onOpening }: Options): Editor | null {
  useEffect(() => {
    const intake = Intake.configure({
      onAsk, onImages, onTooLarge,
      isEmptyArticle: () => onOpening !== undefined && made.isEmpty && session.read().fields.standfirst.trim() === '',
      onOpening: (opening) => onOpening?.(opening),
    })
    const made = new Editor({
      extensions: [...articleExtensions(), intake],
      content: editorDocument(body),
      editable: isEditable,
      editorProps: { handleDOMEvents: { beforeinput: stopStrayUndo }, attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'article-body', lang: 'sv', spellcheck: 'true' } },
      onUpdate: () => session.bodyChanged(),
    })
    session.attach(made)
    return () => {
      session.detach()
      made.destroy()
    }
    // The editor lives as long as the screen: what it begins with is read once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session])
  return useEditorOf(session)
}

/** Chrome undoes what was written last on the page, wherever its focus is: in the text only who writes there means the text. */
function stopStrayUndo({ dom }: EditorView, event: InputEvent): boolean {
  const isStray = event.inputType.startsWith('history') && event.target === dom && dom.ownerDocument.activeElement !== dom
  if (isStray) event.preventDefault()
  return isStray
}

export const useEditorOf = (session: TextSession): Editor | null => useSyncExternalStore(session.subscribe, session.readEditor, session.readNoEditor)
