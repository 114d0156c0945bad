import { articlePath, type Corrections as CorrectionsData, type Site } from '@/lib/reader/model'
import { Older } from './listing'
import { Moment } from './meta-line'

export const CORRECTIONS_PATH = '/rattelser'

/** What the paper has corrected, newest first, each with the way to its article. */
export function Corrections({ page, site, isOlder }: { page: CorrectionsData; site: Site; isOlder: boolean }) {
  return (
    <div className="listing">
      <header className="listing-head">
        <p className="kicker">Redaktionen</p>
        <h1>Rättelser{isOlder && <span className="older-mark"> äldre</span>}</h1>
      </header>
      {page.items.length > 0 ? (
        <div className="rows">
          {page.items.map(({ id, text, at, slug, headline }) => (
            <article key={id} className="correction">
              <p className="meta"><Moment at={at} clock={site} /></p>
              <h2><a href={articlePath(slug)}>{headline}</a></h2>
              <p>{text}</p>
            </article>
          ))}
        </div>
      ) : (
        <div className="empty"><p className="standfirst">{isOlder ? 'Här tar listan slut. Det finns inga äldre rättelser.' : 'Inga rättelser än. När vi rättar ett fel i en artikel står det både här och i artikeln.'}</p></div>
      )}
      {isOlder && <p className="older"><a href={CORRECTIONS_PATH}>Till de nyaste rättelserna</a></p>}
      <Older path={CORRECTIONS_PATH} next={page.next} words="Äldre rättelser" />
    </div>
  )
}
