'use client'
import type { Editor } from '@tiptap/core'
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react'
import { type CheckedLink, type CheckItem, publishCheck } from '@/lib/articles/model'
import type { BookEntry, BookPage, LinkView } from './link-book'
import type { SameStory } from './same-story'
import type { PanelName } from './panels'
import type { EditorSession } from './session'
import type { Snapshot } from './snapshot'
import type { TextSession, TextSnapshot } from './text-session'

export type Desk = { session: EditorSession; mayRule: boolean; mayLiftKill: boolean; isEditable: boolean }
/** A text that is written on the screen: the draft, or in a dialog above it what readers have. */
export type TextDesk = Pick<Desk, 'mayRule' | 'isEditable'> & { session: TextSession }
const Context = createContext<Desk | null>(null)
const TextContext = createContext<TextDesk | null>(null)
export const TextProvider = TextContext.Provider

export function DeskProvider({ value, children }: { value: Desk; children: ReactNode }) {
  return <Context value={value}><TextProvider value={value}>{children}</TextProvider></Context>
}

/** The text on whose screen this stands. */
export function useText(): TextDesk {
  const text = useContext(TextContext)
  if (!text) throw new Error('outside of a text')
  return text
}

export function useTextSnapshot(): TextSnapshot {
  const { session } = useText()
  return useSyncExternalStore(session.subscribe, session.read, session.read)
}

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
  const { book } = useText().session
  return useSyncExternalStore(book.subscribe, book.read, book.readEmpty)
}

export function useSameStory(): ReturnType<SameStory['read']> {
  const { sameStory } = useDesk().session
  return useSyncExternalStore(sameStory.subscribe, sameStory.read, sameStory.readEmpty)
}

export type CheckEntry = { item: CheckItem; entry: BookEntry }

/** The publish check of what is on the screen, as if it went live at an instant (ISO; null is now), and that instant. */
export function usePublishCheck(at: string | null): { found: CheckEntry[]; goesLive: Date } {
  const { articleId } = useText().session
  const page = useLinkBook()
  return useMemo(() => {
    const goesLive = at ? new Date(at) : page.at
    const findings = page.links.flatMap(({ finding }) => finding ?? [])
    const items = publishCheck({ articleId, links: page.links.map(checkedLink), findings, goesLive })
    return { found: items.map((item) => ({ item, entry: page.links[item.index]! })), goesLive }
  }, [articleId, page, at])
}

function checkedLink({ place, title, headlineThen, view }: BookEntry): CheckedLink {
  const instant = (iso: string | null) => (iso ? new Date(iso) : null)
  const target = view && { ...view, at: instant(view.at), until: instant(view.until), isBroken: view.health === 'broken' }
  return { place, title, headlineThen, headline: headlineOf(view), target }
}

/** The headline that a block without words of its own shows; null for what is no article. */
export const headlineOf = (view: LinkView | null): string | null => (view?.kind === 'article' ? view.title : null)

/** Selects the block at a position and brings it into view. */
export function goTo(editor: Editor, pos: number): void {
  const node = editor.state.doc.nodeAt(pos)
  const chain = editor.chain().focus()
  if (node?.isAtom) chain.setNodeSelection(pos)
  else chain.setTextSelection(pos + 1)
  chain.run()
  const dom = editor.view.nodeDOM(pos)
  const element = dom instanceof Element ? dom : dom?.parentElement
  element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}

/** How a panel leads to a place in the text: it closes where it covers the text, then the place is shown. */
export const goFrom = (editor: Editor | null, onShow: (panel: PanelName | null) => void) => (pos: number): void => {
  onShow(null)
  if (editor) requestAnimationFrame(() => goTo(editor, pos))
}
