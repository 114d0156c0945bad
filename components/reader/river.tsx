import type { Teaser as TeaserData } from '@/lib/reader/model'
import type { Clock } from './meta-line'
import { Teaser } from './teaser'

const ROOMY = 6
const COLUMNS = 3

type Props = { items: readonly TeaserData[]; clock: Clock; title: string; hasSection?: boolean }

/** What follows a page's first stories, in two densities; the roomy ones fill whole rows. */
export function River({ items, clock, title, hasSection = true }: Props) {
  if (items.length === 0) return null
  const count = items.length < COLUMNS ? items.length : Math.min(ROOMY, items.length - (items.length % COLUMNS))
  const [roomy, dense] = [items.slice(0, count), items.slice(count)]
  const given = { clock, level: 3, hasSection } as const
  return (
    <section className="river" aria-labelledby="fler">
      <h2 id="fler" className="column-title">{title}</h2>
      <div className="roomy">{roomy.map((item) => <Teaser key={item.id} teaser={item} size="roomy" {...given} />)}</div>
      {dense.length > 0 && <div className="dense">{dense.map((item) => <Teaser key={item.id} teaser={item} size="dense" {...given} />)}</div>}
    </section>
  )
}
