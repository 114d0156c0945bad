import type { Listing, Site, Teaser as TeaserData } from '@/lib/reader/model'
import { Latest, Teaser } from './teaser'

type Props = { kicker: string; title: string; listing: Listing; site: Site; path: string; isOlder: boolean; empty: string; waysOn: readonly TeaserData[]; hasBylines?: boolean }

/** A topic's, a section's or an author's page: newest first. */
export function ListingPage({ kicker, title, listing, site, path, isOlder, empty, waysOn, hasBylines = true }: Props) {
  const [first, ...rest] = listing.items
  return (
    <div className="listing">
      <header className="listing-head">
        <p className="kicker">{kicker}</p>
        <h1>{title}{isOlder && <span className="older-mark"> äldre artiklar</span>}</h1>
      </header>
      {first ? (
        <div className="rows">
          <Teaser teaser={first} clock={site} level={2} size={isOlder ? 'roomy' : 'second'} hasBylines={hasBylines} />
          {rest.map((item) => <Teaser key={item.id} teaser={item} clock={site} level={2} size="roomy" hasBylines={hasBylines} />)}
        </div>
      ) : (
        <div className="empty">
          <p className="standfirst">{isOlder ? 'Här tar listan slut. Det finns inga äldre artiklar.' : empty}</p>
          <Latest items={waysOn} clock={site} title="Det senaste från redaktionen" />
        </div>
      )}
      {isOlder && <p className="older"><a href={path}>Till de nyaste artiklarna</a></p>}
      <Older path={path} next={listing.next} />
    </div>
  )
}

/** The way to the next page of a list. */
export function Older({ path, next, words = 'Äldre artiklar' }: { path: string; next: string | null; words?: string }) {
  return next && <p className="older"><a href={`${path}?before=${next}`} rel="next">{words} <span className="arrow" aria-hidden="true">→</span></a></p>
}
