import { z } from 'zod'
import { draftBodySchema, draftSchema, type DraftInput } from '@/lib/articles/schema'

/** What a crashed browser has not sent yet: the draft as it stood, and the version it was made from. Kept in this browser only. */
const entrySchema = z.object({ version: z.number(), at: z.string(), draft: draftSchema })
export type JournalEntry = z.output<typeof entrySchema>

const keyOf = (articleId: string): string => `spalt.draft.${articleId}`

/** Writes the entry; a full or forbidden storage is no error, the server's save is what counts. */
export function keepDraft(articleId: string, entry: { version: number; draft: DraftInput }): void {
  attempt(() => localStorage.setItem(keyOf(articleId), JSON.stringify({ ...entry, at: new Date().toISOString() })))
}

export function dropDraft(articleId: string): void {
  attempt(() => localStorage.removeItem(keyOf(articleId)))
}

/** The entry, or null when there is none that can be used. */
export function findKeptDraft(articleId: string): JournalEntry | null {
  return attempt(() => entrySchema.safeParse(JSON.parse(localStorage.getItem(keyOf(articleId)) ?? 'null')).data ?? null) ?? null
}

/** A correction of the live text that readers do not have yet, and the revision that it was made from. */
const line = z.string()
const elsewhere = line.optional()
const liveSchema = z.object({ revisionId: line, headline: line, standfirst: line, shortHeadline: elsewhere, searchTitle: elsewhere, searchDescription: elsewhere, shareText: elsewhere, body: draftBodySchema })
export type KeptLive = z.output<typeof liveSchema>
const liveKey = (articleId: string): string => `spalt.live.${articleId}`

export function keepLive(articleId: string, text: KeptLive): void {
  attempt(() => localStorage.setItem(liveKey(articleId), JSON.stringify(text)))
}

export function dropLive(articleId: string): void {
  attempt(() => localStorage.removeItem(liveKey(articleId)))
}

export function findKeptLive(articleId: string): KeptLive | null {
  return attempt(() => liveSchema.safeParse(JSON.parse(localStorage.getItem(liveKey(articleId)) ?? 'null')).data ?? null) ?? null
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
