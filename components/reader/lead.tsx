import { articlePath, type Teaser } from '@/lib/reader/model'
import { type Clock, MetaLine } from './meta-line'

type Props = { lead: Teaser; opening: readonly string[]; clock: Clock; hasSection?: boolean }

/** What a page begins with. Without a picture the words carry it: the headline in full size, and the text begins here as in print. */
export function Lead({ lead, opening, clock, hasSection = true }: Props) {
  const address = articlePath(lead.slug)
  return (
    <article className="teaser teaser-lead">
      <MetaLine {...lead} hasSection={hasSection} clock={clock} />
      <h2 className="headline"><a href={address}>{lead.headline}</a></h2>
      {lead.standfirst && <p className="standfirst">{lead.standfirst}</p>}
      {opening.length > 0 && (
        <div className="opening">
          {opening.map((text) => <p key={text}>{text}</p>)}
        </div>
      )}
      <a className="onwards" href={address} aria-label={`Läs vidare: ${lead.headline}`}>Läs vidare&nbsp;<span className="arrow" aria-hidden="true">→</span></a>
    </article>
  )
}
