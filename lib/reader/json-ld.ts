import type { BreadcrumbList, ListItem, NewsArticle, NewsMediaOrganization, WithContext } from 'schema-dts'
import type { Label } from '@/lib/articles/schema'
import type { ArticleView, Site } from './model'
import { PICTURE_SIZE, picturePath } from './picture'
import { articlePath } from './related'

const TYPES: Record<Label, string> = {
  nyhet: 'NewsArticle', analys: 'AnalysisNewsArticle', ledare: 'OpinionNewsArticle', kronika: 'OpinionNewsArticle', debatt: 'OpinionNewsArticle', annons: 'AdvertiserContentArticle',
}

/** What search engines read of an article: schema.org's NewsArticle, or the kind of it that the label says. */
export function articleLd(article: ArticleView, site: Site): object {
  const url = `${site.url}${articlePath(article.slug)}`
  const publisher = publisherOf(site)
  const news = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: article.description || undefined,
    url,
    mainEntityOfPage: url,
    image: imageOf(article, site),
    datePublished: article.publishedAt?.toISOString(),
    dateModified: (article.changedAt ?? article.publishedAt)?.toISOString(),
    correction: correctionsOf(article),
    inLanguage: 'sv',
    isAccessibleForFree: true,
    articleSection: article.section?.name,
    keywords: article.tags.map((tag) => tag.name),
    author: article.bylines.length > 0 ? article.bylines.map(({ name, slug }) => ({ '@type': authorType(name), name, url: `${site.url}/author/${slug}` })) : publisher,
    publisher,
  } as const satisfies WithContext<NewsArticle>
  return { ...news, '@type': TYPES[article.label] }
}

function imageOf(article: ArticleView, site: Site) {
  const { caption, credit } = article.leadImage ?? { caption: '', credit: '' }
  return { '@type': 'ImageObject', url: site.url + sharedPicturePath(article, site), width: String(PICTURE_SIZE.width), height: String(PICTURE_SIZE.height), caption: caption || undefined, creditText: credit || undefined } as const
}

/** Where the picture is that is shared with an article. */
export const sharedPicturePath = ({ id, headline, section, leadImage }: ArticleView, site: Site): string =>
  picturePath(id, { headline, section: section?.name ?? '', siteName: site.name, accent: site.accent, image: leadImage })

const publisherOf = (site: Site) => ({ '@type': 'NewsMediaOrganization', '@id': `${site.url}/#tidningen`, name: site.name, url: `${site.url}/`, logo: `${site.url}/favicon.svg` }) as const satisfies NewsMediaOrganization

/** Who publishes the paper, for its front. */
export function organizationLd(site: Site): WithContext<NewsMediaOrganization> {
  const contact = site.hasContact ? { contactPoint: { '@type': 'ContactPoint', url: `${site.url}/kontakt` } as const } : {}
  return { '@context': 'https://schema.org', ...publisherOf(site), ...(site.tagline && { slogan: site.tagline }), ...contact }
}

/** The way from the front to a page, the page last. */
export function trailLd(steps: readonly { name: string; path: string }[], site: Site): WithContext<BreadcrumbList> {
  const items = [{ name: site.name, path: '/' }, ...steps].map(({ name, path }, i): ListItem => ({ '@type': 'ListItem', position: i + 1, name, item: site.url + path }))
  return { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: items }
}

function correctionsOf({ notes }: ArticleView) {
  const found = notes.flatMap(({ kind, text, at }) => (kind === 'correction' ? [{ '@type': 'CorrectionComment', text, datePublished: at.toISOString() } as const] : []))
  return found.length > 0 ? found : undefined
}

/** "TT", "Utrikesredaktionen": a byline of one word is an agency or a desk. */
const authorType = (name: string): 'Person' | 'Organization' => (name.includes(' ') ? 'Person' : 'Organization')

/** JSON for a script element: nothing in it can end the element. */
export function escapedJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
