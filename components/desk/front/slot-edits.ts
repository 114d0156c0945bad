import { arrange, type DeskFrontPage, type DeskSlot } from '@/lib/front-page/model'
import type { SlotDraft } from '@/lib/front-page/schema'

/** A slot while it is edited; `id` is null for one that was never saved, `key` names it on the screen. `from` null is: when it is saved. */
export type EditSlot = Omit<DeskSlot, 'id' | 'from'> & { key: string; id: string | null; from: string | null }
/** What the preview shows of an article. */
export type Shown = { id: string; headline: string; section: string | null; isPlaced: boolean }

export const slotsOf = ({ slots }: DeskFrontPage): EditSlot[] => slots.map((slot) => ({ ...slot, key: slot.id }))

/** As the page is sent. */
export const draftsOf = (slots: readonly EditSlot[]): SlotDraft[] => slots.map(({ id, articleId, headline, pinnedTo, from, until }) => ({ id, articleId, headline, pinnedTo, from, until }))

/** True when saving one in place of the other would change nothing. */
export const isSame = (a: readonly EditSlot[], b: readonly EditSlot[]): boolean => JSON.stringify(draftsOf(a)) === JSON.stringify(draftsOf(b))

/** One step up (-1) or down (1); at the end of the list it stays. */
export function stepped(slots: readonly EditSlot[], key: string, step: -1 | 1): EditSlot[] {
  const at = slots.findIndex((slot) => slot.key === key)
  const other = slots[at + step]
  return at < 0 || !other ? [...slots] : slots.map((slot, i) => (i === at ? other : i === at + step ? slots[at]! : slot))
}

/** Those with these keys, in their order, before or after another. */
export function dropped(slots: readonly EditSlot[], keys: ReadonlySet<string>, target: string, side: 'before' | 'after'): EditSlot[] {
  const taken = slots.filter(({ key }) => keys.has(key))
  const rest = slots.filter(({ key }) => !keys.has(key))
  const at = rest.findIndex(({ key }) => key === target)
  if (at < 0) return [...slots]
  const index = side === 'before' ? at : at + 1
  return [...rest.slice(0, index), ...taken, ...rest.slice(index)]
}

/** The page as readers would see it at an instant if these slots were saved. */
export function previewOf(slots: readonly EditSlot[], automatic: readonly Omit<Shown, 'isPlaced'>[], now: string, size: number): Shown[] {
  const isNow = ({ from, until, article }: EditSlot): boolean => article?.state === 'live' && (from === null || from <= now) && (until === null || now < until)
  const placed = slots.filter(isNow).map(({ articleId, headline, pinnedTo, article }) => ({ pinnedTo, item: { id: articleId, headline: headline || article!.headline, section: article!.section, isPlaced: true } }))
  return arrange(placed, automatic.map((item) => ({ ...item, isPlaced: false })), size)
}
