import { randomInt } from 'node:crypto'
import { setPassword } from '@/lib/auth/commands'
import type { Actor, Role } from '@/lib/auth/model'
import { transact } from '@/lib/platform/db'
import { createTag } from '@/lib/tags/commands'
import { createByline, insertUser } from '@/lib/users/commands'
import { findActiveUserByEmail, findBylineOf } from '@/lib/users/queries'

export type DemoUser = { role: Role; name: string; email: string; password: string }
/** Who works in the demo newsroom, and ids by name. */
export type House = { actors: Record<Role, Actor>; users: DemoUser[]; sections: Map<string, string>; tags: Map<string, string>; bylines: Map<string, string> }

const PEOPLE = [
  { role: 'admin', name: 'Karin Ek', email: 'karin.ek@aftonspalten.example' },
  { role: 'editor', name: 'Amir Sjögren', email: 'amir.sjogren@aftonspalten.example' },
  { role: 'writer', name: 'Selma Norén', email: 'selma.noren@aftonspalten.example' },
] as const
const SECTIONS = ['Inrikes', 'Utrikes', 'Ekonomi', 'Kultur', 'Sport', 'Ledare']

/** Makes the house: a user a role with a random password, sections, tags and bylines (those that are no user's too). */
export async function makeHouse({ tags, bylines }: { tags: readonly string[]; bylines: readonly string[] }, now: Date): Promise<House> {
  const users = PEOPLE.map((person) => ({ ...person, password: makePassword() }))
  await transact({ now }, async (tx) => {
    for (const { password, ...person } of users) await setPassword(tx, { userId: await insertUser(tx, { ...person, now }), password, now })
  })
  const actors = Object.fromEntries(await Promise.all(users.map(async ({ role, email }) => [role, await findActiveUserByEmail(email)] as const))) as Record<Role, Actor>
  const house: House = { actors, users, sections: new Map(), tags: new Map(), bylines: new Map() }
  for (const name of SECTIONS) house.sections.set(name, (await createTag({ actor: actors.admin, name, kind: 'section', now })).id)
  for (const name of tags) house.tags.set(name, (await createTag({ actor: actors.editor, name, kind: 'topic', now })).id)
  for (const { userId, name } of Object.values(actors)) house.bylines.set(name, (await findBylineOf(userId))!.id)
  for (const name of bylines) if (!house.bylines.has(name)) house.bylines.set(name, (await createByline({ actor: actors.editor, name, now })).id)
  return house
}

// No letters that look alike: people read it off a screen.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 16 characters in four groups: 79 bits. */
const makePassword = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
