import { z } from 'zod'
import { BULK_LIMIT, draftSchema, saveDraftSchema } from '@/lib/articles/schema'

const articleId = z.uuid('invalidValue')
/** An IANA zone that this Node knows. */
const zone = z.string().max(64).refine(isZone, 'invalidValue')
/** A UTC instant. */
const at = z.iso.datetime({ offset: true, error: 'invalidValue' }).transform((text) => new Date(text))

/** Lengths in UTF-16 units. */
export const NOTE_LIMIT = 2_000
const planId = z.uuid('invalidValue')
const anew = z.boolean().default(false)
/** a correction of the live text that the draft lacks, and that the editor was told of */
const knowing = z.uuid('invalidValue').nullable().default(null)
/** `update`: what readers are told of the change; empty says only that there was one, null nothing. */
export const publishSchema = z.strictObject({ ...saveDraftSchema.shape, knowing, anew, update: z.string().trim().max(NOTE_LIMIT, 'tooLong').nullable().default(null) })
/** `replaces`: the plan whose place it takes, `was` where that was seen to stand; null plans it beside the others. */
export const scheduleSchema = z.strictObject({ ...saveDraftSchema.shape, knowing, at, zone, anew, replaces: planId.nullable().default(null), was: at.nullable().default(null) })
/** The stored texts that the list showed, and the next time that each was planned for. */
const stored = z.strictObject({ articleId, version: z.int().min(1), plannedAt: at.nullable() })
const many = <T extends z.ZodType<{ articleId: string }>>(item: T) =>
  z.array(item).min(1, 'required').max(BULK_LIMIT, 'tooMany').refine((all) => new Set(all.map((each) => each.articleId)).size === all.length, 'invalidValue')
const items = many(stored)
export const bulkPublishSchema = z.strictObject({ items })
export const bulkScheduleSchema = z.strictObject({ items, at, zone })
/** The plans that were made of these texts for one instant. */
export const bulkUnscheduleSchema = z.strictObject({ items: many(z.strictObject({ articleId, version: z.int().min(1) })), at })
/** `was`: the instant at which whoever moves or cancels it saw the plan stand. */
export const moveSchema = z.strictObject({ articleId, planId, at, zone, was: at })
export const planSchema = z.strictObject({ articleId, planId, was: at })
/** `was`: the planned end that moves to `at`; null sets one. `plans`: what becomes of what would bring the article back; null asks. */
export const endSchema = z.strictObject({ articleId, at, was: at.nullable().default(null), plans: z.enum(['keep', 'cancel']).nullable().default(null) })
export const cancelEndSchema = z.strictObject({ articleId, was: at })
/** Lengths in UTF-16 units. */
export const KILL_LIMITS = { reason: 1_000, publicLine: 300 } as const
/** The same for every reason that is asked for. */
export const REASON_LIMIT = KILL_LIMITS.reason
const reason = z.string().trim().min(1, 'required').max(REASON_LIMIT, 'tooLong')
/** `publicLine` is what readers are told, or nothing. */
export const killSchema = z.strictObject({ articleId, reason, publicLine: z.string().trim().max(KILL_LIMITS.publicLine, 'tooLong') })
export const liftKillSchema = z.strictObject({ articleId, reason })
export const effectSchema = z.strictObject({ id: z.uuid('invalidValue') })
export const EMBARGO_LIMITS = { reason: 1_000 } as const
/** `plans`: what becomes of what is planned before it; null asks. */
export const embargoSchema = z.strictObject({ articleId, until: at, reason: z.string().trim().max(EMBARGO_LIMITS.reason, 'tooLong'), plans: z.enum(['move', 'cancel']).nullable() })
export const liftEmbargoSchema = z.strictObject({ articleId, reason })
const NOTE_KINDS = ['correction', 'update'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
const noteText = z.string().trim().max(NOTE_LIMIT, 'tooLong')
const { headline, standfirst, shortHeadline, searchTitle, searchDescription, shareText, body } = draftSchema.shape
const live = z.strictObject({ revisionId: z.uuid('invalidValue'), headline, standfirst, shortHeadline, searchTitle, searchDescription, shareText, body })
/** `live`: the words that readers shall have from now on, and the live revision that they were made from; null changes none. */
export const correctSchema = z.strictObject({ articleId, kind: z.enum(NOTE_KINDS), text: noteText, live: live.nullable().default(null) })
const noteId = z.uuid('invalidValue')
export const rewordNoteSchema = z.strictObject({ articleId, noteId, text: noteText })
export const withdrawNoteSchema = z.strictObject({ articleId, noteId, reason })
export const timelineSchema = z.strictObject({ articleId })

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('sv', { timeZone: name }))
  } catch {
    return false
  }
}

export const CALENDAR_VIEWS = ['month', 'week', 'day'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]
/** A text goes live, takes over from another one, an article comes down, an embargo ends. */
export type CalendarKind = 'begins' | 'changes' | 'ends' | 'embargo'
const id = z.uuid().optional().catch(undefined)
/** The calendar's view and filters as they stand in its address; what makes no sense is left out. `author` is a byline. */
export const calendarFilterSchema = z.object({
  view: z.enum(CALENDAR_VIEWS).catch('month'),
  date: z.iso.date().refine((date) => date > '1970' && date < '2200').optional().catch(undefined),
  section: id, tag: id, author: id,
})
export type CalendarFilter = z.output<typeof calendarFilterSchema>
