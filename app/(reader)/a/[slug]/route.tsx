import { readerRoute, sendLost, sendMoved, sendPage } from '@/app/(reader)/respond'
import { Article } from '@/components/reader/article'
import { Document, type Head } from '@/components/reader/document'
import { SCRIPTS_SECURITY_POLICY, withFrames } from '@/components/reader/render'
import { type ArticleView, articleLd, articlePath, playersOf, sharedPicturePath, type Site, trailLd } from '@/lib/reader/model'
import { findArticlePage } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

export const GET = readerRoute<{ slug: string }>(async (_request, { slug }, look) => {
  const { site, found, ...fresh } = await findArticlePage(slug, { at: look.at })
  if (found.is === 'moved') return sendMoved(found.to, fresh)
  if (found.is === 'gone') return sendLost(found.line === null ? 'unpublished' : 'killed', { line: found.line ?? '', fresh, look })
  if (found.is === 'unknown') return sendLost('unknown', { fresh, look })
  const article = found.page
  const players = playersOf(article.blocks)
  return sendPage(<Document head={headOf(article, site)} site={site} current={article.section?.slug} clicksOf={look.at ? undefined : article.id} hasFilms={players.length > 0} strip={look.strip}><Article article={article} site={site} /></Document>, { policy: withFrames(SCRIPTS_SECURITY_POLICY, players), fresh })
})

function headOf(article: ArticleView, site: Site): Head {
  const { publishedAt, changedAt, section, tags } = article
  const here = { name: article.headline, path: articlePath(article.slug) }
  const properties: [string, string][] = [
    ['article:published_time', publishedAt?.toISOString() ?? ''], ['article:modified_time', changedAt?.toISOString() ?? ''],
    ['article:section', section?.name ?? ''], ...tags.map((tag): [string, string] => ['article:tag', tag.name]),
  ]
  return {
    title: `${article.title} – ${site.name}`, description: article.description, path: articlePath(article.slug), noindex: article.noindex,
    share: { title: article.headline, description: article.shareText || article.description, picture: sharedPicturePath(article, site), pictureAlt: article.leadImage?.alt, properties },
    jsonLd: [articleLd(article, site), trailLd(section ? [{ name: section.name, path: `/section/${section.slug}` }, here] : [here], site)],
  }
}
