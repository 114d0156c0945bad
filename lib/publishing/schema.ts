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
export const endSchema = z.strictObject({ articleId, at })
/** Lengths in UTF-16 units. */
export const KILL_LIMITS = { reason: 1_000, publicLine: 300 } as const
const reason = z.string().trim().min(1, 'required').max(KILL_LIMITS.reason, 'tooLong')
/** `publicLine` is what readers are told, or nothing. */
export const killSchema = z.strictObject({ articleId, reason, publicLine: z.string().trim().max(KILL_LIMITS.publicLine, 'tooLong') })
export const liftKillSchema = z.strictObject({ articleId, reason })
export const effectSchema = z.strictObject({ id: z.uuid('invalidValue') })
export const timelineSchema = z.strictObject({ articleId })

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('sv', { timeZone: name }))
  } catch {
    return false
  }
}
