import { articlePath, frontParts, type Listing, type Site, type Teaser as TeaserData } from '@/lib/reader/model'
import { Older } from './listing'
import { MetaLine } from './meta-line'
import { Latest, Teaser } from './teaser'

const ROOMY = 6

type Props = { site: Site; listing: Listing; placed: readonly string[]; opening: readonly string[] }

/** The first page: one lead, two seconds, the newest by time, and a river in two densities. */
export function Front({ site, listing, placed, opening }: Props) {
  const { lead, seconds, latest, river } = frontParts(listing.items, placed)
  if (!lead) return <EmptyFront site={site} />
  return (
    <>
      <div className="front-top">
        <div className="front-main">
          <Lead lead={lead} opening={opening} site={site} />
          {seconds.length > 0 && <div className="seconds">{seconds.map((item) => <Teaser key={item.id} teaser={item} clock={site} level={2} size="second" />)}</div>}
        </div>
        <Latest items={latest} clock={site} />
      </div>
      <River items={river} site={site} />
      <Older path="/" next={listing.next} />
    </>
  )
}

/** Without a picture the words carry it: the headline in full size, and the text begins on the front as in print. */
function Lead({ lead, opening, site }: { lead: TeaserData; opening: readonly string[]; site: Site }) {
  const address = articlePath(lead.slug)
  return (
    <article className="teaser teaser-lead">
      <MetaLine {...lead} clock={site} />
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

function River({ items, site }: { items: readonly TeaserData[]; site: Site }) {
  if (items.length === 0) return null
  const [roomy, dense] = [items.slice(0, ROOMY), items.slice(ROOMY)]
  return (
    <section className="river" aria-labelledby="fler">
      <h2 id="fler" className="column-title">Mer att läsa</h2>
      <div className="roomy">{roomy.map((item) => <Teaser key={item.id} teaser={item} clock={site} level={3} size="roomy" />)}</div>
      {dense.length > 0 && <div className="dense">{dense.map((item) => <Teaser key={item.id} teaser={item} clock={site} level={3} size="dense" />)}</div>}
    </section>
  )
}

function EmptyFront({ site }: { site: Site }) {
  return (
    <div className="message">
      <p className="kicker">Första sidan</p>
      <h2 className="headline">Pressarna står stilla än så länge</h2>
      <p className="standfirst">Ingen artikel är publicerad. Så snart redaktionen släpper den första står den här.</p>
      <p>Vill du inte missa den? <a href="/feed.xml">Prenumerera på flödet</a> så märker du när {site.name} kommer i gång.</p>
    </div>
  )
}
