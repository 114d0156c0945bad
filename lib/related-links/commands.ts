// Keeps promise 4's index: one target row for each thing linked to, one use row for each link of a body.
import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { type LinkInput, linkIdentity } from './schema'
import { moveUseCounts } from './count-commands'
import { keysOfTarget } from './key-commands'
import { markTitles, markTwins } from './marker-commands'

export { type Changed, leadTarget, LINK_CHANGES, mergeTargets, undoChange } from './change-commands'
export { countClick } from './click-commands'
export { countTrashed, recountUses } from './count-commands'
export { forgetArticle } from './forget-commands'
export { recountLinks } from './marker-commands'
export { recomputeTargetKeys } from './key-commands'

export { checkLinks, type CheckOptions, enlistTargets, hurryTargets } from './health-commands'
export { type Clock, deleteOldHosts } from './host-commands'

type Found = { id: string; kind: 'article' | 'url' | 'title'; articleId: string | null; url: string | null; title: string | null }

/** Finds or makes the target row of each link; answers identity (`linkIdentity`) -> target id. Own addresses must have become articles before. */
export async function ensureTargets(tx: Tx, links: readonly LinkInput[], now: Date): Promise<Map<string, string>> {
  const wanted = new Map(links.map((link) => [linkIdentity(link), link]))
  if (wanted.size === 0) return new Map()
  const found = await findTargets(tx, [...wanted.values()])
  const missing = [...wanted].filter(([identity]) => !found.has(identity)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length === 0) return found
  // Sorted, so that two saves that make the same targets wait for each other instead of locking each other out.
  await tx.linkTarget.createMany({ data: missing.map(([, link]) => targetRow(link, now)), skipDuplicates: true })
  const all = await findTargets(tx, [...wanted.values()])
  await markTwins(tx, missing.flatMap(([identity]) => all.get(identity) ?? []))
  return all
}

function targetRow(link: LinkInput, now: Date) {
  if (link.kind === 'article') return { kind: link.kind, articleId: link.articleId, createdAt: now }
  const named = { url: null, title: null, ...link }
  return { ...named, ...keysOfTarget(named), createdAt: now }
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

async function findTargets(tx: Tx, links: readonly LinkInput[]): Promise<Map<string, string>> {
  const articles = links.flatMap((link) => (link.kind === 'article' ? [link.articleId] : []))
  const urls = links.flatMap((link) => (link.kind === 'url' ? [md5(link.url)] : []))
  const titles = links.flatMap((link) => (link.kind === 'title' ? [md5(link.title)] : []))
  const rows = await tx.$queryRaw<Found[]>`
    SELECT id, kind::text, article_id AS "articleId", url, title FROM link_target WHERE kind = 'article' AND article_id = ANY(${articles}::uuid[])
    UNION ALL SELECT id, kind::text, article_id, url, title FROM link_target WHERE kind = 'url' AND md5(url) = ANY(${urls}::text[])
    UNION ALL SELECT id, kind::text, article_id, url, title FROM link_target WHERE kind = 'title' AND md5(title) = ANY(${titles}::text[])`
  return new Map(rows.map((row) => [linkIdentity(row as LinkInput), row.id]))
}

export type LinkUseRow = { position: number; place: 'block' | 'text'; targetId: string; title: string | null }

/** Makes the index rows of a draft (`revisionId` null) or a revision equal to `uses`; a draft's change also moves its targets' counts. */
export async function replaceLinkUses(
  tx: Tx,
  { articleId, revisionId, uses, now }: { articleId: string; revisionId: string | null; uses: readonly LinkUseRow[]; now: Date },
): Promise<void> {
  const before = await tx.linkUse.findMany({ where: { articleId, revisionId }, orderBy: { position: 'asc' }, select: { position: true, place: true, targetId: true, title: true } })
  if (JSON.stringify(before) === JSON.stringify(uses.map(({ position, place, targetId, title }) => ({ position, place, targetId, title })))) return
  const [was, is] = [before, uses].map((rows) => [...new Set(rows.map((row) => row.targetId))]) as [string[], string[]]
  if (revisionId === null) await moveUseCounts(tx, { articleId, was, is, now })
  await tx.linkUse.deleteMany({ where: { articleId, revisionId } })
  await tx.linkUse.createMany({ data: uses.map((use) => ({ ...use, articleId, revisionId })) })
  if (revisionId === null) await markTitles(tx, retitled(before, uses))
}

/** The targets whose own words in an article are not what they were. */
function retitled(before: readonly LinkUseRow[], after: readonly LinkUseRow[]): string[] {
  const said = (uses: readonly LinkUseRow[]) => new Map(uses.flatMap((use) => (use.title === null ? [] : [[`${use.targetId} ${use.title}`, use.targetId] as const])))
  const [was, is] = [said(before), said(after)]
  return [...new Set([...[...was].filter(([key]) => !is.has(key)), ...[...is].filter(([key]) => !was.has(key))].map(([, id]) => id))]
}

/** Stores, changes or (null) takes back what an editor said of a finding. Keys in any order. */
export async function recordRuling(
  tx: Tx,
  { articleId, keyA, keyB, ruling, byId, now }: { articleId: string; keyA: string; keyB: string; ruling: 'keep' | 'dismiss' | null; byId: string; now: Date },
): Promise<void> {
  const [a, b] = [keyA, keyB].sort() as [string, string]
  await tx.linkRuling.deleteMany({ where: { articleId, keyA: a, keyB: b } })
  if (ruling) await tx.linkRuling.create({ data: { articleId, keyA: a, keyB: b, ruling, byId, at: now }, select: { id: true } })
}
