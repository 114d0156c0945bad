import type { Listing, Site } from '@/lib/reader/model'
import { Lead } from './lead'
import { Older } from './listing'
import { River } from './river'
import { Teaser } from './teaser'

const BESIDE = 2

type Props = { title: string; listing: Listing; opening: readonly string[]; site: Site; path: string }

/** A section's first page, a front of its own: a lead, two stories beside it, and the rest below. It never says its own name above a story. */
export function SectionPage({ title, listing, opening, site, path }: Props) {
  const [lead, ...rest] = listing.items
  const beside = rest.slice(0, BESIDE)
  if (!lead) return null
  return (
    <>
      <header className="listing-head section-head">
        <h1>{title}</h1>
      </header>
      <div className="section-top">
        <Lead lead={lead} opening={opening} site={site} hasSection={false} />
        {beside.length > 0 && <div className="beside-lead">{beside.map((item) => <Teaser key={item.id} teaser={item} clock={site} level={2} size="second" hasBylines hasSection={false} />)}</div>}
      </div>
      <River items={rest.slice(BESIDE)} clock={site} title={`Mer i ${title}`} hasSection={false} />
      <Older path={path} next={listing.next} />
    </>
  )
}
