import type { publishNow } from '@/lib/publishing/actions'

export type Outcome = Extract<Awaited<ReturnType<typeof publishNow>>, { ok: true }>['data']
/** Where the article stands, as the screen has it. */
export type Facts = Omit<Outcome, 'version' | 'slug'>

export const factsOf = ({ state, everLive, liveVersion, plannedVersion, timeline, ends, endsAt, slugFrozen, embargoUntil, notes, correction }: Facts): Facts => ({ state, everLive, liveVersion, plannedVersion, timeline, ends, endsAt, slugFrozen, embargoUntil, notes, correction })
export const plansOf = ({ timeline }: Facts): Facts['timeline'] => timeline.filter(({ phase }) => phase === 'plan')
/** When the next plan goes live. */
export const plannedAtOf = (facts: Facts): string | null => plansOf(facts)[0]?.liveFrom ?? null
