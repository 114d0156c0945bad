import type { ListRow } from '../article-list'

export type Foreseen = 'forbidden' | 'headlineRequired' | 'sectionRequired' | 'embargo' | 'publishedAlready'
type Facts = Pick<ListRow, 'headline' | 'section' | 'state' | 'changedSinceLive' | 'plannedAt' | 'embargoUntil'> & { may: Pick<ListRow['may'], 'publish'> }

/** Why an article would not be published now (`at` null) or at a time, as far as the list can tell; the server has the last word. */
export function foreseen({ may, headline, section, state, changedSinceLive, plannedAt, embargoUntil }: Facts, at: Date | null): Foreseen | null {
  if (!may.publish) return 'forbidden'
  if (!headline.trim()) return 'headlineRequired'
  if (!section) return 'sectionRequired'
  if (embargoUntil && (at === null || at < embargoUntil)) return 'embargo'
  return state === 'live' && !changedSinceLive && !plannedAt ? 'publishedAlready' : null
}
