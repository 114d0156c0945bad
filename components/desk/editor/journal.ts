import { z } from 'zod'
import { draftBodySchema, draftSchema, type DraftInput } from '@/lib/articles/schema'
import { keptAs } from '../kept'

/** What a crashed browser has not sent yet: the draft as it stood, and the version it was made from. Kept in this browser only. */
// what was kept before there were images knows none
const keptDraft = draftSchema.extend({ leadImage: draftSchema.shape.leadImage.default(null) })
const entrySchema = z.object({ version: z.number(), at: z.string(), draft: keptDraft })
export type JournalEntry = z.output<typeof entrySchema>

const drafts = (articleId: string) => keptAs(`spalt.draft.${articleId}`, entrySchema)

export function keepDraft(articleId: string, entry: { version: number; draft: DraftInput }): void {
  drafts(articleId).keep({ ...entry, at: new Date().toISOString() })
}
export const dropDraft = (articleId: string): void => drafts(articleId).drop()
/** The entry, or null when there is none that can be used. */
export const findKeptDraft = (articleId: string): JournalEntry | null => drafts(articleId).find()

/** A correction of the live text that readers do not have yet, and the revision that it was made from. */
const line = z.string()
const elsewhere = line.optional()
const liveSchema = z.object({ revisionId: line, headline: line, standfirst: line, shortHeadline: elsewhere, searchTitle: elsewhere, searchDescription: elsewhere, shareText: elsewhere, body: draftBodySchema })
export type KeptLive = z.output<typeof liveSchema>
const live = (articleId: string) => keptAs(`spalt.live.${articleId}`, liveSchema)

export const keepLive = (articleId: string, text: KeptLive): void => live(articleId).keep(text)
export const dropLive = (articleId: string): void => live(articleId).drop()
export const findKeptLive = (articleId: string): KeptLive | null => live(articleId).find()
