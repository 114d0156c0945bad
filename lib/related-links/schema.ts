import { z } from 'zod'

/** Lengths in UTF-16 units. */
export const LINK_LIMITS = { address: 2_000, title: 300, linksAtOnce: 500 } as const

const id = z.uuid('invalidValue')
/** A link as a person gave it. An address is stored as given; only http(s) without user info passes. */
export const linkInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), articleId: id }),
  z.strictObject({ kind: z.literal('url'), url: z.string().trim().max(LINK_LIMITS.address, 'addressTooLong').regex(/^https?:\/\//i, 'addressRefused') }),
  z.strictObject({ kind: z.literal('title'), title: z.string().trim().min(1, 'required').max(LINK_LIMITS.title, 'tooLong') }),
])
export type LinkInput = z.output<typeof linkInputSchema>

export const describeLinksSchema = z.strictObject({
  /** the article that the links stand in */
  articleId: id,
  links: z.array(z.union([linkInputSchema, z.strictObject({ kind: z.literal('target'), targetId: id })])).max(LINK_LIMITS.linksAtOnce, 'tooMany'),
})

export const rulingSchema = z.strictObject({
  articleId: id,
  keyA: z.string().min(1).max(20_000),
  keyB: z.string().min(1).max(20_000),
  /** null takes the ruling back */
  ruling: z.enum(['keep', 'dismiss']).nullable(),
})

/** The identity of a link exactly as given: equal identities share one target row. Not the key of the verdict. */
export function linkIdentity(link: LinkInput): string {
  if (link.kind === 'article') return `article:${link.articleId}`
  return link.kind === 'url' ? `url:${link.url}` : `title:${link.title}`
}

export type ChangeKind = 'merge' | 'replace' | 'resolve'
/** What pointers were before a change, as it is stored. */
export const previousSchema = z.array(z.object({ id, mergedIntoId: id.nullable() }))
export const mergeTargetsSchema = z.strictObject({ fromId: id, intoId: id })
export const changeIdSchema = z.strictObject({ changeId: id })
/** What a target can be made to lead to: an article or an address. */
const destinationSchema = z.discriminatedUnion('kind', [linkInputSchema.options[0], linkInputSchema.options[1]])
export type Destination = z.output<typeof destinationSchema>
export const replaceTargetSchema = z.strictObject({ fromId: id, link: destinationSchema })
export const resolveTitleSchema = z.strictObject({ targetId: id, articleId: id })
/** A change that is thought of: into another target, or into an article or address. */
export const previewChangeSchema = z.strictObject({ fromId: id, into: z.union([z.strictObject({ kind: z.literal('target'), targetId: id }), ...destinationSchema.options]) })

export const TARGET_FILTERS = ['all', 'broken', 'unresolved', 'duplicated', 'unused', 'overused'] as const
export type TargetFilter = (typeof TARGET_FILTERS)[number]
const word = z.string().max(200).optional().catch(undefined)
/** The links desk's address: what it shows, in which order, from where on. What makes no sense is left out. */
export const linksFilterSchema = z.object({
  show: z.enum(TARGET_FILTERS).catch('all').default('all'),
  sort: z.enum(['used', 'articles']).catch('used').default('used'),
  q: word,
  before: word,
})
export type LinksFilter = z.output<typeof linksFilterSchema>

/** What a readers' page sends when a LÄS OCKSÅ is followed. */
export const clickSchema = z.strictObject({ article: id, target: id })
export type Click = z.output<typeof clickSchema>
