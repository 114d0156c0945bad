import { type KeyboardEvent, type RefObject, useRef } from 'react'

const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
function neighbour(table: HTMLTableElement | null, link: HTMLAnchorElement, step: number): HTMLAnchorElement | null {
  const links = [...(table?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
  return step === 0 ? null : (links[links.indexOf(link) + step] ?? null)
}

/** For a table whose rows' links carry `data-row`: the arrow keys go from one to the next, and `x` (with Shift: as far as here) marks the row of that id. */
export function useRowKeys(onMark?: (id: string, isRange: boolean) => void): { ref: RefObject<HTMLTableElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const ref = useRef<HTMLTableElement>(null)
  const linkOf = (target: EventTarget): HTMLAnchorElement | null => {
    const isBox = target instanceof HTMLInputElement && target.type === 'checkbox'
    if (!isBox && !(target instanceof HTMLAnchorElement)) return null
    return target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]') ?? null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const link = linkOf(event.target)
    if (!link || !isPlain(event)) return
    if (event.key.toLowerCase() === 'x') {
      if (link.dataset.row) onMark?.(link.dataset.row, event.shiftKey)
      return
    }
    const next = neighbour(ref.current, link, STEPS[event.key] ?? 0)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return { ref, onKeyDown }
}
