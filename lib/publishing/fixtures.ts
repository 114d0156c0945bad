import { createArticle } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag } from '@/lib/articles/fixtures'
import type { DraftInput } from '@/lib/articles/schema'
import { db } from '@/lib/platform/db'

export const zone = 'Europe/Stockholm'

/** A newsroom whose clock begins at an instant: people, a section, drafts for it, and `later`, the instant so many minutes after. */
export async function makeDesk(from: string) {
  const [admin, editor, writer] = [await makeActor('admin'), await makeActor('editor'), await makeActor('writer')]
  const sectionId = await makeTag('section')
  const T0 = new Date(from)
  const later = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000)
  const ready = (more: Parameters<typeof draftWith>[0] = {}): DraftInput => draftWith({ sectionId, ...more })
  const create = async (): Promise<string> => (await createArticle({ actor: editor, now: T0 })).articleId
  return { admin, editor, writer, sectionId, T0, later, ready, create }
}

/** The last row of the article's timeline; one that names no plan when there is none. */
export async function planIdOf(articleId: string): Promise<string> {
  const last = await db.publication.findFirst({ where: { articleId }, orderBy: { liveFrom: 'desc' }, select: { id: true } })
  return last?.id ?? crypto.randomUUID()
}
