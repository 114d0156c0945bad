import { randomInt } from 'node:crypto'
import { slugOf } from '@/lib/articles/model'
import { setPassword } from '@/lib/auth/commands'
import type { Actor, Role } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'

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
export async function makeHouse({ tags, bylines }: { tags: string[]; bylines: string[] }, now: Date): Promise<House> {
  const made = []
  for (const person of PEOPLE) made.push(await makeUser(person, now))
  const [admin, editor, writer] = made as [Made, Made, Made]
  const actors = { admin: admin.actor, editor: editor.actor, writer: writer.actor }
  const house: House = { actors, users: made.map(({ user }) => user), sections: new Map(), tags: new Map(), bylines: new Map() }
  for (const name of SECTIONS) house.sections.set(name, await makeTag('section', name))
  for (const name of tags) house.tags.set(name, await makeTag('topic', name))
  for (const { actor, bylineId } of made) house.bylines.set(actor.name, bylineId)
  for (const name of bylines) if (!house.bylines.has(name)) house.bylines.set(name, (await db.byline.create({ data: { name, slug: slugOf(name)!, createdAt: now } })).id)
  return house
}

type Made = { actor: Actor; user: DemoUser; bylineId: string }

async function makeUser(person: (typeof PEOPLE)[number], now: Date): Promise<Made> {
  const password = makePassword()
  const user = await db.user.create({ data: { ...person, createdAt: now, bylines: { create: { name: person.name, slug: slugOf(person.name)!, createdAt: now } } }, include: { bylines: true } })
  await db.$transaction((tx) => setPassword(tx, { userId: user.id, password, now }))
  return { user: { ...person, password }, actor: { userId: user.id, email: user.email, name: user.name, role: user.role, locale: user.locale }, bylineId: user.bylines[0]!.id }
}

async function makeTag(kind: 'section' | 'topic', name: string): Promise<string> {
  const slug = slugOf(name)!
  return (await db.tag.create({ data: { kind, name, normalizedName: name.toLocaleLowerCase('sv'), slug, addresses: { create: { kind, slug } } } })).id
}

// No letters that look alike: people read it off a screen.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 16 characters in four groups: 79 bits. */
const makePassword = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
