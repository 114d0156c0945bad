// What readers' pages are made of, read at one instant of the database's clock (promise 1).
import 'server-only'

export { findArticlePage, type ArticleAnswer } from './article-queries'
export { findCorrections } from './correction-queries'
export { findAuthorPage, findFeed, findFrontPage, findTagPage, findWaysOn, type FrontPage, type ListAnswer, type PlacePage } from './list-queries'
export { getPlannedPreview, getPreview } from './preview-queries'
