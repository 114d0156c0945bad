'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { Body, DraftBody } from '@/lib/articles/schema'
import { useText } from './editor-context'
import { insertReadAlso } from './intake'
import { LinkPicker } from './link-picker'
import { TextColumn } from './text-column'
import { type Opening, useTextEditor } from './use-text-editor'

type Props = { body: Body | DraftBody; onOpening?: (opening: Opening) => void; isInset?: boolean }

/** A text and all that is needed to write it. */
export function WrittenText({ body, onOpening, isInset }: Props) {
  const t = useTranslations('editor')
  const say = useToast()
  const { session, isEditable } = useText()
  const [asked, setAsked] = useState<string | null>(null)
  const editor = useTextEditor({ session, body, isEditable, label: t('body'), onAsk: setAsked, onTooLarge: () => say(t('pasteTooLarge')), onOpening })
  const cancelAsk = () => {
    // Nothing that was typed is lost: the words come back, as words.
    if (asked && editor) editor.chain().insertContent(asked).focus().run()
    setAsked(null)
  }
  return (
    <>
      <TextColumn editor={editor} onReadAlso={() => setAsked('')} isInset={isInset} />
      <LinkPicker title={t('readAlso')} withTitles isOpen={asked !== null} onClose={cancelAsk} onPick={(link) => { setAsked(null); if (editor) insertReadAlso(editor, link) }} />
    </>
  )
}
