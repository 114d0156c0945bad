import { articlePath, type Site, type Teaser } from '@/lib/reader/model'
import { MetaLine } from './meta-line'
import { TeaserImage } from './teaser'

type Props = { lead: Teaser; opening: readonly string[]; site: Site; hasSection?: boolean }

/** What a page begins with: its image. Without one the words carry it: the headline in full size, and the text begins here as in print. */
export function Lead({ lead, opening, site, hasSection = true }: Props) {
  const address = articlePath(lead.slug)
  return (
    <article className="teaser teaser-lead">
      <TeaserImage teaser={lead} site={site} sizes="(min-width: 79rem) 789px, (min-width: 64rem) 63vw, 100vw" isFirst />
      <MetaLine {...lead} hasSection={hasSection} clock={site} />
      <h2 className="headline"><a href={address}>{lead.headline}</a></h2>
      {lead.standfirst && <p className="standfirst">{lead.standfirst}</p>}
      {!lead.leadImage && opening.length > 0 && (
        <div className="opening">
          {opening.map((text) => <p key={text}>{text}</p>)}
        </div>
      )}
      <a className="onwards" href={address} aria-label={`Läs vidare: ${lead.headline}`}>Läs vidare&nbsp;<span className="arrow" aria-hidden="true">→</span></a>
    </article>
  )
}
