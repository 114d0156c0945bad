// One save: promise 3 (a stale one is refused, an unfinished one is not) and promise 4 (its links' index goes with it).
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@/lib/auth/model'
import { conflict, invalid } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/db'
import { replaceImageUses } from '@/lib/media/commands'
import { ensureTargets, replaceLinkUses } from '@/lib/related-links/commands'
import { titleKey } from '@/lib/related-links/model'
import { findTargetViews } from '@/lib/related-links/queries'
import { type LinkInput, linkIdentity } from '@/lib/related-links/schema'
import { imagesOf, linksGiven, linksOf, storedBody, textLink, wordsOf } from './model'
import { can, refusal } from './policy'
import { getDeskArticle, resolveLinks } from './queries'
import { type Body, bodySchema, type Draft, type DraftBody, type DraftInput } from './schema'
import { Prisma } from '@/prisma/generated/client'
import { settleSlug } from './slug-commands'
import { signStory } from './story-commands'

export type Saved = {
  version: number
  /** false when the draft was the same already */
  changed: boolean
  draft: Draft
  /** identity of a link as given -> its target row */
  targets: Record<string, string>
  /** what was kept back: field -> message key; all else is saved */
  fields: Record<string, string>
}

/** Saves a draft inside a transaction that holds the article's lock. NOT_FOUND, FORBIDDEN, CONFLICT (stale, killed), INVALID (unknown section, tag, byline or link). */
export async function saveDraftIn(tx: Tx, { actor, articleId, version, draft, now }: { actor: Actor; articleId: string; version: number; draft: DraftInput; now: Date }): Promise<Saved> {
  const stored = await getDeskArticle(actor, articleId, tx, now)
  if (!stored.may.edit) throw refusal(actor, stored)
  if (stored.version !== version) throw conflict('staleDraft')
  await checkReferences(tx, draft)
  const { body, targets } = await storeLinks(tx, actor, { given: draft.body, before: stored.draft.body, now })
  const slug = await settleSlug(tx, { articleId, before: stored.draft, wanted: draft, frozen: stored.slugFrozen })
  const next: Draft = { ...draft, body, slug: slug.slug, slugChosen: slug.slugChosen }
  const saved = { draft: next, targets: Object.fromEntries(targets), fields: slug.fields }
  if (isDeepStrictEqual(plain(next), plain(stored.draft))) return { ...saved, version, changed: false }
  await writeDraft(tx, { articleId, draft: next, version: version + 1, actor, now })
  return { ...saved, version: version + 1, changed: true }
}

const plain = (draft: Draft): unknown => JSON.parse(JSON.stringify(draft))

/** Writes a draft, the index of its links, and what its text is found by. */
async function writeDraft(tx: Tx, { articleId, draft, version, actor, now }: { articleId: string; draft: Draft; version: number; actor: Actor; now: Date }): Promise<void> {
  const { tagIds, bylineIds, leadImage, ...fields } = draft
  await tx.article.update({
    where: { id: articleId },
    data: { ...fields, leadImage: leadImage ?? Prisma.DbNull, version, ...findingKeys(draft), changedById: actor.userId, changedAt: now },
    select: { id: true },
  })
  await tx.articleTag.deleteMany({ where: { articleId } })
  await tx.articleTag.createMany({ data: tagIds.map((tagId, position) => ({ articleId, tagId, position })) })
  await tx.articleByline.deleteMany({ where: { articleId } })
  await tx.articleByline.createMany({ data: bylineIds.map((bylineId, position) => ({ articleId, bylineId, position })) })
  await indexLinks(tx, { articleId, revisionId: null, body: draft.body, now })
  await replaceImageUses(tx, { articleId, revisionId: null, imageIds: imagesOf(draft) })
  await signStory(tx, articleId, draft)
}

/** What the desk finds a draft by, computed here and stored: `spalt keys recompute` makes it again when this changes. */
export const findingKeys = ({ headline, standfirst, body }: Pick<Draft, 'headline' | 'standfirst' | 'body'>): { titleKey: string; plainText: string } => ({
  titleKey: titleKey(headline), plainText: [headline, standfirst, wordsOf(body)].join('\n'),
})

