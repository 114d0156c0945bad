import { type Around, articlePath, type Place, type Step } from '@/lib/reader/model'

/** Where to go from an article: the newest of its section, and those before and after it. */
export function Beside({ around: { previous, next, latest }, section }: { around: Around; section: Place | null }) {
  if (!previous && !next) return null
  const neighbour = (step: Step, words: string, rel: 'prev' | 'next') => <a href={articlePath(step.slug)} rel={rel}><small>{words}</small> {step.headline}</a>
  return (
    <aside className="beside" aria-labelledby="senaste-i">
      <h2 id="senaste-i" className="column-title">{latest.length > 1 ? 'Senaste nytt' : 'Mer'}{section && ` i ${section.name}`}</h2>
      {latest.length > 1 && <ul>{latest.map(({ slug, headline }) => <li key={slug}><a href={articlePath(slug)}>{headline}</a></li>)}</ul>}
      <nav className="sides" aria-label="Föregående och nästa">
        {previous && neighbour(previous, 'Föregående', 'prev')}{' '}
        {next && neighbour(next, 'Nästa', 'next')}
      </nav>
    </aside>
  )
}
