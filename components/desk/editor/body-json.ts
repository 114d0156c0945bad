import type { JSONContent } from '@tiptap/core'
import { type Body, type DraftBlock, type DraftBody, draftBodySchema } from '@/lib/articles/schema'

const MARK_ORDER = ['link', 'bold', 'italic']

/** A stored body, or parsed blocks, as the editor's document; an empty one gets the paragraph that one writes in. */
export function editorDocument(body: Body | { type: 'doc'; content: readonly DraftBlock[] }): JSONContent {
  const content = body.content.map((block): JSONContent => (block.type === 'readAlso' ? { type: 'readAlso', attrs: { link: null, ...block.attrs } } : (block as JSONContent)))
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** The editor's document as a draft's body: only what the schema names, and no empty paragraphs at the end. Throws a ZodError where the editor holds what cannot be saved. */
export function draftBody(document: JSONContent): DraftBody {
  // ProseMirror's attributes have no prototype, and server actions refuse such objects.
  const { content = [] } = structuredClone(document)
  const blocks = content.map(plainNode)
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop()
  return draftBodySchema.parse({ type: 'doc', content: blocks })
}

const isEmptyParagraph = (node: JSONContent | undefined): boolean => node?.type === 'paragraph' && !node.content?.length

function plainNode(node: JSONContent): JSONContent {
  const { type, content = [] } = node
  if (type === 'text') return plainText(node)
  if (type === 'readAlso') return { type, attrs: { target: null, link: null, title: null, headlineThen: null, ...node.attrs } }
  if (type === 'image' || type === 'embed') return { type, attrs: { ...node.attrs } }
  const attrs = type === 'heading' ? { attrs: { level: node.attrs?.level } } : {}
  return { type, ...attrs, ...(content.length > 0 && { content: content.map(plainNode) }) }
}

function plainText({ type, text, marks = [] }: JSONContent): JSONContent {
  const ordered = [...marks].sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type))
  return { type, text, ...(ordered.length > 0 && { marks: ordered.map(plainMark) }) }
}

const plainMark = (mark: { type: string; attrs?: Record<string, unknown> }) =>
  mark.type === 'link' ? { type: 'link', attrs: { article: mark.attrs?.article ?? null, href: mark.attrs?.href ?? null } } : { type: mark.type }
