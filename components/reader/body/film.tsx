import { embedPage, embedPlayer, PROVIDERS } from '@/lib/articles/model'
import type { Embed } from '@/lib/articles/schema'

/** A film of another site, of which nothing is fetched: a link to it, over a box in which embeds.js puts the player once it is pressed. */
export function Film({ film }: { film: Embed['attrs'] }) {
  const { provider, video, title } = film
  return (
    <figure className="embed" data-embed={`${provider}:${video}`}>
      <div className="screen" />
      <figcaption>
        <a href={embedPage(film)} data-player={embedPlayer(film)} rel="noopener"><span className="label">Film:</span> <span className="words">{title}</span></a>
        <p className="meta">{`Filmen hämtas från ${PROVIDERS[provider].name} först när du trycker.`}</p>
      </figcaption>
    </figure>
  )
}
