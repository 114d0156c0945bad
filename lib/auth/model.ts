import type { Locale } from '@/lib/platform/locale'

export const ROLES = ['writer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who is asking: a user with an open session. */
export type Actor = { userId: string; email: string; name: string; role: Role; locale: Locale }

/** Editors and admins decide about articles, links and times. */
export const isEditor = (actor: Actor): boolean => actor.role !== 'writer'
export const isAdmin = (actor: Actor): boolean => actor.role === 'admin'

/** A desk's working day, s. */
export const SESSION_SECONDS = 12 * 3600
/** Lengths in UTF-16 units. Length is what makes a password hard to guess; nothing else is demanded. */
export const PASSWORD = { shortest: 12, longest: 1_000 } as const
