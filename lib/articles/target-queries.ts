import 'server-only'
import type { z } from 'zod'
import { type Actor, isEditor } from '@/lib/auth/model'
import { forbidden, notFound } from '@/lib/platform/errors'
import { db, type Reads } from '@/lib/platform/db'
import { titleKey } from '@/lib/related-links/model'
import { can } from '@/lib/related-links/policy'
import { type ChangeEffect, findChangeEffect, findTargetViews } from '@/lib/related-links/queries'
import type { previewChangeSchema } from '@/lib/related-links/schema'
import { getSettings } from '@/lib/settings/queries'
import type { ArticleState } from './model'
import { resolveLinks } from './link-queries'

/** What a change would mean, before it is made. FORBIDDEN for those who may not make it. */
export async function previewChange(actor: Actor, { fromId, into }: z.output<typeof previewChangeSchema>, reads: Reads = db): Promise<ChangeEffect> {
  if (!can(actor, 'change')) throw forbidden()
  return findChangeEffect({ fromId, ...(await whereTo(into, reads)) }, { reads })
}

type Into = z.output<typeof previewChangeSchema>['into']

async function whereTo(into: Into, reads: Reads): Promise<{ intoId: string | null; articleId: string | null }> {
  if (into.kind === 'target') {
    const [view] = await findTargetViews([into.targetId], { reads })
    if (!view) throw notFound()
    return { intoId: view.survivorId, articleId: view.articleId }
  }
  const to = (await resolveLinks([into], reads)).get(into) ?? into
  if (to.kind === 'url') return { intoId: await findAddress(to.url, reads), articleId: null }
  if (to.kind === 'title') throw notFound()
  const [view] = await findTargetViews([to.articleId], { reads, by: 'article' })
  return { intoId: view?.targetId ?? null, articleId: to.articleId }
}

async function findAddress(url: string, reads: Reads): Promise<string | null> {
  const [row] = await reads.$queryRaw<{ id: string }[]>`SELECT id FROM link_target WHERE kind = 'url' AND md5(url) = md5(${url})`
  return row?.id ?? null
}

export type SuggestedArticle = { id: string; headline: string; state: ArticleState; at: Date | null; exact: boolean }
const LIKE_ENOUGH = 0.35
const SUGGESTED = 8

/** Articles that a title may mean: those with its very key, then those with a headline like it. What the actor may not read is left out. */
export async function suggestArticles(actor: Actor, title: string): Promise<SuggestedArticle[]> {
  const { siteName } = await getSettings()
  const everything = isEditor(actor)
  const rows = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(LIKE_ENOUGH)}, true)`
    return tx.$queryRaw<{ id: string; exact: boolean }[]>`
      WITH named AS (
        (SELECT id, true AS exact, 1::real AS likeness, changed_at, embargo_until, created_by_id FROM article WHERE title_key = ${titleKey(title, siteName)} AND trashed_at IS NULL LIMIT ${SUGGESTED})
        UNION ALL (SELECT id, false, similarity(lower(headline), lower(${title})) AS likeness, changed_at, embargo_until, created_by_id FROM article
          WHERE lower(headline) % lower(${title}) AND trashed_at IS NULL ORDER BY likeness DESC LIMIT ${2 * SUGGESTED}))
      SELECT id, bool_or(exact) AS exact FROM named WHERE ${everything} OR embargo_until IS NULL OR embargo_until <= clock_timestamp() OR created_by_id = ${actor.userId}::uuid
      GROUP BY id ORDER BY bool_or(exact) DESC, max(likeness) DESC, max(changed_at) DESC LIMIT ${SUGGESTED}`
  })
  const views = new Map((await findTargetViews(rows.map((row) => row.id), { by: 'article' })).map((view) => [view.articleId, view]))
  return rows.flatMap(({ id, exact }) => {
    const view = views.get(id)
    return view ? [{ id, headline: view.title ?? '', state: view.state as ArticleState, at: view.at, exact }] : []
  })
}
