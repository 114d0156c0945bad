import type { ReactNode } from 'react'

type Props = { lang: string; title: string; text: string; back: string; href: string; children?: ReactNode }

/** Says, above a page that readers have not got, that it is one. `children`: other ways on from it. */
export function PreviewStrip({ lang, title, text, back, href, children }: Props) {
  return (
    <aside className="preview-strip" lang={lang} aria-label={title}>
      <p><strong>{title}</strong> {text}</p>
      <p className="ways">{children}<a href={href}>{back}</a></p>
    </aside>
  )
}
