'use client'
import { type ReactNode, useRef } from 'react'
import { isTextDropItem, useDrop } from 'react-aria-components'
import { DRAGGED } from './entry'

type Props = { label: string; onDrop: (key: string) => void; className: string; children?: ReactNode }

/** A day or an hour that entries can be dropped on. */
export function DropPlace({ label, onDrop, className, children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(DRAGGED) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      const item = items.find(isTextDropItem)
      void item?.getText(DRAGGED).then(onDrop)
    },
  })
  return <div {...dropProps} ref={ref} role="group" aria-label={label} className={`${className} ${isDropTarget ? 'bg-chosen outline-2 -outline-offset-2 outline-focus' : ''}`}>{children}</div>
}
