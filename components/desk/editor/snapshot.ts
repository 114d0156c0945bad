import type { Draft } from '@/lib/articles/schema'
import type { publishNow } from '@/lib/publishing/actions'
import type { SaveState } from './autosave'
import type { JournalEntry } from './journal'

export type Named = { id: string; name: string }
export type Fields = Omit<Draft, 'body' | 'tagIds' | 'bylineIds'> & { tags: Named[]; bylines: Named[] }
/** What the server answers to a publish, a plan, or a change of times. */
export type Outcome = Extract<Awaited<ReturnType<typeof publishNow>>, { ok: true }>['data']
export type Facts = Omit<Outcome, 'version' | 'slug'>
export type Theirs = { version: number; draft: Draft; changedBy: string; changedAt: string }
export type Snapshot = {
  fields: Fields
  facts: Facts
  version: number
  save: SaveState
  /** field -> what is wrong with it */
  errors: Record<string, string>
  refusal: string | null
  theirs: Theirs | null
  /** what this browser kept and the server never got */
  kept: JournalEntry | null
  isBusy: boolean
  /** the instant that the publish check is made for; null is now */
  checkAt: string | null
  /** the draft does not have what the last correction of the live text put right */
  lacksCorrection: boolean
}
/** What the session says by itself, in the editor's language. */
/** `unsent`: the server does not answer a save, which is sent again by itself; `unreachable`: it does not answer what was asked of it */
export type Words = { unreachable: string; unsent: string; notSavable: string }

/** What is known of where the article stands, of all that a server's answer has. */
export const factsOf = ({ state, everLive, liveVersion, plannedVersion, timeline, ends, endsAt, slugFrozen, embargoUntil, notes, correction }: Facts): Facts => ({ state, everLive, liveVersion, plannedVersion, timeline, ends, endsAt, slugFrozen, embargoUntil, notes, correction })
/** What is planned, the next first. */
export const plansOf = ({ timeline }: Facts): Facts['timeline'] => timeline.filter(({ phase }) => phase === 'plan')
/** When the next plan goes live. */
export const plannedAtOf = (facts: Facts): string | null => plansOf(facts)[0]?.liveFrom ?? null
export const fieldsOf = ({ body: _body, tagIds: _tags, bylineIds: _bylines, ...draft }: Draft, tags: Named[], bylines: Named[]): Fields => ({ ...draft, tags, bylines })

/** Where the server's name of a field is not the screen's. */
const ERROR_NAMES: Record<string, string> = { sectionId: 'section', tags: 'tagIds', bylines: 'bylineIds', leadImage: 'images' }

/** The errors that are left when these fields have been written in. */
export function unsettled(errors: Record<string, string>, change: Partial<Fields>): Record<string, string> {
  const settled = new Set(Object.keys(change).map((name) => ERROR_NAMES[name] ?? name))
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !settled.has(name)))
}
