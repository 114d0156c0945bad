'use client'
import type { Editor } from '@tiptap/core'
import { Image as ImageIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { takenAs } from '@/lib/media/model'
import { useImageBook } from '../images/image-book'
import { ImagePicker } from '../images/image-picker'
import { insertBlock } from './intake'

/** Puts an image where one writes. */
export function ImageTool({ editor, className }: { editor: Editor | null; className: string }) {
  const t = useTranslations('images')
  const book = useImageBook()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)} className={`${className} gap-1.5 text-[0.8125rem] font-semibold`}><ImageIcon aria-hidden size={18} />{t('one')}</Button>
      <ImagePicker title={t('insertTitle')} isOpen={isOpen} onClose={() => setOpen(false)}
        onPick={(image) => { setOpen(false); book.add(image); if (editor) insertBlock(editor, { type: 'image', attrs: takenAs(image) }) }} />
    </>
  )
}
