import type { Label } from '@/lib/articles/schema'
import type { ArticleView, Site } from './model'
import { articlePath } from './related'

const TYPES: Record<Label, string> = {
  nyhet: 'NewsArticle', analys: 'AnalysisNewsArticle', ledare: 'OpinionNewsArticle', kronika: 'OpinionNewsArticle', debatt: 'OpinionNewsArticle', annons: 'AdvertiserContentArticle',
}

/** What search engines read of an article: schema.org's NewsArticle, or the kind of it that the label says. */
export function articleLd(article: ArticleView, site: Site): object {
  const url = `${site.url}${articlePath(article.slug)}`
  const publisher = { '@type': 'NewsMediaOrganization', name: site.name, url: `${site.url}/`, logo: `${site.url}/favicon.svg` }
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[article.label],
    headline: article.headline,
    description: article.description || undefined,
    url,
    mainEntityOfPage: url,
    datePublished: article.publishedAt?.toISOString(),
    dateModified: (article.changedAt ?? article.publishedAt)?.toISOString(),
    correction: correctionsOf(article),
    inLanguage: 'sv',
    isAccessibleForFree: true,
    articleSection: article.section?.name,
    keywords: article.tags.map((tag) => tag.name),
    author: article.bylines.length > 0 ? article.bylines.map(({ name, slug }) => ({ '@type': authorType(name), name, url: `${site.url}/author/${slug}` })) : publisher,
    publisher,
  }
}

function correctionsOf({ notes }: ArticleView): object[] | undefined {
  const found = notes.flatMap(({ kind, text, at }) => (kind === 'correction' ? [{ '@type': 'CorrectionComment', text, datePublished: at.toISOString() }] : []))
  return found.length > 0 ? found : undefined
}

/** "TT", "Utrikesredaktionen": a byline of one word is an agency or a desk. */
const authorType = (name: string): string => (name.includes(' ') ? 'Person' : 'Organization')

/** JSON for a script element: nothing in it can end the element. */
export function escapedJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