/** The index rows of a body: those that a rebuild would give. */
export async function indexLinks(tx: Tx, { articleId, revisionId, body, now }: { articleId: string; revisionId: string | null; body: Body; now: Date }): Promise<void> {
  const links = linksOf(body)
  const inText = links.flatMap((link): LinkInput[] => (link.place === 'text' ? [textLink(link)] : []))
  const ids = await ensureTargets(tx, inText, now)
  const uses = links.map((link) =>
    link.place === 'block'
      ? { position: link.position, place: link.place, targetId: link.targetId, title: link.title }
      : { position: link.position, place: link.place, targetId: ids.get(linkIdentity(textLink(link)))!, title: null },
  )
  await replaceLinkUses(tx, { articleId, revisionId, uses, now })
}

/** Links as given become target rows; own addresses become articles. Only articles that the actor may read can be linked anew. */
export async function storeLinks(tx: Tx, actor: Actor, { given, before, now }: { given: DraftBody; before: Body; now: Date }): Promise<{ body: Body; targets: Map<string, string> }> {
  const links = linksGiven(given)
  const own = await resolveLinks(links, tx)
  const final = links.map((link) => own.get(link) ?? link)
  const old = new Set(linksOf(before).map((link) => (link.place === 'block' ? link.targetId : link.article)))
  await checkArticles(tx, actor, final.flatMap((link) => (link.kind === 'article' && !old.has(link.articleId) ? [link.articleId] : [])))
  await checkTargets(tx, actor, given.content.flatMap((block) => (block.type === 'readAlso' && block.attrs.target && !old.has(block.attrs.target) ? [block.attrs.target] : [])))
  const inBlocks = new Set(given.content.flatMap((block) => (block.type === 'readAlso' && block.attrs.link ? [linkIdentity(block.attrs.link)] : [])))
  const ids = await ensureTargets(tx, final.filter((_, i) => inBlocks.has(linkIdentity(links[i]!))), now)
  const articleOf = new Map(links.flatMap((link, i) => (final[i]!.kind === 'article' ? [[linkIdentity(link), final[i].articleId] as const] : [])))
  const targets = new Map(links.flatMap((link, i) => (inBlocks.has(linkIdentity(link)) ? [[linkIdentity(link), ids.get(linkIdentity(final[i]!))!] as const] : [])))
  return { body: bodySchema.parse(storedBody(given, targets, articleOf)), targets }
}

async function checkArticles(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  refuseHidden(actor, await findTargetViews(wanted, { reads: tx, by: 'article' }), wanted.length)
}

async function checkTargets(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  refuseHidden(actor, await findTargetViews(wanted, { reads: tx }), wanted.length)
}

function refuseHidden(actor: Actor, views: Awaited<ReturnType<typeof findTargetViews>>, wanted: number): void {
  const readable = views.filter(({ kind, createdById, embargoed, state }) =>
    kind !== 'article' || can(actor, 'read', { createdById: createdById ?? '', embargoed, state: state === 'trashed' ? 'trashed' : 'draft', everLive: false }),
  )
  if (readable.length < wanted) throw invalid('linkUnknown', { fields: { body: 'linkUnknown' } })
}

async function checkReferences(tx: Tx, draft: DraftInput): Promise<void> {
  const tagIds = [...new Set(draft.tagIds)]
  const bylineIds = [...new Set(draft.bylineIds)]
  if (tagIds.length !== draft.tagIds.length) throw invalid('invalidInput', { fields: { tagIds: 'invalidValue' } })
  if (bylineIds.length !== draft.bylineIds.length) throw invalid('invalidInput', { fields: { bylineIds: 'invalidValue' } })
  if (draft.sectionId && !(await tx.tag.count({ where: { id: draft.sectionId, kind: 'section' } }))) throw notThere('sectionId')
  if (tagIds.length && (await tx.tag.count({ where: { id: { in: tagIds }, kind: 'topic' } })) < tagIds.length) throw notThere('tagIds')
  if (bylineIds.length && (await tx.byline.count({ where: { id: { in: bylineIds } } })) < bylineIds.length) throw notThere('bylineIds')
}

const notThere = (field: string) => invalid('invalidInput', { fields: { [field]: 'noLongerThere' } })
