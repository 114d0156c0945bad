import { db } from '@/lib/platform/db'

/** The last row of the article's timeline; one that names no plan when there is none. */
export async function planIdOf(articleId: string): Promise<string> {
  const last = await db.publication.findFirst({ where: { articleId }, orderBy: { liveFrom: 'desc' }, select: { id: true } })
  return last?.id ?? crypto.randomUUID()
}
