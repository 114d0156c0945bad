import { z } from 'zod'
import { LABELS } from '@/lib/articles/schema'

export const QUERY_LENGTH = 200
const MONTH = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/
const SLUG = /^[a-z0-9-]{1,100}$/
export const PAGE_SIZE = 20
/** Pages of hits: as many as the hits that are looked at fill. */
const MOST_PAGES = 10

/** What stands in the address of a search. What is no value of its field is as if it were not there. */
export const searchSchema = z.object({
  q: z.string().transform((text) => text.normalize('NFC').replace(/[\s\u0000-\u001f]+/g, ' ').trim().slice(0, QUERY_LENGTH)).catch('').default(''),
  section: z.string().regex(SLUG).optional().catch(undefined),
  label: z.enum(LABELS).optional().catch(undefined),
  from: z.string().regex(MONTH).optional().catch(undefined),
  to: z.string().regex(MONTH).optional().catch(undefined),
  sort: z.enum(['best', 'newest']).catch('best').default('best'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1),
})
export type SearchInput = z.output<typeof searchSchema>
