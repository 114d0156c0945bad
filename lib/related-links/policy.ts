import { type Actor, isEditor } from '@/lib/auth/model'

export type LinkVerb = 'look' | 'change'

/** Everybody in the house may look at the links desk; what targets lead to is changed by editors and admins. */
export function can(actor: Actor, verb: LinkVerb): boolean {
  return verb === 'look' || isEditor(actor)
}
