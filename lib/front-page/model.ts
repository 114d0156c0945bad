// Keeps the promise of edited pages: what readers see at an instant follows from slots and articles, and no article stands there twice.
import type { ArticleState } from '@/lib/articles/model'
import { isTooFar } from '@/lib/publishing/model'
import type { SlotInput } from './schema'

/** Half-open: in use from `from` until before `until`; UTC instants. */
export type Slot = { id: string; position: number; articleId: string; headline: string; pinnedTo: number | null; from: Date; until: Date | null }
/** A slot with what the desk shows of it; `article` is null for what the actor may not read. Instants are ISO texts. */
export type DeskSlot = Omit<Slot, 'position' | 'from' | 'until'> & { from: string; until: string | null; article: DeskSlotArticle | null }
export type DeskSlotArticle = { headline: string; state: ArticleState; section: string | null; plannedAt: string | null }
/** `at`: the database's clock when it was read. */
export type DeskFrontPage = { sectionId: string | null; version: number; at: string; slots: DeskSlot[] }
export type Flash = { id: string; text: string; articleId: string | null; articleHeadline: string | null; isKilled: boolean; url: string | null; from: string; until: string }

type Placed<T> = { item: T; pinnedTo: number | null }

/**
 * The order of a page: pinned items stand at their place (from 1; when it is taken, as if they were not pinned), the others
 * fill what is free from the top in their order, and `automatic` fills the rest up to `size`. Of two with one id the first counts.
 * Places that nothing is left for close up.
 */
export function arrange<T extends { id: string }>(slots: readonly Placed<T>[], automatic: readonly T[], size: number): T[] {
  const distinct = slots.filter(({ item }, i) => slots.findIndex((other) => other.item.id === item.id) === i).slice(0, size)
  const places = new Map<number, T>()
  const floating: T[] = []
  for (const { item, pinnedTo } of distinct) {
    if (pinnedTo === null || pinnedTo > size || places.has(pinnedTo)) floating.push(item)
    else places.set(pinnedTo, item)
  }
  const used = new Set(distinct.map(({ item }) => item.id))
  const rest = [...floating, ...automatic.filter(({ id }) => !used.has(id))]
  const page: T[] = []
  for (let place = 1; place <= size; place += 1) page.push(...[places.get(place) ?? rest.shift()].filter((item) => item !== undefined))
  return page
}

export type SlotChange = {
  /** have begun and are no more as they were */
  end: Slot[]
  /** had not begun */
  remove: Slot[]
  add: Omit<Slot, 'id'>[]
}

/** What leads from the slots as they stand to those wanted. What has begun is ended and stands anew, so that each earlier instant stays as it was. */
export function slotChange(current: readonly Slot[], wanted: readonly SlotInput[], now: Date): SlotChange {
  const of = new Map(current.map((slot) => [slot.id, slot]))
  const next = wanted.map(({ id, from, ...rest }, position) => {
    const was = id === null ? undefined : of.get(id)
    const begins = from && from > now ? from : now
    const slot = { ...rest, position, from: begins }
    return { slot, was, isKept: was !== undefined && isSame(was, slot, now) }
  })
  const kept = new Set(next.flatMap(({ was, isKept }) => (was && isKept ? [was.id] : [])))
  const gone = current.filter(({ id }) => !kept.has(id))
  return { end: gone.filter(({ from }) => from < now), remove: gone.filter(({ from }) => from >= now), add: next.filter(({ isKept }) => !isKept).map(({ slot }) => slot) }
}

const time = (at: Date | null): number => at?.getTime() ?? Infinity
const begun = (from: Date, now: Date): number => Math.max(from.getTime(), now.getTime())
const isSame = (a: Omit<Slot, 'id'>, b: Omit<Slot, 'id'>, now: Date): boolean =>
  a.articleId === b.articleId && a.headline === b.headline && a.pinnedTo === b.pinnedTo && a.position === b.position && time(a.until) === time(b.until) && begun(a.from, now) === begun(b.from, now)

/** What is wrong with wanted slots: field -> message key. An article has one slot at a time, a slot ends after it began, and nothing is planned too far ahead. */
export function slotTrouble(wanted: readonly SlotInput[], now: Date): Record<string, string> {
  const spans = wanted.map(({ articleId, from, until }) => ({ articleId, from: begun(from ?? now, now), until: time(until) }))
  const trouble: Record<string, string> = {}
  spans.forEach((span, i) => {
    const far = (['from', 'until'] as const).find((field) => wanted[i]![field] && isTooFar(wanted[i]![field], now))
    if (far) trouble[`slots.${i}.${far}`] = 'tooFarAhead'
    else if (span.until <= span.from) trouble[`slots.${i}.until`] = 'slotEnds'
    else if (spans.slice(0, i).some((other) => other.articleId === span.articleId && other.from < span.until && span.from < other.until)) trouble[`slots.${i}.articleId`] = 'slotTwice'
  })
  return trouble
}
