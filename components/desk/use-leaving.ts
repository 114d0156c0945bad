import { useEffect, useEffectEvent } from 'react'

/**
 * While `isUnsaved` says so, the browser asks at its own doors, and a link of ours out of this page asks `mayLeave` with where
 * it leads: false stays here for now.
 */
export function useLeaving(isUnsaved: () => boolean, mayLeave: (to: string) => boolean): void {
  const onUnload = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault()
  })
  const onClick = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || !isUnsaved() || staysHere(event, link) || mayLeave(link.pathname + link.search)) return
    event.preventDefault()
    // another guard of the page, who would go there in the end, is not asked
    event.stopImmediatePropagation()
  })
  useEffect(() => {
    const [unload, click] = [(event: BeforeUnloadEvent) => onUnload(event), (event: MouseEvent) => onClick(event)]
    window.addEventListener('beforeunload', unload)
    document.addEventListener('click', click, true)
    return () => {
      window.removeEventListener('beforeunload', unload)
      document.removeEventListener('click', click, true)
    }
  }, [])
}

const staysHere = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank' || link.origin !== location.origin || link.isContentEditable ||
  link.pathname + link.search === location.pathname + location.search
