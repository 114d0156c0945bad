// Whatever is done to articles, links and tags, in whatever order: what readers see keeps the promises about links.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { auditLinkIndex, createArticle, replaceTarget, resolveTitle, restoreArticle, ruleFinding, saveDraft, trashArticle } from '@/lib/articles/commands'
import { draftWith, makeActor, makeTag, readAlso } from '@/lib/articles/fixtures'
import { checkLinks, getDeskArticle } from '@/lib/articles/queries'
import type { DraftBlock, DraftInput } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { db } from '@/lib/platform/db'
import { isAppError } from '@/lib/platform/errors'
import { cancelPlan, killArticle, liftKill, publishArticle, scheduleArticle, unpublishArticle, unpublishArticleAt } from '@/lib/publishing/commands'
import { planIdOf } from '@/lib/publishing/fixtures'
import { mergeTargets, recountUses, undoChange } from '@/lib/related-links/commands'
import { mergeTags } from '@/lib/tags/commands'
import { articlePath } from './model'
import { findArticlePage, findTagPage } from './queries'

const T0 = new Date('2026-11-23T06:00:00Z').getTime()
const MINUTE = 60_000
const ARTICLES = 3

let editor: Actor
let admin: Actor
beforeAll(async () => {
  editor = await makeActor('editor')
  admin = await makeActor('admin')
})

/** A newsroom of three live articles in a chain of links, two tags and a clock of its own. */
type World = { ids: string[]; tags: string[]; sectionId: string; urls: string[]; titles: string[]; clock: number }
type Step = (world: World) => Promise<unknown>

async function makeWorld(): Promise<World> {
  const now = new Date(T0)
  const key = crypto.randomUUID().slice(0, 8)
  const sectionId = await makeTag('section')
  const world: World = { ids: [], tags: [await makeTag('topic'), await makeTag('topic')], sectionId, urls: [1, 2].map((n) => `https://example.se/${key}/${n}`), titles: [1, 2].map((n) => `Rubrik ${n} ${key}`), clock: T0 }
  for (let i = 0; i < ARTICLES; i += 1) {
    const { articleId } = await createArticle({ actor: editor, now })
    const blocks = world.ids.slice(-1).map((before) => readAlso({ kind: 'article', articleId: before }))
    await publishArticle({ actor: editor, articleId, version: 1, draft: draftWith({ headline: `Artikel ${i} ${key}`, sectionId, tagIds: [world.tags[i % 2]!], blocks }), now })
    world.ids.push(articleId)
  }
  return world
}

const nowOf = (world: World): Date => new Date(world.clock)

/** The draft as the editor would send it back. */
async function draftOf(world: World, i: number): Promise<{ articleId: string; version: number; draft: DraftInput }> {
  const { id: articleId, version, draft } = await getDeskArticle(editor, world.ids[i]!, db, nowOf(world))
  const content = draft.body.content.map((block): DraftBlock => (block.type === 'readAlso' ? { type: 'readAlso', attrs: { ...block.attrs, link: null } } : block))
  return { articleId, version, draft: { ...draft, body: { type: 'doc', content } } }
}

async function edit(world: World, i: number, change: (draft: DraftInput) => DraftInput): Promise<void> {
  const { draft, ...rest } = await draftOf(world, i)
  await saveDraft({ actor: editor, ...rest, draft: change(draft), now: nowOf(world) })
}

const withBlocks = (draft: DraftInput, change: (blocks: DraftBlock[]) => DraftBlock[]): DraftInput => ({ ...draft, body: { type: 'doc', content: change(draft.body.content) } })

async function keepAll(world: World, i: number): Promise<void> {
  const { id: articleId, draft } = await getDeskArticle(editor, world.ids[i]!, db, nowOf(world))
  for (const { blocking, reason, keyA, keyB } of await checkLinks(articleId, draft.body)) {
    if (blocking && reason !== 'self') await ruleFinding({ actor: editor, articleId, keyA, keyB, ruling: 'keep', now: nowOf(world) })
  }
}

/** The target row of an address or a title of this newsroom; a step on what is not there yet is refused. */
async function targetId(world: World, n: number): Promise<string> {
  const [url, title] = [world.urls[n % 2]!, world.titles[n % 2]!]
  const row = await db.linkTarget.findFirst({ where: n < 2 ? { kind: 'url', url } : { kind: 'title', title }, select: { id: true } })
  return row?.id ?? NOBODY
}
const NOBODY = '00000000-0000-4000-8000-000000000000'

