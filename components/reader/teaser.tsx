import { articlePath, type Teaser as TeaserData } from '@/lib/reader/model'
import { type Clock, MetaLine, When } from './meta-line'

type Props = { teaser: TeaserData; clock: Clock; level: 2 | 3; size: 'lead' | 'second' | 'roomy' | 'dense'; hasBylines?: boolean; hasSection?: boolean }

/** An article in a list. The heading is its link. */
export function Teaser({ teaser, clock, level, size, hasBylines = false, hasSection = true }: Props) {
  const Heading = `h${level}` as const
  const headline = size === 'dense' && teaser.shortHeadline ? teaser.shortHeadline : teaser.headline
  return (
    <article className={`teaser teaser-${size}`}>
      <MetaLine {...teaser} hasSection={hasSection} bylines={hasBylines ? teaser.bylines : []} clock={clock} />
      <Heading className="headline"><a href={articlePath(teaser.slug)}>{headline}</a></Heading>
      {size !== 'dense' && teaser.standfirst && <p className="standfirst">{teaser.standfirst}</p>}
    </article>
  )
}

/** The narrow column of the newest by time. */
export function Latest({ items, clock, title = 'Senaste nytt' }: { items: readonly TeaserData[]; clock: Clock; title?: string }) {
  if (items.length === 0) return null
  return (
    <section className="latest" aria-labelledby="senaste">
      <h2 id="senaste" className="column-title">{title}</h2>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <When {...item} clock={clock} />{' '}
            <a href={articlePath(item.slug)}>{item.label === 'annons' && <strong className="advert">Annons</strong>} {item.shortHeadline || item.headline}</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
