import { createArticle, saveDraft } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag, paragraph, readAlso } from '@/lib/articles/fixtures'
import { getDeskArticle } from '@/lib/articles/queries'
import type { DraftInput } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { publishArticle } from '@/lib/publishing/commands'
import type { LinkInput } from '@/lib/related-links/schema'

type Given = Parameters<typeof draftWith>[0]
export type Made = { id: string; version: number; slug: string; targets: Record<string, string> }

/** Eight characters that no other test has. */
export const key = (): string => crypto.randomUUID().slice(0, 8)
export const url = (path = key()): Extract<LinkInput, { kind: 'url' }> => ({ kind: 'url', url: `https://ute.example/${path}` })
export const title = (words = `Titel ${key()}`): LinkInput => ({ kind: 'title', title: words })
export const toArticle = (articleId: string) => ({ kind: 'article', articleId }) as const
/** What a draft is made of that has these blocks, a paragraph between each. */
export const named = (...links: LinkInput[]): Given => ({ blocks: links.flatMap((link) => [paragraph('Stycke.'), readAlso(link)]) })
export const targetOf = (made: Pick<Made, 'targets'>): string => Object.values(made.targets)[0]!

/** An editor, a writer and a section, and articles made by them: drafts and live ones. */
export async function makeNewsroom() {
  const [editor, writer, sectionId] = [await makeActor('editor'), await makeActor('writer'), await makeTag('section')]
  const ready = (more: Given = {}): DraftInput => draftWith({ sectionId, ...more })
  async function draft(more: Given = {}, actor: Actor = editor): Promise<Made> {
    const { articleId } = await createArticle({ actor })
    const saved = await saveDraft({ actor, articleId, version: 1, draft: ready(more) })
    return { id: articleId, version: saved.version, slug: saved.draft.slug!, targets: saved.targets }
  }
  async function live(more: Given = {}): Promise<Made> {
    const made = await draft(more)
    const { draft: stored } = await getDeskArticle(editor, made.id)
    const body = { type: 'doc' as const, content: stored.body.content.map((block) => (block.type === 'readAlso' ? { ...block, attrs: { ...block.attrs, link: null } } : block)) }
    await publishArticle({ actor: editor, articleId: made.id, version: made.version, draft: { ...stored, body } as DraftInput })
    return made
  }
  return { editor, writer, sectionId, ready, draft, live }
}
