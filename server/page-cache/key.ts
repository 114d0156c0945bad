/** What is no readers' page: the desk's side, what answers each one on their own, and files. */
const NOT_READERS = /^\/(desk|admin|account|sign-in|sign-out|set-password|api|search|_next|assets|favicon\.svg)(\/|\.|$)/
/** The only question that a remembered page answers; all others are dropped, so that nobody fills the memory with them. */
const PLACE = 'before'
const LONGEST = 500

/** The name under which a readers' page is remembered, which is its address without what does not count; null for what is not remembered. */
export function keyOf(target: string): string | null {
  if (target.length > LONGEST) return null
  const at = target.indexOf('?')
  const path = at < 0 ? target : target.slice(0, at)
  if (NOT_READERS.test(path)) return null
  if (at < 0) return path
  const place = new URLSearchParams(target.slice(at)).get(PLACE)
  return place === null ? path : `${path}?${PLACE}=${encodeURIComponent(place)}`
}
