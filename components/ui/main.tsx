'use client'
import { type ComponentProps, useLayoutEffect, useRef } from 'react'

/**
 * The page's `main`, which takes no press and no letter until the page's own code is there to hear it. What came before would be lost:
 * a press without a trace, words as soon as the page shows its own again.
 */
export function Main(props: ComponentProps<'main'>) {
  const main = useRef<HTMLElement>(null)
  // by hand: a state would change only after the effects by which fields take the focus
  useLayoutEffect(() => {
    if (main.current) main.current.inert = false
  }, [])
  return <main {...props} ref={main} inert />
}
