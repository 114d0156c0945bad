// The only writer of edited pages and of the line "just nu": what has begun is ended, never rewritten, and all is told in the transaction.
import { recordAudit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/auth/model'
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors'
import { type Tx, transact } from '@/lib/platform/db'
import { notifyCacheTags } from '@/lib/platform/notify'
import { refuseBeyond } from '@/lib/publishing/model'
import { type DeskFrontPage, type Flash, type SlotChange, slotChange, slotTrouble } from './model'
import { can } from './policy'
import { findFlash, findSlots, getFrontPage } from './queries'
import type { SlotInput } from './schema'

type Given = { actor: Actor; now?: Date }
type Page = Given & { sectionId: string | null; version: number; slots: SlotInput[] }

/** The page with these slots from now on. CONFLICT when somebody saved it since `version`: `data.page` is how it stands. INVALID: `slots.<n>.<field>`. */
export async function saveFrontPage({ actor, sectionId, version, slots, now: given }: Page): Promise<DeskFrontPage> {
  refuseOthers(actor)
  return transact({ now: given, lock: `front:${sectionId ?? ''}` }, async (tx, now) => {
    const name = await nameOfPage(tx, sectionId)
    const current = await findSlots(sectionId, now, tx)
    if (current.version !== version) throw conflict('staleFront', { data: { page: await getFrontPage(actor, sectionId, tx, now) } })
    const fields = { ...slotTrouble(slots, now), ...(await unknownArticles(tx, slots, new Set(current.slots.map(({ articleId }) => articleId)))) }
    if (Object.keys(fields).length > 0) throw invalid('invalidInput', { fields })
    const change = slotChange(current.slots, slots, now)
    if (change.end.length + change.remove.length + change.add.length > 0) await apply(tx, { actor, sectionId, name, change, now, count: slots.length })
    return getFrontPage(actor, sectionId, tx, now)
  })
}

function refuseOthers(actor: Actor): void {
  if (!can(actor, 'edit')) throw forbidden()
}

/** What the log calls it; NOT_FOUND when there is no such section, or it was merged into another. */
async function nameOfPage(tx: Tx, sectionId: string | null): Promise<string> {
  if (sectionId === null) return ''
  const section = await tx.tag.findFirst({ where: { id: sectionId, kind: 'section', mergedIntoId: null }, select: { name: true } })
  if (!section) throw notFound()
  return section.name
}

/** Articles that are new on the page and cannot stand there. */
async function unknownArticles(tx: Tx, slots: readonly SlotInput[], known: ReadonlySet<string>): Promise<Record<string, string>> {
  const ids = slots.map(({ articleId }) => articleId)
  const found = await tx.article.findMany({ where: { id: { in: ids }, trashedAt: null, killedAt: null }, select: { id: true }, take: ids.length })
  const good = new Set([...known, ...found.map(({ id }) => id)])
  return Object.fromEntries(ids.flatMap((id, i) => (good.has(id) ? [] : [[`slots.${i}.articleId`, 'noLongerThere']])))
}

type Applied = { actor: Actor; sectionId: string | null; name: string; change: SlotChange; now: Date; count: number }

async function apply(tx: Tx, { actor, sectionId, name, change: { end, remove, add }, now, count }: Applied): Promise<void> {
  const old = await tx.frontPage.findFirst({ where: { sectionId }, select: { id: true } })
  const { id: pageId } = old
    ? await tx.frontPage.update({ where: { id: old.id }, data: { version: { increment: 1 } }, select: { id: true } })
    : await tx.frontPage.create({ data: { sectionId, version: 1 }, select: { id: true } })
  await tx.frontSlot.deleteMany({ where: { id: { in: remove.map(({ id }) => id) } } })
  await tx.frontSlot.updateMany({ where: { id: { in: end.map(({ id }) => id) } }, data: { liveUntil: now } })
  await tx.frontSlot.createMany({ data: add.map(({ from, until, ...slot }) => ({ ...slot, pageId, liveFrom: from, liveUntil: until, createdById: actor.userId, createdAt: now })) })
  const told = await inWords(tx, { end, remove, add })
  await recordAudit(tx, { actorId: actor.userId, action: sectionId ? 'front.section' : 'front.save', subject: { kind: 'front', id: sectionId }, details: { name, slots: count, ...told }, now })
  await notifyCacheTags(tx, [sectionId ? `slots:${sectionId}` : 'front'])
}

/** For the log: the headlines of the articles that came and went, 'none' for none; what was only moved or reworded is neither. */
async function inWords(tx: Tx, { end, remove, add }: SlotChange): Promise<{ came: string; went: string }> {
  const [before, after] = [new Set([...end, ...remove].map(({ articleId }) => articleId)), new Set(add.map(({ articleId }) => articleId))]
  const [came, went] = [[...after].filter((id) => !before.has(id)), [...before].filter((id) => !after.has(id))]
  const ids = [...came, ...went]
  const found = await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true, headline: true }, take: ids.length })
  const headlineOf = new Map(found.map(({ id, headline }) => [id, headline]))
  const said = (of: string[]): string => of.map((id) => `”${headlineOf.get(id) ?? ''}”`).join(', ') || 'none'
  return { came: said(came), went: said(went) }
}

type NewFlash = Given & { text: string; articleId: string | null; url: string | null; until: Date; replaces: string | null }
const FLASH = 'news-flash'

/** The line above all readers' pages, from now until then, instead of the one that the editor saw. CONFLICT when another stands there: `data.flash`. */
export async function setFlash({ actor, text, articleId, url, until, replaces, now: given }: NewFlash): Promise<Flash> {
  refuseOthers(actor)
  return transact({ now: given, lock: FLASH }, async (tx, now) => {
    const current = await findFlash(tx, now)
    if (current && current.id !== replaces) throw conflict('staleFlash', { data: { flash: current } })
    refuseBeyond(until, now, 'until')
    if (articleId && !(await tx.article.count({ where: { id: articleId, trashedAt: null, killedAt: null } }))) throw invalid('invalidInput', { fields: { articleId: 'noLongerThere' } })
    if (current) await end(tx, current, now)
    await tx.newsFlash.create({ data: { text, articleId, url, liveFrom: now, liveUntil: until, createdById: actor.userId, createdAt: now }, select: { id: true } })
    await tell(tx, { actor, action: 'flash.set', details: { text, at: until.toISOString() }, now })
    return (await findFlash(tx, now))!
  })
}

/** Takes the line away before its time. NOT_FOUND when it has ended, CONFLICT when another stands there: `data.flash`. */
export async function endFlash({ actor, flashId, now: given }: Given & { flashId: string }): Promise<void> {
  refuseOthers(actor)
  await transact({ now: given, lock: FLASH }, async (tx, now) => {
    const current = await findFlash(tx, now)
    if (!current) throw notFound()
    if (current.id !== flashId) throw conflict('staleFlash', { data: { flash: current } })
    await end(tx, current, now)
    await tell(tx, { actor, action: 'flash.end', details: { text: current.text }, now })
  })
}

async function end(tx: Tx, { id, from }: Flash, now: Date): Promise<void> {
  if (new Date(from) < now) await tx.newsFlash.update({ where: { id }, data: { liveUntil: now }, select: { id: true } })
  else await tx.newsFlash.delete({ where: { id }, select: { id: true } })
}

async function tell(tx: Tx, { actor, action, details, now }: { actor: Actor; action: string; details: Record<string, string>; now: Date }): Promise<void> {
  await recordAudit(tx, { actorId: actor.userId, action, subject: { kind: 'front', id: null }, details, now })
  await notifyCacheTags(tx, ['site'])
}
