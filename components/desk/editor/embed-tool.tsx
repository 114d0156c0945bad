'use client'
import type { Editor } from '@tiptap/core'
import { Clapperboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { EmbedDialog } from './embed-dialog'
import { insertBlock } from './intake'

/** Puts a film where one writes. */
export function EmbedTool({ editor, className }: { editor: Editor | null; className: string }) {
  const t = useTranslations('editor.tools')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)} className={`${className} gap-1.5 text-[0.8125rem] font-semibold`}><Clapperboard aria-hidden size={18} />{t('video')}</Button>
      <EmbedDialog isOpen={isOpen} onClose={() => setOpen(false)} onSave={(attrs) => editor && insertBlock(editor, { type: 'embed', attrs })} />
    </>
  )
}
