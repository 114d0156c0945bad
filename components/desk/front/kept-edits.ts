import { z } from 'zod'
import { STATES } from '@/lib/articles/schema'
import { keptAs } from '../kept'

const text = z.string()
const article = z.strictObject({ headline: text, state: z.enum(STATES), section: text.nullable(), plannedAt: text.nullable() })
const slot = z.strictObject({ key: text, id: text.nullable(), articleId: text, headline: text, pinnedTo: z.number().nullable(), from: text.nullable(), until: text.nullable(), article: article.nullable() })

/** A page's slots that are not saved, and the version that they were made from. */
export const keptSlots = (sectionId: string | null) => keptAs(`spalt.front.${sectionId ?? ''}`, z.strictObject({ version: z.number(), slots: z.array(slot) }))

const target = z.strictObject({ articleId: text.nullable(), url: text.nullable(), name: text })
/** A line just nu that readers do not have. */
export const keptFlash = keptAs('spalt.flash', z.strictObject({ text, target: target.nullable(), words: text }))
