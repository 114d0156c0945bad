import { db } from '@/lib/platform/db'

/** A tag, of a name that no other has unless it is given; its id. */
export async function makeTag(kind: 'topic' | 'section' = 'section', name?: string): Promise<string> {
  const slug = `${kind}-${crypto.randomUUID().slice(0, 8)}`
  return (await db.tag.create({ data: { kind, name: name ?? slug, normalizedName: name?.toLowerCase() ?? slug, slug, addresses: { create: { kind, slug } } } })).id
}
