'use client'
import type { Editor } from '@tiptap/core'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BookPage } from './link-book'
import type { SameStory } from './same-story'
import type { EditorSession, Snapshot } from './session'

export type Desk = { session: EditorSession; mayRule: boolean; isEditable: boolean }
const Context = createContext<Desk | null>(null)
export const DeskProvider = Context.Provider

/** The session of the article on this screen. */
export function useDesk(): Desk {
  const desk = useContext(Context)
  if (!desk) throw new Error('outside of an article editor')
  return desk
}

export function useSnapshot(): Snapshot {
  const { session } = useDesk()
  return useSyncExternalStore(session.subscribe, session.read, session.read)
}

export function useLinkBook(): BookPage {
  const { book } = useDesk().session
  return useSyncExternalStore(book.subscribe, book.read, book.readEmpty)
}

export function useSameStory(): ReturnType<SameStory['read']> {
  const { sameStory } = useDesk().session
  return useSyncExternalStore(sameStory.subscribe, sameStory.read, sameStory.readEmpty)
}

/** Selects the block at a position and brings it into view. */
export function goTo(editor: Editor, pos: number): void {
  const node = editor.state.doc.nodeAt(pos)
  const chain = editor.chain().focus()
  if (node?.type.name === 'readAlso') chain.setNodeSelection(pos)
  else chain.setTextSelection(pos + 1)
  chain.run()
  const dom = editor.view.nodeDOM(pos)
  const element = dom instanceof Element ? dom : dom?.parentElement
  element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}
