import type { Tx } from '@/lib/platform/db'

/** Takes an article that nothing else names out of the index: its own links, what was said of them, and the target that would lead to it. It must be in the trash, where its links count for nothing. */
export async function forgetArticle(tx: Tx, articleId: string): Promise<void> {
  await tx.linkUse.deleteMany({ where: { articleId } })
  await tx.linkRuling.deleteMany({ where: { articleId } })
  await tx.linkTarget.deleteMany({ where: { articleId } })
}