async function undoLast(world: World): Promise<void> {
  const targets = await Promise.all([0, 1, 2, 3].map((n) => targetId(world, n)))
  const last = await db.linkChange.findFirst({ where: { fromId: { in: targets }, undoneAt: null }, orderBy: { at: 'desc' }, select: { id: true } })
  await undoChange({ actor: editor, changeId: last?.id ?? NOBODY, now: nowOf(world) })
}

const article = fc.nat(ARTICLES - 1)
const url = fc.nat(1)
const link = (world: World, to: number) => {
  const [kind, n] = [to % 3, Math.floor(to / 3)]
  if (kind === 0) return readAlso({ kind: 'article', articleId: world.ids[n % ARTICLES]! })
  return kind === 1 ? readAlso({ kind: 'url', url: world.urls[n % 2]! }) : readAlso({ kind: 'title', title: world.titles[n % 2]! })
}

/** Each step is one that a person can take; what the house refuses is refused without a trace. */
const step: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ i: article, to: fc.nat(8) }).map(({ i, to }) => ({ name: `link ${i} ${to}`, run: (w: World) => edit(w, i, (draft) => withBlocks(draft, (blocks) => [...blocks, link(w, to)])) })) },
  article.map((i) => ({ name: `unlink ${i}`, run: (w: World) => edit(w, i, (draft) => withBlocks(draft, (blocks) => blocks.slice(0, -1))) })),
  { weight: 5, arbitrary: fc.record({ i: article, keep: fc.boolean() }).map(({ i, keep }) => ({
    name: `publish ${i}${keep ? ' keeping' : ''}`,
    run: async (w: World) => {
      if (keep) await keepAll(w, i)
      return publishArticle({ actor: editor, ...(await draftOf(w, i)), now: nowOf(w) })
    },
  })) },
  fc.record({ i: article, minutes: fc.integer({ min: 1, max: 4 }) }).map(({ i, minutes }) => ({
    name: `schedule ${i} +${minutes}`,
    run: async (w: World) => scheduleArticle({ actor: editor, ...(await draftOf(w, i)), at: new Date(w.clock + minutes * MINUTE), zone: 'Europe/Stockholm', now: nowOf(w) }),
  })),
  article.map((i) => ({ name: `cancel ${i}`, run: async (w: World) => cancelPlan({ actor: editor, articleId: w.ids[i]!, planId: await planIdOf(w.ids[i]!), now: nowOf(w) }) })),
  article.map((i) => ({ name: `unpublish ${i}`, run: (w: World) => unpublishArticle({ actor: editor, articleId: w.ids[i]!, now: nowOf(w) }) })),
  fc.record({ i: article, n: fc.nat(2) }).map(({ i, n }) => ({
    name: `rename ${i} ${n}`,
    run: (w: World) => edit(w, i, (draft) => ({ ...draft, headline: `${draft.headline.slice(0, 60)} ${n}`, slug: `namn-${n}-${w.ids[i]}`, slugChosen: true })),
  })),
  fc.boolean().map((turn) => ({ name: `merge tags ${turn}`, run: (w: World) => mergeTags({ actor: admin, fromId: w.tags[turn ? 0 : 1]!, intoId: w.tags[turn ? 1 : 0]!, now: nowOf(w) }) })),
  fc.record({ url, i: article }).map(({ url: n, i }) => ({
    name: `replace url ${n} by ${i}`,
    run: async (w: World) => replaceTarget({ actor: editor, fromId: await targetId(w, n), link: { kind: 'article', articleId: w.ids[i]! }, now: nowOf(w) }),
  })),
  fc.record({ title: url, i: article }).map(({ title, i }) => ({
    name: `resolve title ${title} to ${i}`,
    run: async (w: World) => resolveTitle({ actor: editor, targetId: await targetId(w, 2 + title), articleId: w.ids[i]!, now: nowOf(w) }),
  })),
  url.map((n) => ({ name: `merge url ${n} into the other`, run: async (w: World) => mergeTargets({ actor: editor, fromId: await targetId(w, n), intoId: await targetId(w, 1 - n), now: nowOf(w) }) })),
  fc.constant({ name: 'undo', run: undoLast }),
  fc.record({ i: article, minutes: fc.integer({ min: 1, max: 4 }) }).map(({ i, minutes }) => ({
    name: `unpublish ${i} +${minutes}`,
    run: (w: World) => unpublishArticleAt({ actor: editor, articleId: w.ids[i]!, at: new Date(w.clock + minutes * MINUTE), plans: minutes % 2 === 0 ? 'keep' : 'cancel', now: nowOf(w) }),
  })),
  article.map((i) => ({ name: `kill ${i}`, run: (w: World) => killArticle({ actor: editor, articleId: w.ids[i]!, reason: 'Fel', publicLine: '', now: nowOf(w) }) })),
  article.map((i) => ({ name: `lift ${i}`, run: (w: World) => liftKill({ actor: editor, articleId: w.ids[i]!, reason: 'Rätt', now: nowOf(w) }) })),
  article.map((i) => ({ name: `trash ${i}`, run: (w: World) => trashArticle({ actor: editor, articleId: w.ids[i]!, now: nowOf(w) }) })),
  article.map((i) => ({ name: `restore ${i}`, run: (w: World) => restoreArticle({ actor: editor, articleId: w.ids[i]!, now: nowOf(w) }) })),
)

