import { db } from '@/lib/platform/db'
import type { Actor, Role } from './model'

/** A user with a byline, as the one who asks. */
export async function makeActor(role: Role = 'editor'): Promise<Actor> {
  const tag = crypto.randomUUID().slice(0, 8)
  const user = await db.user.create({ data: { email: `${tag}@example.se`, name: `${role} ${tag}`, role, bylines: { create: { name: `${role} ${tag}`, slug: `namn-${tag}` } } } })
  return { userId: user.id, email: user.email, name: user.name, role, locale: 'sv' }
}

/** What a refused command threw, by code and message key. */
export const refusal = (code: string, message?: string) => ({ code, ...(message && { message }) })
