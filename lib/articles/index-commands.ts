// The rebuild that promise 4 is measured by: the index made again from bodies.
import type { Tx } from '@/lib/platform/db'
import { db, transact } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { indexLinks } from './draft-commands'
import { linksOf } from './model'
import { bodySchema } from './schema'

type Owner = { articleId: string; revisionId: string | null; body: unknown }
const BATCH = 200

/** Compares every body's links with the index and answers the owners that differ; reads in batches, writes nothing. */
export async function auditLinkIndex(): Promise<{ articleId: string; revisionId: string | null }[]> {
  const wrong: { articleId: string; revisionId: string | null }[] = []
  for await (const owners of ownersInBatches()) {
    const uses = await db.$queryRaw<{ owner: string; links: number }[]>`
      SELECT coalesce(revision_id, article_id)::text AS owner, count(*)::int AS links FROM link_use
      WHERE revision_id = ANY(${owners.map((o) => o.revisionId).filter((id) => id !== null)}::uuid[])
         OR (revision_id IS NULL AND article_id = ANY(${owners.filter((o) => o.revisionId === null).map((o) => o.articleId)}::uuid[])) GROUP BY 1`
    const counted = new Map(uses.map((use) => [use.owner, use.links]))
    for (const { articleId, revisionId, body } of owners) if ((counted.get(revisionId ?? articleId) ?? 0) !== linksOf(bodySchema.parse(body)).length) wrong.push({ articleId, revisionId })
  }
  if (wrong.length > 0) log.error({ wrong: wrong.slice(0, 20), count: wrong.length }, 'the index of links differs from the bodies')
  return wrong
}

/** Makes the index of every draft and revision again from its body. */
export async function rebuildLinkIndex(): Promise<void> {
  for await (const owners of ownersInBatches()) {
    await transact({ timeout: 120_000 }, async (tx: Tx, now) => {
      for (const { articleId, revisionId, body } of owners) await indexLinks(tx, { articleId, revisionId, body: bodySchema.parse(body), now })
    })
  }
}

async function* ownersInBatches(): AsyncGenerator<Owner[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const articles = await db.article.findMany({
      where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH,
      select: { id: true, body: true, revisions: { select: { id: true, body: true } } },
    })
    if (articles.length === 0) return
    yield articles.flatMap((article): Owner[] => [
      { articleId: article.id, revisionId: null, body: article.body },
      ...article.revisions.map((revision) => ({ articleId: article.id, revisionId: revision.id, body: revision.body })),
    ])
    after = articles.at(-1)!.id
  }
}
