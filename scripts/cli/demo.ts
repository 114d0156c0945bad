import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { fromDate } from '@internationalized/date'
import { createArticle, importArticle, saveDraft, trashArticle } from '@/lib/articles/commands'
import type { DraftBlock, DraftInput } from '@/lib/articles/schema'
import type { ImageUse } from '@/lib/media/schema'
import { databaseNow, db } from '@/lib/platform/db'
import { publishArticle, scheduleArticle, unpublishArticle } from '@/lib/publishing/commands'
import { titleKey } from '@/lib/related-links/model'
import { nameNewsroom } from '@/lib/settings/commands'
import { type DemoArticle, readDemoArticles } from './demo-articles'
import { type House, makeHouse } from './demo-house'
import { makeImages } from './demo-images'

const ZONE = 'Europe/Stockholm'
const NEWSROOM = { siteName: 'Aftonspalten', tagline: 'Det mesta, i rätt ordning', isDemo: true,
  aboutText: 'Aftonspalten är en påhittad tidning. Den finns för att visa hur Spalt ser ut när det används: artiklarna är skrivna för det, utom den om Mosul.\n\nVill du veta hur den görs, så börja på skrivbordet.',
  contactText: 'Redaktionen nås på redaktionen@aftonspalten.example.\n\nHar du hittat ett fel i en text? Skriv till rattelser@aftonspalten.example.',
}
const HOUR = 3600 * 1000

/**
 * Fills an empty database with the demo newsroom, by the commands of the desk; times count from the database's now. Its
 * sign-ins go to demo-users.json in the data directory. Exit status: 0, or 1 with a line on stderr when there are users.
 */
export async function demoLoad({ stdout, stderr }: { stdout: Writable; stderr: Writable }): Promise<number> {
  if ((await db.user.count()) > 0) {
    stderr.write('The demo newsroom is loaded into an empty database only, and this one has users.\n')
    return 1
  }
  delete process.env.MAIL_URL // nobody is told what they never did
  const now = await databaseNow()
  const articles = readDemoArticles()
  await nameNewsroom(NEWSROOM)
  const house = await makeHouse({ tags: unique(articles.flatMap(({ tags }) => tags)), bylines: unique(articles.flatMap(({ bylines }) => bylines)) }, now)
  await loadArticles(articles, house, now)
  keepSignIns(house)
  stdout.write(`${NEWSROOM.siteName}: ${articles.length} articles, ${house.tags.size} tags, ${house.users.length} users.\n`)
  return 0
}

const unique = (names: string[]): string[] => [...new Set(names)]

function keepSignIns({ users }: House): void {
  const folder = process.env.SPALT_DATA_DIR || '.data'
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'demo-users.json'), `${JSON.stringify(users, null, 2)}\n`, { mode: 0o600 })
}

type Placed = { article: DemoArticle; articleId: string; at: Date }

/** All articles are made before any is written, so that they can name each other; what was pasted raw comes last. */
async function loadArticles(articles: readonly DemoArticle[], house: House, now: Date): Promise<void> {
  const written = articles.filter((article) => !isPasted(article))
  const placed: Placed[] = []
  for (const article of written) {
    const at = new Date(now.getTime() - (article.hoursAgo ?? article.trashedHoursAgo ?? 4) * HOUR)
    placed.push({ article, at, ...(await createArticle({ actor: house.actors[article.author], now: new Date(at.getTime() - HOUR) })) })
  }
  const images = await makeImages(unique(articles.flatMap(({ image }) => image ?? [])), house.actors.editor, now)
  const ids = new Map(placed.map(({ article, articleId }) => [titleKey(article.headline), articleId]))
  for (const each of placed) await writeArticle(each, draftOf(each.article, house, ids, images), house, now)
  for (const { author, headline, raw } of articles.filter(isPasted)) await importArticle({ actor: house.actors[author], headline, text: raw!, now: new Date(now.getTime() - 0.1 * HOUR) })
}

/** Raw text as it came, nothing taken out. */
const isPasted = ({ raw, withoutDoubles }: DemoArticle): boolean => raw !== null && !withoutDoubles

async function writeArticle({ article, articleId, at }: Placed, draft: DraftInput, { actors }: House, now: Date): Promise<void> {
  const given = { actor: actors.editor, articleId, version: 1, draft }
  if (article.planned) await scheduleArticle({ ...given, at: plannedAt(article.planned, now), zone: ZONE, now })
  else if (article.hoursAgo) await publishArticle({ ...given, now: at })
  else await saveDraft({ ...given, actor: actors[article.author], now: at })
  if (article.unpublishedHoursAgo) await unpublishArticle({ actor: actors.editor, articleId, now: new Date(now.getTime() - article.unpublishedHoursAgo * HOUR) })
  if (article.trashedHoursAgo) await trashArticle({ actor: actors[article.author], articleId, now: at })
}

/** "tomorrow 06:00" on the newsroom's wall clock, as an instant. */
export function plannedAt(planned: string, now: Date): Date {
  const [hour, minute] = planned.slice(-5).split(':').map(Number)
  const days = planned.startsWith('tomorrow') ? 1 : 2
  return fromDate(now, ZONE).add({ days }).set({ hour, minute, second: 0, millisecond: 0 }).toDate()
}

function draftOf(article: DemoArticle, house: House, ids: ReadonlyMap<string, string>, images: ReadonlyMap<string, ImageUse>): DraftInput {
  const { headline, shortHeadline, standfirst, searchDescription, label, dateline } = article
  return {
    headline, shortHeadline, standfirst, searchDescription, label, dateline,
    slug: null, slugChosen: false, searchTitle: '', shareText: '', noindex: false,
    leadImage: article.image ? { ...images.get(article.image)!, alt: article.imageAlt, caption: article.imageCaption } : null,
    sectionId: article.section ? idOf(house.sections, article.section) : null,
    tagIds: article.tags.map((name) => idOf(house.tags, name)),
    bylineIds: article.bylines.map((name) => idOf(house.bylines, name)),
    body: { type: 'doc', content: article.blocks.map((block) => linked(block, ids)) },
  }
}

/** A LÄS OCKSÅ whose title is an article's here leads to it; others stay as written. */
function linked(block: DraftBlock, ids: ReadonlyMap<string, string>): DraftBlock {
  const articleId = block.type === 'readAlso' && block.attrs.link?.kind === 'title' ? ids.get(titleKey(block.attrs.link.title)) : undefined
  return articleId ? { type: 'readAlso', attrs: { target: null, link: { kind: 'article', articleId }, title: null } } : block
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The demo content names "${name}", which is not made.`)
  return id
}
