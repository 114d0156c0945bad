import { type Actor, isEditor } from '@/lib/auth/model'
import { type AppError, conflict, forbidden } from '@/lib/platform/errors'
import { type ArticleFacts, isOwn } from './model'

export type ArticleVerb = 'read' | 'edit' | 'copy' | 'publish' | 'trash' | 'restore' | 'rule' | 'kill' | 'liftKill' | 'embargo' | 'correct' | 'handOver'

/** A writer's own draft that never was live and is not planned. */
const ownDraft = (actor: Actor, article: ArticleFacts): boolean => isOwn(actor, article) && !article.everLive && article.state === 'draft'
const ownTrashed = (actor: Actor, article: ArticleFacts): boolean => isOwn(actor, article) && !article.everLive && article.state === 'trashed'

const readable = (actor: Actor, article: ArticleFacts): boolean => !article.embargoed || isOwn(actor, article)

const WRITER: Record<ArticleVerb, (actor: Actor, article: ArticleFacts) => boolean> = {
  read: readable,
  edit: ownDraft,
  copy: (actor, article) => readable(actor, article) && article.state !== 'killed',
  publish: () => false,
  trash: ownDraft,
  restore: ownTrashed,
  rule: ownDraft,
  kill: () => false,
  liftKill: () => false,
  embargo: () => false,
  correct: () => false,
  handOver: ownDraft,
}

const isInUse = ({ state }: ArticleFacts): boolean => state !== 'trashed' && state !== 'killed'

const EDITOR: Record<ArticleVerb, (article: ArticleFacts) => boolean> = {
  read: () => true,
  edit: isInUse,
  copy: (article) => article.state !== 'killed',
  publish: isInUse,
  trash: (article) => article.state === 'draft' || article.state === 'unpublished',
  restore: (article) => article.state === 'trashed',
  rule: isInUse,
  kill: (article) => isInUse(article) && article.state !== 'draft',
  liftKill: (article) => article.state === 'killed',
  embargo: (article) => isInUse(article) && article.state !== 'live',
  correct: (article) => article.state === 'live',
  handOver: isInUse,
}

/** May the actor do this to the article, as it stands now? The server enforces it, the desk hides by it. */
export function can(actor: Actor, verb: ArticleVerb, article: ArticleFacts): boolean {
  return isEditor(actor) ? EDITOR[verb](article) : WRITER[verb](actor, article)
}

/** What stands against a deed that is not allowed: an editor whose page does not show it yet is told of a kill (CONFLICT), all else is FORBIDDEN. */
export const refusal = (actor: Actor, { killed }: { killed: { by: string; at: string } | null }): AppError => (killed && isEditor(actor) ? conflict('killed', { params: killed }) : forbidden())
