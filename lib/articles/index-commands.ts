// The rebuild that promise 4 is measured by: the index made again from bodies.
import { db, type Reads, type Tx, transact } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { type OnBatch, recomputeAll, type Recomputed, type Recomputing } from '@/lib/platform/recompute'
import { recountUses } from '@/lib/related-links/commands'
import type { Prisma } from '@/prisma/generated/client'
import { indexLinks } from './draft-commands'
import { type BodyLink, linksOf } from './model'
import { bodySchema } from './schema'

type Owner = { articleId: string; revisionId: string | null; body: unknown }
const BATCH = 200

/** Compares every body's links with the index, link by link, and answers the owners that differ; reads in batches, writes nothing. */
export async function auditLinkIndex(): Promise<Pick<Owner, 'articleId' | 'revisionId'>[]> {
  const wrong: Pick<Owner, 'articleId' | 'revisionId'>[] = []
  for await (const owners of ownersInBatches()) wrong.push(...(await wrongOwners(owners)).map(({ articleId, revisionId }) => ({ articleId, revisionId })))
  if (wrong.length > 0) log.error({ wrong: wrong.slice(0, 20), count: wrong.length }, 'the index of links differs from the bodies')
  return wrong
}

async function wrongOwners(owners: readonly Owner[], reads: Reads = db): Promise<Owner[]> {
  const indexed = await indexedLinks(owners, reads)
  const isWrong = ({ articleId, revisionId, body }: Owner): boolean => JSON.stringify(linksOf(bodySchema.parse(body)).map(signOf)) !== JSON.stringify(indexed.get(revisionId ?? articleId) ?? [])
  return owners.filter(isWrong)
}

const signOf = (link: BodyLink): string => (link.place === 'block' ? `block ${link.targetId} ${link.title ?? ''}` : `text ${link.article ?? link.href}`)

/** Owner -> its links as the index has them, in their order, written as `signOf` writes them. */
async function indexedLinks(owners: readonly Owner[], reads: Reads): Promise<Map<string, string[]>> {
  const rows = await reads.$queryRaw<{ owner: string; links: string[] }[]>`
    SELECT coalesce(u.revision_id, u.article_id)::text AS owner, array_agg(
      CASE u.place WHEN 'block' THEN 'block ' || u.target_id || ' ' || coalesce(u.title, '') ELSE 'text ' || coalesce(t.article_id::text, t.url) END ORDER BY u.position) AS links
    FROM link_use u JOIN link_target t ON t.id = u.target_id
    WHERE u.revision_id = ANY(${owners.flatMap((o) => o.revisionId ?? [])}::uuid[])
       OR (u.revision_id IS NULL AND u.article_id = ANY(${owners.flatMap((o) => (o.revisionId ? [] : [o.articleId]))}::uuid[])) GROUP BY 1`
  return new Map(rows.map((row) => [row.owner, row.links]))
}

/** Makes the index again where it differs from the bodies, and the targets' counts; what is right is only read. */
export async function repairLinkIndex(onBatch?: OnBatch): Promise<Recomputed> {
  const done = await recomputeAll((after) => transact({ timeout: 120_000 }, (tx, now) => repairBatch(tx, after, now)), onBatch)
  const counts = await transact({ timeout: 600_000 }, (tx) => recountUses(tx))
  return { seen: done.seen, changed: { ...done.changed, ...(counts > 0 && { counts }) } }
}

async function repairBatch(tx: Tx, after: string, now: Date): Promise<Recomputing | null> {
  // no save may change a body between its reading and its index
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM article WHERE id > ${after}::uuid ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE`
  if (rows.length === 0) return null
  const owners = await findOwners({ id: { in: rows.map(({ id }) => id) } }, tx)
  const wrong = await wrongOwners(owners, tx)
  for (const { articleId, revisionId, body } of wrong) await indexLinks(tx, { articleId, revisionId, body: bodySchema.parse(body), now })
  return { last: rows.at(-1)!.id, seen: owners.length, changed: wrong.length > 0 ? { index: wrong.length } : {} }
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
    const owners = await findOwners({ id: { gt: after } })
    if (owners.length === 0) return
    yield owners
    after = owners.at(-1)!.articleId
  }
}

/** The first articles of these, each draft with its revisions. */
async function findOwners(where: Prisma.ArticleWhereInput, reads: Reads = db): Promise<Owner[]> {
  const articles = await reads.article.findMany({ where, orderBy: { id: 'asc' }, take: BATCH, select: { id: true, body: true, revisions: { select: { id: true, body: true } } } })
  return articles.flatMap((article): Owner[] => [
    { articleId: article.id, revisionId: null, body: article.body },
    ...article.revisions.map((revision) => ({ articleId: article.id, revisionId: revision.id, body: revision.body })),
  ])
}
