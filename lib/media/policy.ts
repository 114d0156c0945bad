import { type Actor, isEditor } from '@/lib/auth/model'

export type ImageVerb = 'edit' | 'delete'

/** Everybody who writes may upload and use every image; who uploaded one, and editors, may change its words and delete it while nothing shows it. */
export const can = (actor: Actor, _verb: ImageVerb, image: { createdById: string }): boolean => isEditor(actor) || image.createdById === actor.userId
