import { type ArticleView, articlePath, type Site } from '@/lib/reader/model'

/** Plain links; where the script runs, the first one copies or shares the address instead of leading to the page itself. */
export function Share({ article: { slug, headline }, site }: { article: ArticleView; site: Site }) {
  const address = site.url + articlePath(slug)
  const query = (words: Record<string, string>): string => Object.entries(words).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return (
    <aside className="share" aria-labelledby="dela">
      <h2 id="dela">Dela</h2>
      <a href={address} data-share="">Länk till artikeln</a>{' '}
      <a href={`mailto:?${query({ subject: headline, body: `${headline}\n${address}` })}`}>E-post</a>{' '}
      <a href={`https://www.facebook.com/sharer/sharer.php?${query({ u: address })}`} rel="noopener">Facebook</a>{' '}
      <a href={`https://bsky.app/intent/compose?${query({ text: `${headline} ${address}` })}`} rel="noopener">Bluesky</a>{' '}
      <span id="delat" role="status" />
    </aside>
  )
}
