import { sendText } from '@/app/(reader)/respond'

// Three columns of a page, the first one red.
const MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#14120f"/><path fill="#e5213f" d="M6 6h5v20H6z"/><path fill="#fffdf9" d="M13.5 6h5v13h-5zM21 6h5v20h-5z"/></svg>'

export function GET(): Response {
  return sendText(MARK, { type: 'image/svg+xml', cache: 'public, max-age=86400' })
}
