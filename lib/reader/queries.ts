// What readers' pages are made of, read at one instant of the database's clock (promise 1).
import 'server-only'

export { type ArchiveMonth, type ArchivePage, findArchive, findArchiveMonth } from './archive-queries'
export { findArticlePage, type ArticleAnswer } from './article-queries'
export { findCorrections } from './correction-queries'
export { findAuthorPage, findAutomatic, findFeed, findFrontPage, findTagPage, findWaysOn, type FrontPage, type ListAnswer, type PlacePage } from './list-queries'
export { getPlannedPreview, getPreview } from './preview-queries'
export { findPicture, type Picture } from './picture-queries'
export { findSearchPage, findSuggestions, type SearchHit, type SearchPage } from './search-queries'
export { findArticleSitemap, findNewsSitemap, findPlaceParts, findPlaceSitemap, PART_SIZE } from './sitemap-queries'
export { findSite, type SiteTexts } from './site-queries'
