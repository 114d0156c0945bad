import type { Locale } from '@/lib/platform/locale'

export const ROLES = ['writer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who is asking: a user with an open session. */
export type Actor = { userId: string; email: string; name: string; role: Role; locale: Locale }

/** Editors and admins decide about articles, links and times. */
export const isEditor = (actor: Actor): boolean => actor.role !== 'writer'
export const isAdmin = (actor: Actor): boolean => actor.role === 'admin'
