'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { Body, DraftBody } from '@/lib/articles/schema'
import { UploadList } from '../images/upload-list'
import { useText } from './editor-context'
import { insertReadAlso } from './intake'
import { LinkPicker } from './link-picker'
import { TextColumn } from './text-column'
import { type Opening, useTextEditor } from './use-text-editor'
import { useTextImages } from './use-text-images'

type Props = { body: Body | DraftBody; onOpening?: (opening: Opening) => void; lead?: ReactNode; isInset?: boolean }

/** A text and all that is needed to write it. */
export function WrittenText({ body, onOpening, lead, isInset }: Props) {
  const t = useTranslations('editor')
  const say = useToast()
  const { session, isEditable } = useText()
  const [asked, setAsked] = useState<string | null>(null)
  const { uploads, waiting, take } = useTextImages(session)
  const editor = useTextEditor({ session, body, isEditable, label: t('body'), onAsk: setAsked, onImages: take, onTooLarge: () => say(t('pasteTooLarge')), onOpening })
  const cancelAsk = () => {
    // Nothing that was typed is lost: the words come back, as words.
    if (asked && editor) editor.chain().insertContent(asked).focus().run()
    setAsked(null)
  }
  return (
    <>
      <TextColumn editor={editor} onReadAlso={() => setAsked('')} lead={lead} isInset={isInset} />
      <div className="sticky bottom-4 z-10 mx-auto max-w-[42.5rem] px-5 empty:hidden max-sm:bottom-20 sm:px-8"><UploadList uploads={uploads} waiting={waiting} /></div>
      <LinkPicker title={t('readAlso')} withTitles isOpen={asked !== null} onClose={cancelAsk} onPick={(link) => { setAsked(null); if (editor) insertReadAlso(editor, link) }} />
    </>
  )
}
