import type { Site } from '@/lib/reader/model'
import { Moment } from './meta-line'

/** "Just nu": the line above all pages. */
export function Flash({ site }: { site: Site }) {
  const { flash } = site
  if (!flash) return null
  return (
    <aside className="flash" aria-label="Just nu">
      <p><strong>Just nu</strong> <Moment at={flash.at} clock={site} /> {flash.href === null ? <span>{flash.text}</span> : <a href={flash.href}>{flash.text}</a>}</p>
    </aside>
  )
}
