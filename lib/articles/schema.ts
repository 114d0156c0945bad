import { z } from 'zod'
import { imageUseSchema } from '@/lib/media/schema'
import { LINK_LIMITS, linkInputSchema } from '@/lib/related-links/schema'

export const LABELS = ['nyhet', 'analys', 'ledare', 'kronika', 'debatt', 'annons'] as const
export type Label = (typeof LABELS)[number]

/** Lengths in UTF-16 units, sizes in bytes of UTF-8. */
export const LIMITS = {
  headline: 300,
  shortHeadline: 120,
  standfirst: 2_000,
  slug: 120,
  searchTitle: 200,
  searchDescription: 500,
  shareText: 500,
  tags: 40,
  bylines: 20,
  bodyBytes: 4 * 1024 * 1024,
  pasteBytes: 1024 * 1024,
  listDepth: 6,
  suggestText: 30_000,
  embedTitle: 200,
  /** seconds */
  embedStart: 86_400,
} as const

const id = z.uuid('invalidValue')
export const articleIdSchema = z.strictObject({ articleId: id })
export const revisionSchema = z.strictObject({ articleId: id, revisionId: id })
/** The article that this one is an update of; null for none. */
export const updateOfSchema = z.strictObject({ articleId: id, updateOfId: id.nullable() })

// The body: a ProseMirror document on a closed list of blocks. `Body` is what is stored and rendered; `DraftBody` is what
// the editor sends, whose LÄS OCKSÅ blocks may still name a link that has no target row yet.

const simpleMark = z.strictObject({ type: z.enum(['bold', 'italic']) })
/** A link in running text: an own article by id, or an outside address as given. */
const linkMark = z.strictObject({
  type: z.literal('link'),
  attrs: z.union([
    z.strictObject({ article: id, href: z.null() }),
    z.strictObject({ article: z.null(), href: z.string().max(2_000, 'addressTooLong').regex(/^https?:\/\//i, 'addressRefused') }),
  ]),
})
const textNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(z.discriminatedUnion('type', [simpleMark, linkMark])).max(3).optional(),
})
const inline = z.discriminatedUnion('type', [textNode, z.strictObject({ type: z.literal('hardBreak') })])
const inlines = z.array(inline).optional()

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })
const heading = z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }), content: inlines })
const blockquote = z.strictObject({ type: z.literal('blockquote'), content: z.array(paragraph).min(1) })

export type Mark = z.output<typeof simpleMark> | z.output<typeof linkMark>
export type Inline = z.output<typeof inline>
export type Paragraph = z.output<typeof paragraph>
export type Heading = z.output<typeof heading>
export type Quote = z.output<typeof blockquote>
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] }
export type List = { type: 'bulletList' | 'orderedList'; content: ListItem[] }

const list = (depth: number): z.ZodType<List> =>
  z.strictObject({
    type: z.enum(['bulletList', 'orderedList']),
    content: z.array(z.strictObject({ type: z.literal('listItem'), content: z.array(depth > 1 ? z.union([paragraph, z.lazy(() => list(depth - 1))]) : paragraph).min(1) })).min(1),
  })

const embedMore = { title: z.string().trim().min(1, 'required').max(LIMITS.embedTitle, 'tooLong'), start: z.int().min(0).max(LIMITS.embedStart).default(0) }
/** A film of another site by its id there; readers press its `title`, and it begins after `start` whole seconds. */
export const embedSchema = z.strictObject({
  type: z.literal('embed'),
  attrs: z.discriminatedUnion('provider', [
    // two names that YouTube keeps for players of lists and streams look like an id
    z.strictObject({ provider: z.literal('youtube'), video: z.string().regex(/^(?!videoseries$|live_stream$)[\w-]{11}$/, 'invalidValue'), ...embedMore }),
    z.strictObject({ provider: z.literal('vimeo'), video: z.string().regex(/^\d{1,12}(?:\/[0-9a-f]{6,20})?$/, 'invalidValue'), ...embedMore }),
  ]),
})

/** The target's own headline when the editor wrote other words for the block; null when that is not known. */
const headlineThen = z.string().max(LIMITS.headline, 'tooLong').nullable()
/** The editor's words for the block; null shows the target's own headline. */
const blockTitle = z.string().trim().min(1).max(LIMITS.headline, 'tooLong').nullable()
const readAlso = z.strictObject({ type: z.literal('readAlso'), attrs: z.strictObject({ target: id, title: blockTitle, headlineThen: headlineThen.default(null) }) })
const draftReadAlso = z.strictObject({
  type: z.literal('readAlso'),
  attrs: z.union([
    z.strictObject({ target: id, link: z.null(), title: blockTitle, headlineThen: headlineThen.optional() }),
    z.strictObject({ target: z.null(), link: linkInputSchema, title: blockTitle, headlineThen: headlineThen.optional() }),
  ]),
})

