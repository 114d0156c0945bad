import { type LinkInput, linkIdentity } from '@/lib/related-links/schema'
import type { Body, Draft, DraftBlock, DraftBody, DraftInput, Mark } from './schema'

type Node = { type: string; text?: string; marks?: Mark[]; content?: Node[] }

/** The links of an editor's body that name no target row yet, blocks and text, each as given. */
export function linksGiven(body: DraftBody): LinkInput[] {
  return body.content.flatMap((block): LinkInput[] => {
    if (block.type === 'readAlso') return block.attrs.link ? [block.attrs.link] : []
    return marksIn(block as Node).flatMap((mark) => (mark.type === 'link' ? [linkOf(mark)] : []))
  })
}

const linkOf = (mark: Extract<Mark, { type: 'link' }>): LinkInput =>
  mark.attrs.article !== null ? { kind: 'article', articleId: mark.attrs.article } : { kind: 'url', url: mark.attrs.href }

const marksIn = (node: Node): Mark[] => [...(node.marks ?? []), ...(node.content ?? []).flatMap(marksIn)]

/** The body as it is stored: each block names its target row (`targets`: identity -> id), own addresses in the text name articles (`articles`: identity -> id). */
export function storedBody(body: DraftBody, targets: ReadonlyMap<string, string>, articles: ReadonlyMap<string, string>): Body {
  return { type: 'doc', content: body.content.map((block) => storedBlock(block, targets, articles)) }
}

function storedBlock(block: DraftBlock, targets: ReadonlyMap<string, string>, articles: ReadonlyMap<string, string>): Body['content'][number] {
  if (block.type !== 'readAlso') return storedNode(block as Node, articles) as Body['content'][number]
  const { target, link, title, headlineThen = null } = block.attrs
  return { type: 'readAlso', attrs: { target: link ? targets.get(linkIdentity(link))! : target, title, headlineThen: title === null ? null : headlineThen } }
}

function storedNode(node: Node, articles: ReadonlyMap<string, string>): Node {
  const marks = node.marks?.map((mark) => storedMark(mark, articles))
  return { ...node, ...(marks && { marks }), ...(node.content && { content: node.content.map((child) => storedNode(child, articles)) }) }
}

function storedMark(mark: Mark, articles: ReadonlyMap<string, string>): Mark {
  if (mark.type !== 'link') return mark
  const article = articles.get(linkIdentity(linkOf(mark)))
  return article ? { type: 'link', attrs: { article, href: null } } : mark
}


/** The blocks with each title that belongs to exactly one article made a link to it; `views` stand in the order of `links`. */
export function resolvedTitles(blocks: readonly DraftBlock[], links: readonly LinkInput[], views: readonly { candidates: readonly { id: string }[] }[]): DraftBlock[] {
  const articleOf = new Map(links.flatMap((link, i) => (link.kind === 'title' && views[i]?.candidates.length === 1 ? [[linkIdentity(link), views[i].candidates[0]!.id] as const] : [])))
  return blocks.map((block) => {
    const articleId = block.type === 'readAlso' && block.attrs.link ? articleOf.get(linkIdentity(block.attrs.link)) : undefined
    return articleId ? { type: 'readAlso', attrs: { target: null, link: { kind: 'article', articleId }, title: null } } : block
  })
}

/** Ids of the images that a text shows. */
export const imagesOf = ({ body, leadImage }: Pick<Draft, 'body' | 'leadImage'>): string[] => [...new Set([...(leadImage ? [leadImage.image] : []), ...body.content.flatMap((block) => (block.type === 'image' ? [block.attrs.image] : []))])]

/** A stored draft as an editor would send it: its blocks name the target rows that they have. */
export const draftInputOf = ({ body, ...draft }: Draft): DraftInput => ({
  ...draft,
  body: {
    type: 'doc',
    content: body.content.map((block) => (block.type === 'readAlso' ? { type: 'readAlso', attrs: { target: block.attrs.target, link: null, title: block.attrs.title, headlineThen: block.attrs.headlineThen } } : block)),
  },
})