async function take(world: World, { run }: { run: Step }): Promise<void> {
  world.clock += MINUTE
  await run(world).catch((error: unknown) => {
    if (!isAppError(error)) throw error
  })
}

/** What a reader finds at an address at an instant. */
const pageAt = async (slug: string, at: Date) => (await findArticlePage(slug, { at })).found

/** A list has what is live in its place, of this newsroom, and nothing else. */
async function expectLists(world: World, at: Date): Promise<void> {
  const places = await db.tag.findMany({ where: { id: { in: [world.sectionId, ...world.tags] }, mergedIntoId: null }, select: { id: true, kind: true, slug: true } })
  for (const { id, kind, slug } of places) {
    const { found } = await findTagPage(kind, slug, { at })
    const merged = await db.tag.findMany({ where: { OR: [{ id }, { mergedIntoId: id }] }, select: { id: true } })
    const ids = { in: merged.map((tag) => tag.id) }
    const live = await db.article.findMany({
      where: { id: { in: world.ids }, trashedAt: null, killedAt: null, publications: { some: { liveFrom: { lte: at }, OR: [{ liveUntil: null }, { liveUntil: { gt: at } }], revision: kind === 'section' ? { sectionId: ids } : { tags: { some: { tagId: ids } } } } } },
      select: { id: true },
    })
    expect([kind, found.is === 'found' && found.page.listing.items.map((item) => item.id).sort()]).toEqual([kind, live.map((article) => article.id).sort()])
  }
}

async function expectPromises(world: World, at: Date): Promise<void> {
  await expectLists(world, at)
  const addresses = await db.articleAddress.findMany({ where: { articleId: { in: world.ids } }, select: { slug: true, articleId: true } })
  for (const { slug, articleId } of addresses) {
    const found = await pageAt(slug, at)
    if (found.is === 'moved') expect([slug, (await pageAt(found.to.slice(3), at)).is]).toEqual([slug, 'found'])
    if (found.is !== 'found') continue
    const { page } = found
    const links = page.blocks.flatMap((block) => (block.kind === 'related' ? block.links : []))
    expect(links.map(({ href }) => href)).not.toContain(articlePath(page.slug))
    for (const { href } of links.filter(({ outside }) => !outside)) expect([href, (await pageAt(href.slice(3), at)).is]).toEqual([href, 'found'])
    const doubled = links.filter(({ href }, i) => links.findIndex((other) => other.href === href) < i)
    const kept = await db.linkRuling.count({ where: { articleId, ruling: 'keep' } })
    if (kept === 0) expect(doubled).toEqual([])
  }
}

test('no self link, no double unless kept, no link to what is not live, an index that a rebuild would give, old addresses one step from theirs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const world = await makeWorld()
      for (const each of steps) {
        await take(world, each)
        await expectPromises(world, nowOf(world))
      }
      for (const minutes of [2, 10]) await expectPromises(world, new Date(world.clock + minutes * MINUTE))
      expect(await auditLinkIndex()).toEqual([])
      expect(await db.$transaction((tx) => recountUses(tx))).toBe(0)
    }),
    { numRuns: 12 },
  )
}, 240_000)
