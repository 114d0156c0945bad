import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** Moves the block at a position past its neighbour, and keeps it selected. False at the end of the text. */
export function moveBlock({ state: { doc, tr }, view }: Editor, pos: number, step: -1 | 1): boolean {
  const node = doc.nodeAt(pos)
  const neighbour = node && (step < 0 ? doc.resolve(pos).nodeBefore : doc.resolve(pos + node.nodeSize).nodeAfter)
  if (!neighbour) return false
  const to = pos + step * neighbour.nodeSize
  tr.delete(pos, pos + node.nodeSize).insert(to, node)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)).scrollIntoView())
  // a menu gives the focus back to its button, which is another one now
  requestAnimationFrame(() => view.focus())
  return true
}

/** Takes a block away by its own view; the focus, which was in a menu of it, goes to the text. */
export function removeBlock(editor: Editor, deleteNode: () => void): void {
  deleteNode()
  requestAnimationFrame(() => editor.view.focus())
}
