import { z } from 'zod'
import { saveDraftSchema } from '@/lib/articles/schema'

const articleId = z.uuid('invalidValue')
/** An IANA zone that this Node knows. */
const zone = z.string().max(64).refine(isZone, 'invalidValue')
/** A UTC instant. */
const at = z.iso.datetime({ offset: true, error: 'invalidValue' }).transform((text) => new Date(text))

export const publishSchema = saveDraftSchema
export const scheduleSchema = z.strictObject({ ...saveDraftSchema.shape, at, zone })
export const moveSchema = z.strictObject({ articleId, at, zone })
export const timelineSchema = z.strictObject({ articleId })

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('sv', { timeZone: name }))
  } catch {
    return false
  }
}
