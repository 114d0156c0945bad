'use client'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'

type Toast = { id: number; text: string; action?: { name: string; run: () => void } }
type Say = (text: string, action?: Toast['action']) => void

const SHOWN_MS = 8_000
const MOST = 3
const Context = createContext<Say>(() => {})

/** Says a short thing below the page, read out by screen readers, with an action such as undo. Gone after 8 s. */
export const useToast = (): Say => useContext(Context)

/** Where toasts are shown, for all that is in it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const next = useRef(0)
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const say = useCallback<Say>((text, action) => {
    const id = (next.current += 1)
    setToasts((all) => [...all, { id, text, action }].slice(-MOST))
    setTimeout(() => drop(id), SHOWN_MS)
  }, [drop])
  return (
    <Context value={useMemo(() => say, [say])}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 max-sm:bottom-20 z-50 flex in-[:root:has([data-bulk-bar])]:bottom-20 max-sm:in-[:root:has([data-bulk-bar])]:bottom-52 flex-col items-center gap-2">
        {toasts.map(({ id, text, action }) => (
          <div key={id} className="pointer-events-auto flex items-center gap-4 rounded-md bg-ink px-4 py-2.5 text-sm text-paper shadow-lg">
            <span>{text}</span>
            {action && (
              <Button className="font-semibold underline underline-offset-2" onPress={() => { action.run(); drop(id) }}>
                {action.name}
              </Button>
            )}
          </div>
        ))}
      </div>
    </Context>
  )
}
