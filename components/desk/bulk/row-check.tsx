import { type ChangeEvent, type MouseEvent } from 'react'

type Props = { label: string; isChosen: boolean; isPartly?: boolean; onToggle: (isRange: boolean) => void }

/** A box that chooses a row; with Shift, all rows from the last one on. */
export function RowCheck({ label, isChosen, isPartly = false, onToggle }: Props) {
  const toggle = ({ nativeEvent }: ChangeEvent<HTMLInputElement>) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
  // else Shift would also mark the text between
  const keepText = (event: MouseEvent) => { if (event.shiftKey) event.preventDefault() }
  return (
    <label className="flex size-9 cursor-pointer items-center justify-center rounded-md hover:bg-hover" onMouseDown={keepText}>
      <input type="checkbox" aria-label={label} checked={isChosen} onChange={toggle} ref={(box) => { if (box) box.indeterminate = isPartly }} className="size-4 cursor-pointer accent-accent" />
    </label>
  )
}
