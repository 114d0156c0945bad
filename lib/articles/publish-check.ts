import type { Finding } from '@/lib/related-links/model'

/** What is known of a link's target now: its state, when it goes live (scheduled) and when it comes down. */
export type CheckedTarget = {
  kind: 'article' | 'url' | 'title'
  articleId: string | null
  state: 'live' | 'scheduled' | 'draft' | 'unpublished' | 'killed' | 'trashed' | 'unresolved' | 'outside' | 'hidden'
  at: Date | null
  until: Date | null
  /** an outside address that is known to be broken; what nobody has looked at is not */
  isBroken?: boolean
}
/** A link where it stands; `target` is null while it is not known yet. */
export type CheckedLink = {
  place: 'block' | 'text'
  target: CheckedTarget | null
  /** the block's own words, and the target's headline when they were written and now */
  title: string | null
  headlineThen: string | null
  headline: string | null
}
/**
 * What stands against a link: `goesLater` the target goes live after the article (`at`), `downBefore` it has come down by then
 * (`at`), `downSoon` it comes down within a week after (`at`), `headline` the target has another headline than when the
 * block got its own words.
 */
export type LinkTrouble = 'self' | 'draft' | 'unresolved' | 'unpublished' | 'killed' | 'trashed' | 'broken' | 'goesLater' | 'downBefore' | 'downSoon' | 'headline'
export type CheckItem =
  | { index: number; kind: 'finding'; finding: Finding; blocking: boolean }
  | { index: number; kind: LinkTrouble; place: 'block' | 'text'; at: Date | null; blocking: false }

const SOON = 7 * 24 * 3_600_000
const NEVER_SHOWN: ReadonlySet<string> = new Set<LinkTrouble>(['draft', 'unresolved', 'unpublished', 'killed', 'trashed'])

type Checked = { articleId: string; links: readonly CheckedLink[]; findings: readonly Finding[]; goesLive: Date }

/** All that is to be looked at before the article goes live at an instant, in the order of its links. Only findings block. */
export function publishCheck({ articleId, links, findings, goesLive }: Checked): CheckItem[] {
  const found = new Map(findings.map((finding) => [finding.index, finding]))
  return links.flatMap((link, index): CheckItem[] => {
    const finding = found.get(index)
    const trouble = (kind: LinkTrouble, at: Date | null = null): CheckItem => ({ index, kind, place: link.place, at, blocking: false })
    const state = finding?.reason === 'self' ? null : troubleOf(link, articleId, goesLive)
    return [
      ...(finding ? [{ index, kind: 'finding' as const, finding, blocking: finding.blocking }] : []),
      ...(state ? [trouble(...state)] : []),
      ...(changedHeadline(link) ? [trouble('headline')] : []),
    ]
  })
}

function troubleOf({ target }: CheckedLink, articleId: string, goesLive: Date): [LinkTrouble, Date | null] | null {
  if (!target) return null
  if (target.articleId === articleId) return ['self', null]
  if (NEVER_SHOWN.has(target.state)) return [target.state as LinkTrouble, null]
  if (target.state === 'outside') return target.isBroken ? ['broken', null] : null
  return troubleInTime(target, goesLive)
}

function troubleInTime({ at, state, until }: CheckedTarget, goesLive: Date): [LinkTrouble, Date] | null {
  if (state === 'scheduled' && at && at > goesLive) return ['goesLater', at]
  if (!until) return null
  if (until <= goesLive) return ['downBefore', until]
  return until.getTime() - goesLive.getTime() <= SOON ? ['downSoon', until] : null
}

/** The block has words of its own, and its target another headline than when they were written. */
export const changedHeadline = ({ title, headlineThen, headline }: Pick<CheckedLink, 'title' | 'headlineThen' | 'headline'>): boolean =>
  title !== null && headlineThen !== null && headline !== null && headline !== headlineThen && headline !== title
