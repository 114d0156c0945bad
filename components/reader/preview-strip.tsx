/** Says, above a page that readers have not got, that it is one. */
export function PreviewStrip({ lang, title, text, back, href }: { lang: string; title: string; text: string; back: string; href: string }) {
  return (
    <aside className="preview-strip" lang={lang} aria-label={title}>
      <p><strong>{title}</strong> {text}</p>
      <p><a href={href}>{back}</a></p>
    </aside>
  )
}
