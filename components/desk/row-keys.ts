import { type KeyboardEvent, type RefObject, useRef } from 'react'

/** For a table whose rows' links carry `data-row`: the arrow keys go from one to the next. */
export function useRowKeys(): { ref: RefObject<HTMLTableElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const ref = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !(event.target instanceof HTMLAnchorElement)) return
    const links = [...(ref.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
    const at = links.indexOf(event.target)
    const next = at < 0 ? undefined : links[at + step]
    if (next) event.preventDefault()
    next?.focus()
  }
  return { ref, onKeyDown }
}
