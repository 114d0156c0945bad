// Promise 5: what of an article's links a reader sees at an instant.
import { embedPage, PROVIDERS } from '@/lib/articles/model'
import type { ImageFile } from '@/lib/media/model'
import type { ImageUse } from '@/lib/media/schema'
import type { Block, Body, Embed, ImageBlock, Inline, List, ListItem, Mark, ReadAlso } from '@/lib/articles/schema'

/** What a link leads to, as it is now: `live` is null for an own article that readers cannot open. */
export type LinkedThing = {
  kind: 'article' | 'url' | 'title'
  articleId: string | null
  url: string | null
  title: string | null
  live: { slug: string; headline: string } | null
  /** equal for targets that were merged */
  survivorId: string
  /** an editor said that the article may name it twice */
  isKept: boolean
  /** an address outside that is known to lead nowhere */
  isBroken: boolean
}
/** `targetId` as the body names it: clicks are counted by it */
export type ShownLink = { href: string; title: string; outside: boolean; targetId: string }
export type TextBlock = Exclude<Block, ReadAlso | ImageBlock | Embed>
/** An image with the words that it has where it stands. */
export type ShownImage = ImageFile & Omit<ImageUse, 'image'>
/** What is rendered: text as it is stored, links in it resolved, images, films, and groups of LÄS OCKSÅ. */
export type ShownBlock = { kind: 'text'; block: TextBlock } | { kind: 'image'; image: ShownImage } | { kind: 'embed'; embed: Embed['attrs'] } | { kind: 'related'; links: ShownLink[] }
/** By target id, by article id, and by address for those in the text that were replaced; images by id. */
export type Linked = { targets: ReadonlyMap<string, LinkedThing>; articles: ReadonlyMap<string, LinkedThing>; replaced: ReadonlyMap<string, LinkedThing>; images: ReadonlyMap<string, ImageFile>; selfId: string }

export const articlePath = (slug: string): string => `/a/${slug}`

/** The body as readers see it: blocks that lead nowhere, and doubles that a merge made, leave no trace; neighbours join; dead links become their words. */
export function showBody(body: Body, linked: Linked): ShownBlock[] {
  const shown: ShownBlock[] = []
  const links = shownLinks(body, linked)
  for (const block of body.content) {
    if (block.type !== 'readAlso') {
      shown.push(...shownBlock(block, linked))
      continue
    }
    const link = links.get(block)
    const last = shown.at(-1)
    if (link && last?.kind === 'related') last.links.push(link)
    else if (link) shown.push({ kind: 'related', links: [link] })
  }
  return shown
}

/** What readers see of a block that is no LÄS OCKSÅ; nothing of one that is empty, or whose file is gone. */
function shownBlock(block: Exclude<Block, ReadAlso>, linked: Linked): ShownBlock[] {
  if (block.type === 'embed') return [{ kind: 'embed', embed: block.attrs }]
  if (block.type !== 'image') return isEmpty(block) ? [] : [{ kind: 'text', block: resolveLinks(block, linked) }]
  const image = shownImage(block.attrs, linked.images)
  return image ? [{ kind: 'image', image }] : []
}

/** An image as it is shown where a text takes it; null when its file is gone. */
export function shownImage(use: ImageUse | null, files: ReadonlyMap<string, ImageFile>): ShownImage | null {
  const file = use && files.get(use.image)
  return file ? { ...file, alt: use.alt.trim(), caption: use.caption.trim(), credit: use.credit.trim() } : null
}

/** Of blocks that lead to one target only the first is shown, unless an editor said keep. */
function shownLinks(body: Body, { targets, selfId }: Linked): Map<Block, ShownLink> {
  const links = new Map<Block, ShownLink>()
  const named = new Set<string>()
  for (const block of body.content) {
    const target = block.type === 'readAlso' && targets.get(block.attrs.target)
    if (!target || (named.has(target.survivorId) && !target.isKept)) continue
    const link = shownLink(block, target, selfId)
    if (!link) continue
    links.set(block, link)
    named.add(target.survivorId)
  }
  return links
}

function shownLink({ attrs }: ReadAlso, target: LinkedThing, selfId: string): ShownLink | null {
  if (target.kind === 'title' || target.articleId === selfId) return null
  if (target.kind === 'article') return target.live && { href: articlePath(target.live.slug), title: attrs.title ?? target.live.headline, outside: false, targetId: attrs.target }
  const host = hostOf(target.url)
  return host === null || target.isBroken ? null : { href: target.url!, title: attrs.title ?? target.title ?? host, outside: true, targetId: attrs.target }
}

/** The address' host as people say it; null for what is no address. */
export const hostOf = (url: string | null): string | null => (url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null)

const isEmpty = (block: TextBlock): boolean => block.type === 'paragraph' && !block.content?.some((node) => node.type === 'text' && node.text.trim())

function resolveLinks<T extends TextBlock | ListItem>(block: T, linked: Linked): T {
  if (block.type === 'paragraph' || block.type === 'heading') return { ...block, content: block.content?.map((node) => resolveInline(node, linked)) }
  return { ...block, content: (block.content as (TextBlock | ListItem | List)[]).map((child) => resolveLinks(child, linked)) }
}

/** A link to an own article by id becomes its live address, or is taken from the words; a replaced address becomes the other. */
function resolveInline(node: Inline, linked: Linked): Inline {
  if (node.type !== 'text' || !node.marks) return node
  const marks = node.marks.flatMap((mark): Mark[] => {
    if (mark.type !== 'link') return [mark]
    const href = hrefOf(mark.attrs, linked)
    return href === null ? [] : [{ type: 'link', attrs: { article: null, href } }]
  })
  return { ...node, marks }
}

function hrefOf({ article, href }: { article: string | null; href: string | null }, { articles, replaced, selfId }: Linked): string | null {
  const thing = article !== null ? articles.get(article) : replaced.get(href!)
  if (article === null && (!thing || thing.kind === 'title')) return href
  if (thing?.kind === 'url') return thing.url
  return thing?.live && thing.articleId !== selfId ? articlePath(thing.live.slug) : null
}

/** The addresses of all links in the order of the page, neighbouring text of one link counted once: print's footnotes. */
export function addressesOf(blocks: readonly ShownBlock[]): string[] {
  return blocks.flatMap((shown) => {
    if (shown.kind === 'embed') return [embedPage(shown.embed)]
    if (shown.kind === 'related') return shown.links.map((link) => link.href)
    return shown.kind === 'text' ? textAddresses(shown.block) : []
  })
}

/** From where the players of a page's films come, each once. */
export const playersOf = (blocks: readonly ShownBlock[]): string[] => [...new Set(blocks.flatMap((shown) => (shown.kind === 'embed' ? [PROVIDERS[shown.embed.provider].players] : [])))]

function textAddresses(block: TextBlock | ListItem): string[] {
  if (block.type !== 'paragraph' && block.type !== 'heading') return (block.content as (TextBlock | ListItem)[]).flatMap(textAddresses)
  return linkRuns(block.content ?? []).flatMap((run) => run.href ?? [])
}

export type LinkRun = { href: string | null; nodes: Inline[] }

/** Inline content by the link that it stands in, so that a link with a bold word in it is one link. */
export function linkRuns(content: readonly Inline[]): LinkRun[] {
  const runs: LinkRun[] = []
  for (const node of content) {
    const mark = node.type === 'text' ? node.marks?.find((each) => each.type === 'link') : undefined
    const href = mark?.attrs.href ?? null
    const last = runs.at(-1)
    if (last && last.href === href) last.nodes.push(node)
    else runs.push({ href, nodes: [node] })
  }
  return runs
}
