import { shownDay, type Site } from '@/lib/reader/model'

/** The paper's head: large on the front, a line on other pages. `current` is the slug of the section that the page belongs to. */
export function Masthead({ site, isFront, current }: { site: Site; isFront: boolean; current?: string }) {
  const day = <time className="day" dateTime={site.now.toISOString().slice(0, 10)}>{shownDay(site.now, site.timeZone)}</time>
  return (
    <header className={isFront ? 'masthead masthead-front' : 'masthead'}>
      <div className="title-row">
        {isFront ? <h1 className="name">{site.name}</h1> : <p className="name"><a href="/">{site.name}</a></p>}
        <p className="ears">{day} {isFront && site.tagline && <span className="tagline">{site.tagline}</span>} <a className="find" href="/search">Sök</a></p>
      </div>
      {site.sections.length > 0 && (
        <nav aria-label="Avdelningar">
          <ul>
            {site.sections.map(({ name, slug }) => <li key={slug}><a href={`/section/${slug}`} aria-current={slug === current ? 'true' : undefined}>{name}</a></li>)}
          </ul>
        </nav>
      )}
    </header>
  )
}
