'use client'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export type MenuEntry = { id: string; name: string; href?: string; onAction?: () => void; danger?: boolean }

/** A button of three dots with what else can be done. `isPending`: it does not open, and keeps the focus. */
export function Menu({ label, entries, isPending }: { label: string; entries: readonly MenuEntry[]; isPending?: boolean }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={(open) => setOpen(open && !isPending)}>
      <Button aria-label={label} aria-disabled={isPending || undefined} className="inline-flex size-9 shrink-0 items-center justify-center rounded-md text-quiet hover:bg-hover hover:text-ink aria-disabled:opacity-50">
        <Ellipsis aria-hidden size={18} />
      </Button>
      <Popover placement="bottom end" className="min-w-44 rounded-md border border-line bg-raised p-1 shadow-lg">
        <AriaMenu items={[...entries]} className="outline-none">
          {(entry: MenuEntry) => (
            <MenuItem id={entry.id} href={entry.href} onAction={entry.onAction} className={`cursor-pointer rounded px-3 py-2 text-sm outline-none data-[focused]:bg-hover ${entry.danger ? 'text-stop-ink' : 'text-ink'}`}>
              {entry.name}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
