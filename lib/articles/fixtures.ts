import type { Actor, Role } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import type { DraftBlock, DraftInput } from './schema'

/** A user with a byline, as the one who asks. */
export async function makeActor(role: Role = 'editor'): Promise<Actor> {
  const tag = crypto.randomUUID().slice(0, 8)
  const user = await db.user.create({ data: { email: `${tag}@example.se`, name: `${role} ${tag}`, role, bylines: { create: { name: `${role} ${tag}`, slug: `namn-${tag}` } } } })
  return { userId: user.id, email: user.email, name: user.name, role, locale: 'sv' }
}

export async function makeTag(kind: 'topic' | 'section' = 'section'): Promise<string> {
  const name = `${kind}-${crypto.randomUUID().slice(0, 8)}`
  return (await db.tag.create({ data: { kind, name, normalizedName: name, slug: name, addresses: { create: { kind, slug: name } } } })).id
}

export const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
export const readAlso = (link: { kind: 'article'; articleId: string } | { kind: 'url'; url: string } | { kind: 'title'; title: string }): DraftBlock => ({ type: 'readAlso', attrs: { target: null, link, title: null } })

export const draftWith = (given: Partial<Omit<DraftInput, 'body'>> & { blocks?: DraftBlock[] } = {}): DraftInput => {
  const { blocks = [paragraph('Ett stycke.')], ...fields } = given
  return {
    headline: `Rubrik ${crypto.randomUUID().slice(0, 8)}`, shortHeadline: '', standfirst: '', slug: null, slugChosen: false, sectionId: null, label: 'nyhet',
    body: { type: 'doc', content: blocks }, tagIds: [], bylineIds: [], searchTitle: '', searchDescription: '', shareText: '', noindex: false, dateline: null, ...fields,
  }
}
