// The rebuild that promise 4 is measured by: the index made again from bodies.
import type { Tx } from '@/lib/platform/db'
import { db, transact } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { recountUses } from '@/lib/related-links/commands'
import { indexLinks } from './draft-commands'
import { type BodyLink, linksOf } from './model'
import { bodySchema } from './schema'

type Owner = { articleId: string; revisionId: string | null; body: unknown }
const BATCH = 200

/** Compares every body's links with the index, link by link, and answers the owners that differ; reads in batches, writes nothing. */
export async function auditLinkIndex(): Promise<{ articleId: string; revisionId: string | null }[]> {
  const wrong: { articleId: string; revisionId: string | null }[] = []
  for await (const owners of ownersInBatches()) {
    const indexed = await indexedLinks(owners)
    for (const { articleId, revisionId, body } of owners) {
      const said = linksOf(bodySchema.parse(body)).map(signOf)
      if (JSON.stringify(said) !== JSON.stringify(indexed.get(revisionId ?? articleId) ?? [])) wrong.push({ articleId, revisionId })
    }
  }
  if (wrong.length > 0) log.error({ wrong: wrong.slice(0, 20), count: wrong.length }, 'the index of links differs from the bodies')
  return wrong
}

const signOf = (link: BodyLink): string => (link.place === 'block' ? `block ${link.targetId} ${link.title ?? ''}` : `text ${link.article ?? link.href}`)

/** Owner -> its links as the index has them, in their order, written as `signOf` writes them. */
async function indexedLinks(owners: readonly Owner[]): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ owner: string; links: string[] }[]>`
    SELECT coalesce(u.revision_id, u.article_id)::text AS owner, array_agg(
      CASE u.place WHEN 'block' THEN 'block ' || u.target_id || ' ' || coalesce(u.title, '') ELSE 'text ' || coalesce(t.article_id::text, t.url) END ORDER BY u.position) AS links
    FROM link_use u JOIN link_target t ON t.id = u.target_id
    WHERE u.revision_id = ANY(${owners.flatMap((o) => o.revisionId ?? [])}::uuid[])
       OR (u.revision_id IS NULL AND u.article_id = ANY(${owners.flatMap((o) => (o.revisionId ? [] : [o.articleId]))}::uuid[])) GROUP BY 1`
  return new Map(rows.map((row) => [row.owner, row.links]))
}

/** Makes the index of every draft and revision again from its body, and the targets' counts from the index. */
export async function rebuildLinkIndex(): Promise<void> {
  for await (const owners of ownersInBatches()) {
    await transact({ timeout: 120_000 }, async (tx: Tx, now) => {
      for (const { articleId, revisionId, body } of owners) await indexLinks(tx, { articleId, revisionId, body: bodySchema.parse(body), now })
    })
  }
  await transact({ timeout: 120_000 }, (tx) => recountUses(tx))
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
