'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { GridList, GridListItem, type Key, useDragAndDrop } from 'react-aria-components'
import { SlotRow } from './slot-row'
import { dropped, type EditSlot, stepped } from './slot-edits'

type Props = { slots: EditSlot[]; now: string; mayEdit: boolean; onEdit: (slots: EditSlot[]) => void; onOpen: (slot: EditSlot) => void; onRemove: (slot: EditSlot) => void }
export type Step = 'up' | 'down'

/** The slots in order: dragged, by a pointer or by keys from the handle, or moved a step at a time. Where one came to stand is said. */
export function SlotList({ slots, now, mayEdit, onEdit, onOpen, onRemove }: Props) {
  const t = useTranslations('front')
  const [said, setSaid] = useState('')
  const nameOf = ({ headline, article }: EditSlot): string => headline || (article ? article.headline || t('untitled') : t('hidden'))
  const moveTo = (next: EditSlot[], key: string): void => {
    const at = next.findIndex((slot) => slot.key === key)
    onEdit(next)
    setSaid(t('row.moved', { headline: nameOf(next[at]!), n: at + 1, count: next.length }))
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayEdit,
    getItems: (keys) => slots.filter(({ key }) => keys.has(key)).map((slot) => ({ 'text/plain': nameOf(slot) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition !== 'on') moveTo(dropped(slots, new Set([...keys].map(String)), String(target.key), target.dropPosition), String([...keys][0]))
    },
  })
  const step = (key: Key, way: Step): void => {
    moveTo(stepped(slots, String(key), way === 'up' ? -1 : 1), String(key))
    // The row may have been taken out of the page and put in again, which takes the focus from its button.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-step="${key}:${way}"]`)?.focus())
  }
  return (
    <>
      <GridList aria-labelledby="slots" items={slots} dependencies={[slots, now, mayEdit]} dragAndDropHooks={mayEdit ? dragAndDropHooks : undefined} keyboardNavigationBehavior="tab" className="border-t border-line outline-none">
        {(slot: EditSlot) => (
          <GridListItem id={slot.key} textValue={nameOf(slot)} className="border-b border-line outline-none data-[dragging]:opacity-50 data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-focus">
            <SlotRow slot={slot} name={nameOf(slot)} place={slots.findIndex(({ key }) => key === slot.key) + 1} now={now} mayEdit={mayEdit} onStep={(way) => step(slot.key, way)} onOpen={() => onOpen(slot)} onRemove={() => onRemove(slot)} />
          </GridListItem>
        )}
      </GridList>
      <p aria-live="polite" className="sr-only">{said}</p>
    </>
  )
}
