import { type Actor, isAdmin, isEditor } from '@/lib/auth/model'

/** Accounts are the admins'; bylines (names under articles) are the editors' too. */
export const canManageUsers = (actor: Actor): boolean => isAdmin(actor)
export const canCreateByline = (actor: Actor): boolean => isEditor(actor)
