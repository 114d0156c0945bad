'use client'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { CirclePlay } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { embedPage, PROVIDERS } from '@/lib/articles/model'
import type { Embed } from '@/lib/articles/schema'
import { useText } from './editor-context'
import { EmbedDialog } from './embed-dialog'
import { removeBlock } from './move-block'

/** A film as one writes: where it comes from, its words and its address. Nothing of it is fetched here either. */
export function EmbedView({ node, editor, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const t = useTranslations('editor')
  const { isEditable } = useText()
  const [isChanging, setChanging] = useState(false)
  const embed = node.attrs as Embed['attrs']
  const { name } = PROVIDERS[embed.provider]
  const page = embedPage(embed)
  const entries: MenuEntry[] = [
    { id: 'change', name: t('embed.menuChange'), onAction: () => setChanging(true) },
    { id: 'open', name: t('embed.open', { name }), onAction: () => window.open(page, '_blank', 'noopener') },
    { id: 'remove', name: t('removeBlock'), onAction: () => removeBlock(editor, deleteNode), danger: true },
  ]
  return (
    <NodeViewWrapper as="figure" data-block="embed" aria-label={t('embed.named', { title: embed.title })} data-chosen={selected || undefined} className="my-6 flex items-start gap-4 rounded-md border border-line bg-surface px-4 py-3 font-sans outline-offset-2 outline-focus data-chosen:bg-chosen data-chosen:outline-2">
      <CirclePlay aria-hidden size={28} className="mt-1 shrink-0 text-accent-ink" />
      <div className="min-w-0 flex-1">
        <p className="text-[0.8125rem] font-bold text-quiet">{t('embed.from', { name })}</p>
        <p className="text-[1.0625rem] leading-snug font-semibold wrap-anywhere">{embed.title}</p>
        <p className="mt-0.5 text-[0.8125rem] text-quiet wrap-anywhere">{page}</p>
      </div>
      {isEditable && <Menu label={t('embed.menu', { title: embed.title })} entries={entries} />}
      <EmbedDialog isOpen={isChanging} embed={embed} onClose={() => setChanging(false)} onSave={updateAttributes} />
    </NodeViewWrapper>
  )
}
