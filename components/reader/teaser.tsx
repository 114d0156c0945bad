import { articlePath, type Site, type Teaser as TeaserData } from '@/lib/reader/model'
import { type Clock, MetaLine, When } from './meta-line'
import { Picture } from './picture'

type Props = { teaser: TeaserData; clock: Clock; level: 2 | 3; size: 'lead' | 'second' | 'roomy' | 'dense'; hasBylines?: boolean; hasSection?: boolean }

/** An article in a list. The heading is its link. */
export function Teaser({ teaser, clock, level, size, hasBylines = false, hasSection = true }: Props) {
  const Heading = `h${level}` as const
  const headline = size === 'dense' && teaser.shortHeadline ? teaser.shortHeadline : teaser.headline
  return (
    <article className={`teaser teaser-${size}`}>
      {size === 'second' && <TeaserImage teaser={teaser} site={clock} sizes="(min-width: 79rem) 378px, (min-width: 64rem) 30vw, (min-width: 40rem) 48vw, 100vw" />}
      <MetaLine {...teaser} hasSection={hasSection} bylines={hasBylines ? teaser.bylines : []} clock={clock} />
      <Heading className="headline"><a href={articlePath(teaser.slug)}>{headline}</a></Heading>
      {size !== 'dense' && teaser.standfirst && <p className="standfirst">{teaser.standfirst}</p>}
    </article>
  )
}

type ImageProps = { teaser: TeaserData; site: Pick<Site, 'isPreview'>; sizes: string; isFirst?: boolean }
/** An article's image where it stands in a list: a second way to what the headline leads to, of which nobody is told twice. */
export function TeaserImage({ teaser: { leadImage, slug }, site, sizes, isFirst }: ImageProps) {
  if (!leadImage) return null
  return <a href={articlePath(slug)} className="teaser-image" tabIndex={-1} aria-hidden="true"><Picture image={leadImage} alt="" sizes={sizes} site={site} isFirst={isFirst} isCut /></a>
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
