import { db } from '@/lib/platform/db'

/** A tag of a name that no other has; its id. */
export async function makeTag(kind: 'topic' | 'section' = 'section'): Promise<string> {
  const name = `${kind}-${crypto.randomUUID().slice(0, 8)}`
  return (await db.tag.create({ data: { kind, name, normalizedName: name, slug: name, addresses: { create: { kind, slug: name } } } })).id
}
