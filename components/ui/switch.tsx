'use client'
import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

/** On or off, at once. */
export function Switch({ isSelected, onChange, children, isDisabled }: { isSelected: boolean; onChange: (on: boolean) => void; children: ReactNode; isDisabled?: boolean }) {
  return (
    <AriaSwitch isSelected={isSelected} onChange={onChange} isDisabled={isDisabled} className="group flex cursor-pointer items-center gap-2.5 text-sm outline-none">
      <span aria-hidden className="flex h-5 w-9 shrink-0 items-center rounded-full border border-field-line bg-chosen p-0.5 transition-colors group-data-[selected]:border-live group-data-[selected]:bg-live group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus">
        <span className="size-3.5 rounded-full bg-surface shadow transition-transform group-data-[selected]:translate-x-4" />
      </span>
      {children}
    </AriaSwitch>
  )
}
