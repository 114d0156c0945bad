'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Heading2, Heading3, Italic, Link2, List, ListOrdered, type LucideIcon, Quote, Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, Group, ToggleButton, Toolbar } from 'react-aria-components'
import type { LinkInput } from '@/lib/related-links/schema'
import { EmbedTool } from './embed-tool'
import { ImageTool } from './image-tool'
import { LinkPicker } from './link-picker'

type Tool = 'bold' | 'italic' | 'h2' | 'h3' | 'bulletList' | 'orderedList' | 'blockquote'
const TOOLS: { tool: Tool; icon: LucideIcon; run: (editor: Editor) => void; isOn: (editor: Editor) => boolean }[] = [
  { tool: 'bold', icon: Bold, run: (editor) => editor.chain().focus().toggleMark('bold').run(), isOn: (editor) => editor.isActive('bold') },
  { tool: 'italic', icon: Italic, run: (editor) => editor.chain().focus().toggleMark('italic').run(), isOn: (editor) => editor.isActive('italic') },
  { tool: 'h2', icon: Heading2, run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(), isOn: (editor) => editor.isActive('heading', { level: 2 }) },
  { tool: 'h3', icon: Heading3, run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 3 }).run(), isOn: (editor) => editor.isActive('heading', { level: 3 }) },
  { tool: 'bulletList', icon: List, run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(), isOn: (editor) => editor.isActive('bulletList') },
  { tool: 'orderedList', icon: ListOrdered, run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(), isOn: (editor) => editor.isActive('orderedList') },
  { tool: 'blockquote', icon: Quote, run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(), isOn: (editor) => editor.isActive('blockquote') },
]
const TOOL = 'inline-flex shrink-0 h-9 min-w-9 items-center justify-center rounded-md px-2 text-quiet hover:bg-hover hover:text-ink data-[selected]:bg-chosen data-[selected]:text-ink disabled:opacity-40'

/** What can be done to the text where the cursor stands. */
export function EditorToolbar({ editor, onReadAlso, isInset }: { editor: Editor | null; onReadAlso: () => void; isInset: boolean }) {
  const t = useTranslations('editor.tools')
  const [isLinking, setLinking] = useState(false)
  const state = useEditorState({ editor, selector: ({ editor: current }) => (current ? stateOf(current) : null) })
  const isLinked = state?.isLinked ?? false
  const link = () => (isLinked ? editor?.chain().focus().extendMarkRange('link').unsetMark('link').run() : setLinking(true))
  const setLink = (picked: LinkInput) => {
    setLinking(false)
    const attrs = picked.kind === 'article' ? { article: picked.articleId, href: null } : picked.kind === 'url' ? { article: null, href: picked.url } : null
    if (attrs) editor?.chain().focus().extendMarkRange('link').setMark('link', attrs).run()
  }
  return (
    <Toolbar aria-label={t('name')} className={`sticky z-10 flex items-center gap-1 overflow-x-auto border-b border-line bg-paper px-3 py-1.5 ${isInset ? 'top-0' : 'top-14 sm:px-6'}`}>
      <Group className="flex shrink-0 gap-0.5" aria-label={t('marks')}>
        {TOOLS.map(({ tool, icon: Icon, run }) => (
          <ToggleButton key={tool} aria-label={t(tool)} isSelected={state?.on.includes(tool) ?? false} onChange={() => editor && run(editor)} className={TOOL}><Icon aria-hidden size={18} /></ToggleButton>
        ))}
        <ToggleButton aria-label={t('link')} isSelected={isLinked} isDisabled={!isLinked && (state?.isEmpty ?? true)} onChange={link} className={TOOL}><Link2 aria-hidden size={18} /></ToggleButton>
      </Group>
      <Button onPress={onReadAlso} className={`${TOOL} ml-1 border-l-[3px] border-accent px-3 text-[0.8125rem] font-bold tracking-[0.06em] whitespace-nowrap !text-accent-ink`}>{t('readAlso')}</Button>
      <ImageTool editor={editor} className={TOOL} />
      <EmbedTool editor={editor} className={TOOL} />
      <Group className="ml-auto flex shrink-0 gap-0.5" aria-label={t('history')}>
        <Button aria-label={t('undo')} isDisabled={!state?.canUndo} onPress={() => editor?.chain().focus().undo().run()} className={TOOL}><Undo2 aria-hidden size={18} /></Button>
        <Button aria-label={t('redo')} isDisabled={!state?.canRedo} onPress={() => editor?.chain().focus().redo().run()} className={TOOL}><Redo2 aria-hidden size={18} /></Button>
      </Group>
      <LinkPicker title={t('link')} withTitles={false} isOpen={isLinking} onClose={() => setLinking(false)} onPick={setLink} />
    </Toolbar>
  )
}

const stateOf = (editor: Editor) => ({
  on: TOOLS.filter(({ isOn }) => isOn(editor)).map(({ tool }) => tool),
  isLinked: editor.isActive('link'),
  isEmpty: editor.state.selection.empty,
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
})
