import { type Editor, Extension, InputRule, type JSONContent } from '@tiptap/core'
import { Fragment, type Node as Document, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { parseArticleText } from '@/lib/articles/model'
import { LIMITS } from '@/lib/articles/schema'
import { splitReadAlsoLine } from '@/lib/related-links/model'
import { LINK_LIMITS, type LinkInput, linkInputSchema } from '@/lib/related-links/schema'
import { filesIn, imagesIn } from '../images/upload'
import { editorDocument } from './body-json'

export type IntakeOptions = {
  /** somebody typed `LÄS OCKSÅ ` in an empty paragraph: the words are gone, and come back when nothing is picked */
  onAsk: (typed: string) => void
  /** image files were pasted, or files of any kind dropped at a position */
  onImages: (files: File[], pos: number) => void
  /** the paste was larger than 1 MB, and nothing of it was taken */
  onTooLarge: () => void
  /** what a whole article's text had before its body; called only when the article was empty */
  onOpening: (opening: { dateline: string | null; standfirst: string | null }) => void
  isEmptyArticle: () => boolean
}

/** Everything by which text comes in but keys: pasted plain text is read as an import is, and LÄS OCKSÅ lines become blocks. */
export const Intake = Extension.create<IntakeOptions>({
  name: 'intake',
  addOptions: () => ({ onAsk: () => {}, onImages: () => {}, onTooLarge: () => {}, onOpening: () => {}, isEmptyArticle: () => false }),
  addInputRules() {
    const find = /^LÄS OCKSÅ:?\s$/
    return [new InputRule({
      find,
      handler: ({ range, chain, match, state }) => {
        if (state.doc.resolve(range.from).parent.type.name !== 'paragraph' || state.doc.resolve(range.from).depth !== 1) return null
        chain().deleteRange(range).run()
        // after the key has been dealt with
        queueMicrotask(() => this.options.onAsk(match[0]))
      },
    })]
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [new Plugin({
      props: {
        handlePaste: (_view, event) => takePaste(editor, options, event.clipboardData),
        handleDrop: (view, event) => takeDrop(options, event.dataTransfer, () => view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from),
        transformPasted: (slice) => new Slice(withReadAlso(slice.content, editor.schema), slice.openStart, slice.openEnd),
      },
    })]
  },
})

/** Markup that says more than plain text does. */
const RICH = /<(?:b|strong|i|em|h[1-6]|ul|ol|li|blockquote)\b|<a\s[^>]*href|data-read-also|data-image|data-embed/i

function takePaste(editor: Editor, options: IntakeOptions, data: DataTransfer | null): boolean {
  if (isTooLarge(data)) {
    options.onTooLarge()
    return true
  }
  const images = imagesIn(data)
  if (images.length > 0) {
    options.onImages(images, editor.state.selection.from)
    return true
  }
  const text = textOf(data)
  const isEmpty = options.isEmptyArticle()
  if (RICH.test(textOf(data, 'html')) || !isArticleText(text, editor)) return false
  const parsed = parseArticleText(text, { fragment: !isEmpty })
  if (parsed.blocks.length === 0 && !parsed.standfirst) return false
  if (isEmpty) options.onOpening(parsed)
  return editor.chain().insertContent(editorDocument({ type: 'doc', content: parsed.blocks }).content ?? []).scrollIntoView().run()
}

function takeDrop(options: IntakeOptions, data: DataTransfer | null, posAt: () => number): boolean {
  // one that is no image is refused in words, like those that the server refuses
  const files = filesIn(data)
  if (files.length > 0) {
    options.onImages(files, posAt())
    return true
  }
  const isLarge = isTooLarge(data)
  if (isLarge) options.onTooLarge()
  return isLarge
}

const textOf = (data: DataTransfer | null, kind: 'plain' | 'html' = 'plain'): string => data?.getData(`text/${kind}`) ?? ''
const bytes = (text: string): number => new TextEncoder().encode(text).length
const isTooLarge = (data: DataTransfer | null): boolean => bytes(textOf(data)) > LIMITS.pasteBytes || bytes(textOf(data, 'html')) > LIMITS.bodyBytes

/** Several lines, or one that is a LÄS OCKSÅ; words for the middle of a sentence are the editor's own business. */
function isArticleText(text: string, editor: Editor): boolean {
  const { $from } = editor.state.selection
  if ($from.depth > 1) return false
  return /\S\s*\n\s*\S/.test(text) || splitReadAlsoLine(text) !== null
}

function withReadAlso(content: Fragment, schema: Schema): Fragment {
  const nodes: Document[] = []
  content.forEach((node) => {
    const given = node.type.name === 'paragraph' ? splitReadAlsoLine(node.textContent) : null
    const link = given ? linkGiven(given, node) : null
    nodes.push(link ? schema.nodes.readAlso!.create({ target: null, link, title: null }) : node)
  })
  return Fragment.from(nodes)
}

/** The first link inside the line, else its words. */
function linkGiven(title: string, node: Document): LinkInput | null {
  let link: LinkInput | null = null
  node.descendants((child) => {
    const { article, href } = child.marks.find((mark) => mark.type.name === 'link')?.attrs ?? {}
    if (!link && article) link = { kind: 'article', articleId: article }
    else if (!link && href) link = { kind: 'url', url: href }
  })
  return link ?? linkOfWords(title)
}

/** An address, else a title; null for what is neither. */
export function linkOfWords(words: string): LinkInput | null {
  const text = words.trim()
  const asAddress = /^www\.\S+\.\S+$/i.test(text) ? `https://${text}` : text
  const isAddress = /^https?:\/\/\S+$/i.test(asAddress) && URL.canParse(asAddress)
  const parsed = linkInputSchema.safeParse(isAddress ? { kind: 'url', url: asAddress } : { kind: 'title', title: text.slice(0, LINK_LIMITS.title) })
  return parsed.success ? parsed.data : null
}

/** Puts a LÄS OCKSÅ where one writes. */
export function insertReadAlso(editor: Editor, link: LinkInput): void {
  insertBlock(editor, { type: 'readAlso', attrs: { target: null, link, title: null } })
}

/** Puts a block where one writes: in place of an empty paragraph, else after the block. */
export function insertBlock(editor: Editor, node: JSONContent): void {
  const { $from } = editor.state.selection
  const isEmpty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const at = isEmpty ? { from: $from.before(1), to: $from.after(1) } : $from.depth > 0 ? $from.after(1) : editor.state.selection.to
  const isLast = (typeof at === 'number' ? at : at.to) >= editor.state.doc.content.size
  const content = isLast ? [node, { type: 'paragraph' }] : [node]
  const next = (typeof at === 'number' ? at : at.from) + 2
  editor.chain().insertContentAt(at, content).setTextSelection(next).focus().scrollIntoView().run()
}
