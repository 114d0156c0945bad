import { type AnyExtension, Mark, Node, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { z } from 'zod'
import { embedLine } from '@/lib/articles/model'
import { type Embed, embedSchema, LIMITS } from '@/lib/articles/schema'
import { isSafeHref } from '@/lib/related-links/model'
import { linkInputSchema } from '@/lib/related-links/schema'
import { EmbedView } from './embed-view'
import { ImageBlock } from './image-node'
import { ReadAlsoView } from './read-also-view'

/** An attribute that a parse rule alone reads: Tiptap would take one of the same name from the clipboard's element over what the rule found. */
const own = (value: unknown) => ({ default: value, parseHTML: () => null })

/** A link in the text: an own article by id, or an outside address. Never followed by a click while one writes. */
const TextLink = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ article: own(null), href: own(null) }),
  parseHTML: () => [
    { tag: 'a[data-article]', getAttrs: (element) => attrsOf(z.uuid().safeParse(element.getAttribute('data-article')).data, null) },
    { tag: 'a[href]', getAttrs: (element) => attrsOf(null, safeAddress(element.getAttribute('href') ?? '')) },
  ],
  renderHTML: ({ HTMLAttributes: { article, href } }) => ['a', article ? { 'data-article': article, href: `/desk/articles/${article}` } : { href, rel: 'noopener' }, 0],
})

const safeAddress = (href: string): string | null => (isSafeHref(href) && href.length <= 2_000 ? href : null)
const attrsOf = (article: string | null | undefined, href: string | null) => (article ? { article, href: null } : href ? { article: null, href } : false)

/** The LÄS OCKSÅ block: one piece, whose target is named by id or, until it is saved, as it was given. */
const ReadAlso = Node.create({
  name: 'readAlso',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ target: own(null), link: own(null), title: own(null), headlineThen: own(null) }),
  // What comes from a clipboard may be anybody's: it is read by the same schema as a save.
  parseHTML: () => [{ tag: 'aside[data-read-also]', getAttrs: (element) => readAttrs(element.getAttribute('data-read-also')) }],
  renderHTML: ({ node }) => ['aside', { 'data-read-also': JSON.stringify(node.attrs) }],
  renderText: ({ node }) => `LÄS OCKSÅ: ${node.attrs.title ?? node.attrs.link?.title ?? node.attrs.link?.url ?? ''}`,
  addNodeView: () => ReactNodeViewRenderer(ReadAlsoView),
})

const words = z.string().max(LIMITS.headline).nullable()
const clipboardSchema = z.object({ target: z.uuid().nullable(), link: linkInputSchema.nullable(), title: words, headlineThen: words.default(null) })
function readAttrs(json: string | null): Record<string, unknown> | false {
  try {
    const attrs = clipboardSchema.parse(JSON.parse(json ?? ''))
    return (attrs.target === null) !== (attrs.link === null) ? attrs : false
  } catch {
    return false
  }
}

/** A film of another site, in one piece. */
const Film = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ provider: own(null), video: own(null), title: own(null), start: own(0) }),
  parseHTML: () => [{ tag: 'figure[data-embed]', getAttrs: (element) => filmAttrs(element.getAttribute('data-embed')) }],
  renderHTML: ({ node }) => ['figure', { 'data-embed': JSON.stringify(node.attrs) }],
  renderText: ({ node }) => embedLine(node.attrs as Embed['attrs']),
  addNodeView: () => ReactNodeViewRenderer(EmbedView),
})

function filmAttrs(json: string | null): Record<string, unknown> | false {
  try {
    return embedSchema.shape.attrs.parse(JSON.parse(json ?? ''))
  } catch {
    return false
  }
}

/** The strict document: paragraph, subheading, quote, lists, images, LÄS OCKSÅ, films; bold, italic, link. Nothing else can be typed or pasted in. */
export function articleExtensions(): AnyExtension[] {
  const kit = StarterKit.configure({
    code: false, codeBlock: false, strike: false, underline: false, horizontalRule: false, link: false, trailingNode: false,
    heading: false, blockquote: false, listItem: false, orderedList: false,
    dropcursor: { class: 'drop-cursor' },
  })
  return [kit, Heading, Quote, ListItem, OrderedList, TextLink, ReadAlso, ImageBlock, Film]
}

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: own(2) }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
  addInputRules() {
    return [2, 3].map((level) => textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }))
  },
  addKeyboardShortcuts() {
    const toggle = (level: number) => () => this.editor.commands.toggleNode('heading', 'paragraph', { level })
    return { 'Mod-Alt-2': toggle(2), 'Mod-Alt-3': toggle(3) }
  },
})

const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^>\s$/, type: this.type })]
  },
})

const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph (paragraph|bulletList|orderedList)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })]
  },
})
