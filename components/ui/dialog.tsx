'use client'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type Props = { title: string; closeLabel: string; isOpen: boolean; onClose: () => void; children: ReactNode; role?: 'dialog' | 'alertdialog'; wide?: boolean }

/** A dialog over the page; focus goes back to where it was. Who opens it may forget at once what it was about: it goes as it stood. */
export function Dialog({ title, closeLabel, isOpen, onClose, children, role = 'dialog', wide = false }: Props) {
  const shown = useLast({ title, children }, isOpen)
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={role === 'dialog'} className="fixed inset-0 z-40 flex items-start justify-center overflow-auto bg-black/45 p-4 sm:pt-[10vh]">
      <Modal className={`w-full ${wide ? 'max-w-4xl' : 'max-w-lg'} rounded-lg border border-line bg-surface shadow-2xl`}>
        <AriaDialog role={role} className="flex flex-col gap-4 p-5 outline-none sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="min-w-0 text-lg leading-tight wrap-anywhere font-bold tracking-tight">{shown.title}</Heading>
            <Button aria-label={closeLabel} onPress={onClose} className="-m-1.5 rounded-md p-1.5 text-quiet hover:bg-hover">
              <X aria-hidden size={18} />
            </Button>
          </div>
          {shown.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type Shown = Pick<Props, 'title' | 'children'>

/** What was shown last while it was open: a field that is taken away before its dialog takes the focus with it. */
function useLast(given: Shown, isOpen: boolean): Shown {
  const [last, setLast] = useState(given)
  if (isOpen && (last.title !== given.title || last.children !== given.children)) setLast(given)
  return isOpen ? given : last
}
