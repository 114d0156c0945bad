import { frontParts, type Listing, type Site } from '@/lib/reader/model'
import { Lead } from './lead'
import { Older } from './listing'
import { River } from './river'
import { Latest, Teaser } from './teaser'

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
      <River items={river} clock={site} title="Mer att läsa" />
      <Older path="/" next={listing.next} />
    </>
  )
}

function EmptyFront({ site }: { site: Site }) {
  return (
    <div className="message">
      <p className="kicker">Förstasidan</p>
      <h2 className="headline">Pressarna står stilla än så länge</h2>
      <p className="standfirst">Ingen artikel är publicerad. Så snart redaktionen släpper den första står den här.</p>
      <p>Vill du inte missa den? <a href="/feed.xml">Prenumerera på flödet</a> så märker du när {site.name} kommer i gång.</p>
    </div>
  )
}
