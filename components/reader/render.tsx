import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { prerender } from 'react-dom/static'
import { ACCENT_STYLE } from '@/lib/settings/model'
import { FONT_FACES } from './fonts.generated'
import css from './reader.inline.css'

/** The one stylesheet of readers' pages, set into each of them. */
export const STYLES = FONT_FACES + css

const styleHash = createHash('sha256').update(STYLES).digest('base64')

/** Nothing runs and nothing is fetched but our own fonts and marks; the stylesheet is known by its hash. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", `style-src 'sha256-${styleHash}'`, "font-src 'self'", "img-src 'self'", "manifest-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

/** Articles and the search may run our own files, and speak with this site. */
export const SCRIPTS_SECURITY_POLICY = `${CONTENT_SECURITY_POLICY}; script-src 'self'`

/** The same for a page that may show frames from these sites, and from no other. */
export const withFrames = (policy: string, sites: readonly string[]): string => (sites.length > 0 ? `${policy}; frame-src ${sites.join(' ')}` : policy)

/** A whole document as a string of HTML, with no script of React's. */
export async function renderDocument(document: ReactElement): Promise<string> {
  const { prelude } = await prerender(document)
  return new Response(prelude).text()
}

const ACCENT = new RegExp(`<style>(${ACCENT_STYLE.source})</style>`)

/** The same policy for a page whose settings have another accent: its rule has just that one form, and a hash of its own. */
export function withAccent(policy: string, html: string): string {
  const rule = ACCENT.exec(html)?.[1]
  return rule ? policy.replace('style-src ', `style-src 'sha256-${createHash('sha256').update(rule).digest('base64')}' `) : policy
}
