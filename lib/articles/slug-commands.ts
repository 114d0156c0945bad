// An address belongs to one article for as long as a published revision or the draft names it.
import type { Tx } from '@/lib/platform/db'
import { slugCandidate, slugOf } from './model'
import { slugSchema } from './schema'

type Slugs = { slug: string | null; slugChosen: boolean }
const ATTEMPTS = 8

/**
 * The slug that the draft gets: the person's own if it is well-formed and free, else what it had, with the reason in
 * `fields`; without a person's choice that of the headline (with `-2`, `-3` ... when taken), until the article was published
 * or planned once. The address is reserved, and the one that nothing names any more is let go.
 */
export async function settleSlug(
  tx: Tx,
  { articleId, before, wanted, frozen }: { articleId: string; before: Slugs; wanted: Slugs & { headline: string }; frozen: boolean },
): Promise<Slugs & { fields: Record<string, string> }> {
  const keep = (message?: string) => ({ slug: before.slug, slugChosen: before.slugChosen, fields: (message ? { slug: message } : {}) as Record<string, string> })
  if (wanted.slugChosen) {
    if (wanted.slug === before.slug && before.slug) return { slug: before.slug, slugChosen: true, fields: {} }
    if (!wanted.slug) return keep('slugRequired')
    const parsed = slugSchema.safeParse(wanted.slug)
    if (!parsed.success) return keep(parsed.error.issues[0]!.message)
    if (!(await reserve(tx, articleId, wanted.slug))) return keep('slugTaken')
    await release(tx, articleId, wanted.slug)
    return { slug: wanted.slug, slugChosen: true, fields: {} }
  }
  if (frozen) return { slug: before.slug, slugChosen: false, fields: {} }
  const slug = await derive(tx, articleId, slugOf(wanted.headline), before.slug)
  await release(tx, articleId, slug)
  return { slug, slugChosen: false, fields: {} }
}

async function derive(tx: Tx, articleId: string, base: string | null, current: string | null): Promise<string | null> {
  if (!base) return null
  if (current && new RegExp(`^${base}(-\\d+)?$`).test(current) && (await reserve(tx, articleId, current))) return current
  const rows = await tx.articleAddress.findMany({ where: { OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }], NOT: { articleId } }, select: { slug: true }, take: 2_000 })
  const taken = new Set(rows.map((row) => row.slug))
  for (let attempt = 0, tries = 0; tries < ATTEMPTS; attempt += 1) {
    const candidate = slugCandidate(base, attempt)
    if (taken.has(candidate)) continue
    if (await reserve(tx, articleId, candidate)) return candidate
    tries += 1 // another save took it between the look and the insert
  }
  return null
}

/** True when the address is now, or was, this article's. */
async function reserve(tx: Tx, articleId: string, slug: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ mine: boolean }[]>`
    WITH made AS (INSERT INTO article_address (slug, article_id) VALUES (${slug}, ${articleId}::uuid) ON CONFLICT DO NOTHING RETURNING true AS mine)
    SELECT mine FROM made UNION ALL SELECT article_id = ${articleId}::uuid FROM article_address WHERE slug = ${slug} LIMIT 1`
  return rows[0]?.mine ?? false
}

/** Lets go of reserved addresses that neither the draft nor any published or planned revision names. */
async function release(tx: Tx, articleId: string, current: string | null): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM article_address x WHERE x.article_id = ${articleId}::uuid AND x.slug IS DISTINCT FROM ${current}
      AND NOT EXISTS (SELECT 1 FROM publication p JOIN revision r ON r.id = p.revision_id WHERE p.article_id = x.article_id AND r.slug = x.slug)`
}
