import type { Node as Document } from '@tiptap/pm/model'
import { Watched } from '@/components/ui/watched'
import type { describeLinks } from '@/lib/articles/actions'
import { type Finding, findDuplicates, type LinkItem, type LinkRef, siteKnowledge, UNKNOWN_SITE } from '@/lib/related-links/model'
import { type LinkInput, linkIdentity } from '@/lib/related-links/schema'

type Answer = Extract<Awaited<ReturnType<typeof describeLinks>>, { ok: true }>['data']
export type LinkView = Answer['links'][number]
/** A link to an address that is no article of this site. */
export const isOutside = (view: LinkView): view is LinkView & { url: string } => view.kind === 'url' && view.url !== null && URL.canParse(view.url)
type Asked = LinkInput | { kind: 'target'; targetId: string }
/** A link where it stands in the editor's document. */
type Placed = { pos: number; place: 'block' | 'text'; asked: Asked; title: string | null; headlineThen: string | null }

/** `title` and `headlineThen` are the block's own words, and what the target's headline was when they were written. */
export type BookEntry = Pick<Placed, 'pos' | 'place' | 'title' | 'headlineThen'> & { view: LinkView | null; finding: Finding | null; other: { pos: number; title: string | null } | null }
export type BookPage = {
  /** LÄS OCKSÅ blocks by their position in the document, which is also their order */
  blocks: ReadonlyMap<number, BookEntry>
  /** findings to be settled, in document order */
  open: readonly BookEntry[]
  /** all links, in document order, and when they were looked at */
  links: readonly BookEntry[]
  at: Date
}

const PAUSE = 250
const MOST = 500
const EMPTY: BookPage = { blocks: new Map(), open: [], links: [], at: new Date(0) }
const identityOf = (asked: Asked): string => (asked.kind === 'target' ? `target:${asked.targetId}` : linkIdentity(asked))

/**
 * What the editor knows of the links in its document. The verdict itself is computed here, at each change, by the one pure
 * function; the server is asked only for what links lead to and what the site knows of them.
 */
export class LinkBook extends Watched<BookPage> {
  private views = new Map<string, LinkView>()
  private knowledge = UNKNOWN_SITE
  private rulings: Answer['rulings'] = []
  private links: Placed[] = []
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly articleId: string
  private readonly describe: typeof describeLinks
  /** called with new knowledge, so that titles of exactly one article can become links to it */
  onKnown: () => void = () => {}

  constructor(articleId: string, describe: typeof describeLinks) {
    super(EMPTY)
    this.articleId = articleId
    this.describe = describe
  }

  readEmpty = (): BookPage => EMPTY

  /** The document has changed. */
  update(document: Document): void {
    this.links = linksIn(document)
    if (this.links.some((link) => !this.views.has(identityOf(link.asked)))) this.askSoon()
    this.judge()
    // a title that was looked up for another block is not asked about again
    if (this.links.some(({ asked }) => asked.kind === 'title' && this.views.has(identityOf(asked)))) this.onKnown()
  }

  /** The links as they stand, with the words that blocks show in place of their targets' own. */
  given(): { link: Asked; title: string | null }[] {
    return this.links.slice(0, MOST).map(({ asked, title }) => ({ link: asked, title }))
  }

  viewOf(link: LinkInput): LinkView | null {
    return this.views.get(linkIdentity(link)) ?? null
  }

  /** Asks again what the links lead to: after a ruling, and when somebody comes back to the window. */
  async refresh(): Promise<void> {
    const wanted = [...new Map(this.links.map((link) => [identityOf(link.asked), link.asked])).values()].slice(0, MOST)
    if (wanted.length === 0) return
    const answer = await this.describe({ articleId: this.articleId, links: wanted }).catch(() => null)
    if (!answer?.ok) return
    wanted.forEach((asked, i) => this.views.set(identityOf(asked), answer.data.links[i]!))
    this.knowledge = siteKnowledge(answer.data.knowledge)
    this.rulings = answer.data.rulings
    this.judge()
    this.onKnown()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
  }

  private askSoon(): void {
    if (this.timer) clearTimeout(this.timer)
    // the first time the screen waits for it
    this.timer = setTimeout(() => void this.refresh(), this.views.size === 0 ? 0 : PAUSE)
  }

  private judge(): void {
    const items = this.links.map((link) => this.itemOf(link))
    const findings = new Map(findDuplicates(items, this.knowledge, { selfArticleId: this.articleId, rulings: this.rulings }).map((finding) => [finding.index, finding]))
    const entries = this.links.map((link, index): BookEntry => {
      const finding = findings.get(index) ?? null
      const other = finding && finding.of !== index ? { pos: this.links[finding.of]!.pos, title: items[finding.of]!.title } : null
      const { pos, place, title, headlineThen } = link
      return { pos, place, title, headlineThen, view: this.views.get(identityOf(link.asked)) ?? null, finding, other }
    })
    const blocks = entries.filter((_, i) => this.links[i]!.place === 'block')
    this.show({ blocks: new Map(blocks.map((entry) => [entry.pos, entry])), open: blocks.filter(({ finding }) => finding && finding.ruling === null), links: entries, at: new Date() })
  }

  private itemOf({ asked, place, title }: Placed): LinkItem {
    const view = this.views.get(identityOf(asked))
    return { place, title: place === 'text' ? null : (title ?? view?.title ?? (asked.kind === 'title' ? asked.title : null)), ref: refOf(asked, view) }
  }
}

function refOf(asked: Asked, view: LinkView | undefined): LinkRef {
  const known = view ? refOfView(view) : null
  // Not known yet: itself, and like nothing else.
  return known ?? (asked.kind === 'target' ? { kind: 'url', url: `target:${asked.targetId}` } : asked)
}

function refOfView({ kind, articleId, url, title }: LinkView): LinkRef | null {
  if (kind === 'article') return articleId ? { kind, articleId } : null
  if (kind === 'url') return url ? { kind, url } : null
  return title ? { kind, title } : null
}

function linksIn(document: Document): Placed[] {
  const links: Placed[] = []
  document.descendants((node, pos, parent, index) => {
    const placed = node.isText ? textLink(node, pos, index > 0 ? parent!.child(index - 1) : null) : blockLink(node, pos)
    if (placed) links.push(placed)
  })
  return links
}

function blockLink(node: Document, pos: number): Placed | null {
  if (node.type.name !== 'readAlso') return null
  const { target, link, title, headlineThen } = node.attrs as { target: string | null; link: LinkInput | null; title: string | null; headlineThen: string | null }
  const asked: Asked | null = link ?? (target ? { kind: 'target', targetId: target } : null)
  return asked && { pos, place: 'block', title, headlineThen, asked }
}

/** Neighbouring text of one link is one link. */
function textLink(node: Document, pos: number, before: Document | null): Placed | null {
  const asked = linkOf(node)
  const last = before && linkOf(before)
  const isMore = asked && last && identityOf(last) === identityOf(asked)
  return asked && !isMore ? { pos, place: 'text', title: null, headlineThen: null, asked } : null
}

function linkOf(node: Document): LinkInput | null {
  const attrs = node.marks.find((mark) => mark.type.name === 'link')?.attrs as { article: string | null; href: string | null } | undefined
  if (!attrs) return null
  return attrs.article ? { kind: 'article', articleId: attrs.article } : attrs.href ? { kind: 'url', url: attrs.href } : null
}
