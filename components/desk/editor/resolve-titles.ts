import type { Editor } from '@tiptap/core'
import type { LinkBook } from './link-book'

/** As an import does: a title that is exactly one article's becomes a link to it. */
export function resolveTitles(editor: Editor, book: LinkBook): void {
  const { tr } = editor.state
  editor.state.doc.forEach((node, pos) => {
    const { link } = node.attrs
    if (node.type.name !== 'readAlso' || link?.kind !== 'title') return
    const candidates = book.viewOf(link)?.candidates ?? []
    if (candidates.length === 1) tr.setNodeMarkup(pos, undefined, { target: null, link: { kind: 'article', articleId: candidates[0]!.id }, title: null })
  })
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false))
}
