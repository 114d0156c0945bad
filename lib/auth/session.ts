import 'server-only'
import { getServerSession } from 'next-auth'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, isAdmin } from './model'
import { authOptions } from './options'

/** The signed-in user whose session is open and whose account is active, looked up in the database once a request; else null. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions())
  return session?.actor ?? null
})

/** For pages: the actor, or off to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect('/sign-in')
}

/** For admin pages. To others they do not exist: the answer is 404. */
export async function requireAdmin(): Promise<Actor> {
  const actor = await requireActor()
  if (!isAdmin(actor)) notFound()
  return actor
}