/** An image in the text, with the words that it has there. */
const image = z.strictObject({ type: z.literal('image'), attrs: imageUseSchema })

export type ImageBlock = z.output<typeof image>
export type ReadAlso = z.output<typeof readAlso>
export type DraftReadAlso = z.output<typeof draftReadAlso>
export type Embed = z.output<typeof embedSchema>
export type Block = Paragraph | Heading | Quote | List | ImageBlock | Embed | ReadAlso
export type DraftBlock = Exclude<Block, ReadAlso> | DraftReadAlso
export type Body = { type: 'doc'; content: Block[] }
export type DraftBody = { type: 'doc'; content: DraftBlock[] }

const common = [paragraph, heading, blockquote, list(LIMITS.listDepth), image, embedSchema] as const
const small = (body: unknown): boolean => new TextEncoder().encode(JSON.stringify(body)).length <= LIMITS.bodyBytes
/** Checked on every write and on every render. */
export const bodySchema: z.ZodType<Body> = z.strictObject({ type: z.literal('doc'), content: z.array(z.union([...common, readAlso])) }).refine(small, 'bodyTooLarge')
export const draftBodySchema: z.ZodType<DraftBody> = z.strictObject({ type: z.literal('doc'), content: z.array(z.union([...common, draftReadAlso])) }).refine(small, 'bodyTooLarge')

export const EMPTY_BODY: Body = { type: 'doc', content: [] }

const line = (max: number) => z.string().max(max, 'tooLong')
export const slugSchema = z.string().max(LIMITS.slug, 'tooLong').regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slugShape')
/** YYYY, YYYY-MM or YYYY-MM-DD */
const datelineSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'datelineShape')

/** All that an editor writes of an article. `slug` counts only when `slugChosen`; otherwise the server makes it of the headline. */
export const draftSchema = z.strictObject({
  headline: line(LIMITS.headline),
  shortHeadline: line(LIMITS.shortHeadline),
  standfirst: line(LIMITS.standfirst),
  slug: z.string().max(LIMITS.slug, 'tooLong').nullable(),
  slugChosen: z.boolean(),
  sectionId: id.nullable(),
  label: z.enum(LABELS, 'invalidValue'),
  body: draftBodySchema,
  leadImage: imageUseSchema.nullable(),
  tagIds: z.array(id).max(LIMITS.tags, 'tooMany'),
  bylineIds: z.array(id).max(LIMITS.bylines, 'tooMany'),
  searchTitle: line(LIMITS.searchTitle),
  searchDescription: line(LIMITS.searchDescription),
  shareText: line(LIMITS.shareText),
  noindex: z.boolean(),
  dateline: datelineSchema.nullable(),
})
export type DraftInput = z.output<typeof draftSchema>
export type Draft = Omit<DraftInput, 'body'> & { body: Body }

export const saveDraftSchema = z.strictObject({ articleId: id, version: z.int().min(1), draft: draftSchema })

/** What is on the screen of an article that asks what it could link to. Of a long text its beginning is enough. */
export const suggestSchema = z.strictObject({
  articleId: id,
  headline: line(LIMITS.headline),
  standfirst: line(LIMITS.standfirst),
  text: line(LIMITS.suggestText),
  tagIds: z.array(id).max(LIMITS.tags, 'tooMany'),
  /** its links, with the words that a block shows in place of the target's headline */
  links: z.array(z.strictObject({ link: z.union([linkInputSchema, z.strictObject({ kind: z.literal('target'), targetId: id })]), title: blockTitle })).max(LINK_LIMITS.linksAtOnce, 'tooMany'),
})
export type SuggestInput = z.output<typeof suggestSchema>

/** How many articles the list lets one do something to at once. */
export const BULK_LIMIT = 50
const articleIds = z.array(id).min(1, 'required').max(BULK_LIMIT, 'tooMany').refine((ids) => new Set(ids).size === ids.length, 'invalidValue')
export const bulkSchema = z.strictObject({ articleIds })
export const bulkTagSchema = z.strictObject({ articleIds, tagId: id })
export const bulkHandOverSchema = z.strictObject({ articleIds, toId: id })

export const STATES = ['draft', 'scheduled', 'live', 'unpublished', 'killed', 'trashed'] as const
/** The desk list's filters as they stand in its address; what makes no sense is left out. `author` is a user id or `me`. */
export const listFilterSchema = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  section: id.optional().catch(undefined),
  tag: id.optional().catch(undefined),
  author: z.union([z.literal('me'), id]).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  before: z.string().max(100).optional().catch(undefined),
})
export type ListFilter = z.output<typeof listFilterSchema>
