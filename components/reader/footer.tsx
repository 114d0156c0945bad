import type { Site } from '@/lib/reader/model'

export function Footer({ site }: { site: Site }) {
  return (
    <footer className="foot">
      <div className="foot-name">
        <p className="name"><a href="/">{site.name}</a></p>
        {site.tagline && <p>{site.tagline}</p>}
        <p><a href="#innehall">Upp till början</a></p>
      </div>
      {site.sections.length > 0 && (
        <nav aria-labelledby="alla-avdelningar">
          <h2 id="alla-avdelningar">Alla avdelningar</h2>
          <ul>{site.sections.map(({ name, slug }) => <li key={slug}><a href={`/section/${slug}`}>{name}</a></li>)}</ul>
        </nav>
      )}
      <div>
        <h2>Hitta</h2>
        <p><a href="/search">Sök</a></p>
        <p><a href="/archive">Arkiv</a></p>
        <p><a href="/rattelser">Rättelser</a></p>
        {site.hasAbout && <p><a href="/om">Om {site.name}</a></p>}
        {site.hasContact && <p><a href="/kontakt">Kontakt</a></p>}
        <h2>Följ oss</h2>
        <p><a href="/feed.xml">Nya artiklar som RSS</a></p>
      </div>
    </footer>
  )
}
