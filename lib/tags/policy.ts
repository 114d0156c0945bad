import { type Actor, isAdmin } from '@/lib/auth/model'
import type { TagKind } from './schema'

export type TagVerb = 'create' | 'rename' | 'merge' | 'delete'

/** Everybody who writes may make a topic; all else of tags, and sections, is the admins'. */
export function can(actor: Actor, verb: TagVerb, kind: TagKind): boolean {
  return isAdmin(actor) || (verb === 'create' && kind === 'topic')
}
