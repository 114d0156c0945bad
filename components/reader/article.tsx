import { addressesOf, type ArticleView, readingMinutes, type Site } from '@/lib/reader/model'
import { Blocks } from './body/blocks'
import { Beside } from './beside'
import { Figure } from './figure'
import { MetaLine } from './meta-line'
import { Notes } from './notes'
import { Share } from './share'

/** An article as it is read: meta, headline, standfirst, body, tags. */
export function Article({ article, site }: { article: ArticleView; site: Site }) {
  const { label, headline, standfirst, tags, leadImage, blocks, notes } = article
  return (
    <article className={label === 'annons' ? 'story story-advert' : 'story'}>
      <header>
        <MetaLine {...article} clock={site} minutes={readingMinutes(article)} />
        <h1 className="headline">{headline || 'Utan rubrik'}</h1>
        {standfirst && <p className="standfirst">{standfirst}</p>}
      </header>
      {leadImage && <Figure image={leadImage} site={site} isLead />}
      <div className="text"><Blocks blocks={blocks} site={site} /></div>
      <Notes notes={notes} clock={site} />
      {tags.length > 0 && (
        <nav className="tags" aria-labelledby="amnen">
          <h2 id="amnen">Mer om</h2>
          <ul>{tags.map(({ name, slug }) => <li key={slug}><a href={`/tag/${slug}`} rel="tag">{name}</a></li>)}</ul>
        </nav>
      )}
      {article.around && <Share article={article} site={site} />}
      {article.around && <Beside around={article.around} section={article.section} />}
      <Addresses addresses={addressesOf(blocks)} siteUrl={site.url} />
    </article>
  )
}

/** On paper a link is a number, and its address stands here. */
function Addresses({ addresses, siteUrl }: { addresses: readonly string[]; siteUrl: string }) {
  if (addresses.length === 0) return null
  return <ol className="addresses">{addresses.map((address, i) => <li key={i}>{address.startsWith('/') ? siteUrl + address : address}</li>)}</ol>
}
