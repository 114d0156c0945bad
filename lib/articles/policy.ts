import { type Actor, isEditor } from '@/lib/auth/model'
import { type ArticleFacts, isOwn } from './model'

export type ArticleVerb = 'read' | 'edit' | 'copy' | 'publish' | 'trash' | 'restore' | 'rule'

/** A writer's own draft that never was live and is not planned. */
const ownDraft = (actor: Actor, article: ArticleFacts): boolean => isOwn(actor, article) && !article.everLive && article.state === 'draft'
const ownTrashed = (actor: Actor, article: ArticleFacts): boolean => isOwn(actor, article) && !article.everLive && article.state === 'trashed'

const readable = (actor: Actor, article: ArticleFacts): boolean => !article.embargoed || isOwn(actor, article)

const WRITER: Record<ArticleVerb, (actor: Actor, article: ArticleFacts) => boolean> = {
  read: readable,
  edit: ownDraft,
  copy: readable,
  publish: () => false,
  trash: ownDraft,
  restore: ownTrashed,
  rule: ownDraft,
}

const EDITOR: Record<ArticleVerb, (article: ArticleFacts) => boolean> = {
  read: () => true,
  edit: (article) => article.state !== 'trashed',
  copy: () => true,
  publish: (article) => article.state !== 'trashed',
  trash: (article) => article.state === 'draft' || article.state === 'unpublished',
  restore: (article) => article.state === 'trashed',
  rule: (article) => article.state !== 'trashed',
}

/** May the actor do this to the article, as it stands now? The server enforces it, the desk hides by it. */
export function can(actor: Actor, verb: ArticleVerb, article: ArticleFacts): boolean {
  return isEditor(actor) ? EDITOR[verb](article) : WRITER[verb](actor, article)
}
