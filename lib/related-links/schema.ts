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
