import { hostOf, type ShownLink } from '@/lib/reader/model'

/** The LÄS OCKSÅ: links beside the text, with one label for all that stand together. */
export function Related({ links }: { links: readonly ShownLink[] }) {
  return (
    <aside className="related" data-block="related" aria-label="Läs också">
      <p className="label">Läs också</p>
      <ul>{links.map((link) => <li key={link.href}><RelatedLink link={link} /></li>)}</ul>
    </aside>
  )
}

function RelatedLink({ link: { href, title, outside, targetId } }: { link: ShownLink }) {
  const host = outside ? hostOf(href) : null
  return (
    <a href={href} data-target={targetId} rel={outside ? 'noopener' : undefined}>
      <span className="words">{title}</span>{host && host !== title && <span className="host"> {host}</span>}&nbsp;<span className="arrow" aria-hidden="true">→</span>
    </a>
  )
}
