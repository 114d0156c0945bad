import { createArticle } from '@/lib/articles/commands'
import { getDeskArticle } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { databaseNow, db, transact } from '@/lib/platform/db'
import { publishArticle, scheduleArticle } from '@/lib/publishing/commands'
import { createTag } from '@/lib/tags/commands'
import { insertUser } from '@/lib/users/commands'

const TEXT = 'Ett stycke om hamnen och bron, långt nog att läsa medan kaffet svalnar, med namn på platser och på dem som har bestämt.'

export type Newsroom = Awaited<ReturnType<typeof makeNewsroom>>

/** An editor with a section, who writes, publishes and plans. */
export async function makeNewsroom() {
  const now = await databaseNow()
  const userId = await transact({ now }, (tx) => insertUser(tx, { email: 'bank@example.se', name: 'Bänk Redaktör', role: 'editor', now }))
  const actor = { userId, name: 'Bänk Redaktör', role: 'editor', email: 'bank@example.se', locale: 'sv' } as Actor
  const section = await createTag({ actor: { ...actor, role: 'admin' }, name: 'Nyheter', kind: 'section' })
  const { slug: sectionSlug } = await db.tag.findUniqueOrThrow({ where: { id: section.id }, select: { slug: true } })
  async function write(headline: string) {
    const { articleId } = await createArticle({ actor })
    const { version, draft } = await getDeskArticle(actor, articleId)
    const body = { type: 'doc', content: Array.from({ length: 20 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: TEXT }] })) }
    return { articleId, version, draft: { ...draft, headline, sectionId: section.id, body } as unknown as DraftInput }
  }
  return {
    sectionSlug,
    async live(headline: string): Promise<{ id: string; slug: string }> {
      const { draft, id } = await publishArticle({ actor, ...(await write(headline)) })
      return { id, slug: draft.slug! }
    },
    async publish(id: string, headline: string): Promise<void> {
      const { version, draft } = await getDeskArticle(actor, id)
      await publishArticle({ actor, articleId: id, version, draft: { ...draft, headline } as unknown as DraftInput })
    },
    async plan(headline: string, at: Date): Promise<{ slug: string }> {
      const { draft } = await scheduleArticle({ actor, ...(await write(headline)), at, zone: 'Europe/Stockholm' })
      return { slug: draft.slug! }
    },
  }
}
