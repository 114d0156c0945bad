import { type Actor, isEditor } from '@/lib/auth/model'

export type FrontVerb = 'look' | 'edit' | 'travel'

/** Everybody at the desk may look; what stands on pages, and the site as it will be with all that is planned and embargoed, are the editors'. */
export function can(actor: Actor, verb: FrontVerb): boolean {
  return verb === 'look' || isEditor(actor)
}
