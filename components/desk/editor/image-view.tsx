'use client'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ImageUse } from '@/lib/media/schema'
import { ImageCard } from '../images/image-card'
import { useText } from './editor-context'
import { moveBlock, removeBlock } from './move-block'

/** An image in the text as one writes, with the words that it has there. */
export function ImageView({ node, editor, getPos, deleteNode, updateAttributes, selected }: ReactNodeViewProps) {
  const t = useTranslations('images')
  const { isEditable } = useText()
  const use = node.attrs as ImageUse
  const move = (step: -1 | 1) => moveBlock(editor, getPos() ?? 0, step)
  const entries = [{ id: 'up', name: t('moveUp'), onAction: () => move(-1) }, { id: 'down', name: t('moveDown'), onAction: () => move(1) }]
  const handle = <span data-drag-handle draggable aria-hidden title={t('drag')} className="flex size-9 cursor-grab items-center justify-center text-quiet hover:text-ink"><GripVertical size={18} /></span>
  return (
    <NodeViewWrapper as="figure" data-block="image" aria-label={t('named', { name: use.caption || use.alt })} data-chosen={selected || undefined} className="my-6 rounded-md outline-offset-4 outline-focus data-chosen:bg-chosen data-chosen:outline-2">
      <ImageCard use={use} isEditable={isEditable} onWrite={updateAttributes} onReplace={updateAttributes} onRemove={() => removeBlock(editor, deleteNode)} entries={entries} handle={handle} />
    </NodeViewWrapper>
  )
}
