import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { makeEffect, makeArticle, makeChange, makeFlash, makeImage, makeTag, makeTarget, makeUser, type Person, sql, unique } from './database'
import { sendImage } from './desk'
import { expect, test } from './fixtures'

const ROLES = ['Signed out', 'Writer', 'Editor', 'Admin'] as const
type Column = (typeof ROLES)[number]
type Row = { name: string; cells: Record<Column, string> }

const DOCUMENT = readFileSync('docs/authorisation.md', 'utf8')
const rowsUnder = (title: string): Row[] =>
  DOCUMENT.split(/^## /m).find((part) => part.startsWith(title))!.split('\n').filter((line) => line.startsWith('| `')).map((line) => {
    const [, name = '', ...cells] = line.split('|').map((cell) => cell.trim())
    return { name: name.replaceAll('`', ''), cells: Object.fromEntries(ROLES.map((role, i) => [role, cells[i]!])) as Row['cells'] }
  })

type Said = { ok: boolean; code?: string }
/** What is asked for several at once is asked here for one, and answered as that one was. */
const saidOf = (answer: Said & { data?: { each?: Said[] } | null }): Said => answer.data?.each?.[0] ?? answer

type Action = { id: string; worker: string }
/** What the build answers to: actions by `domain.name`. */
function actionsBuilt(): Map<string, Action> {
  const file = join(process.env.SPALT_DIST_DIR!, 'server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }> }
  return new Map(Object.entries(node).map(([id, { workers, filename, exportedName }]) => [`${filename.split('/')[1]}.${exportedName}`, { id, worker: Object.keys(workers)[0]! }]))
}

/** The addresses of `app/`, as the document writes them. */
const addressesBuilt = (): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${file.split('/').slice(0, -1).filter((part) => !part.startsWith('(')).join('/')}`.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}'))
    .sort()

type Setting = { request: APIRequestContext; baseURL: string; articleId: string; actions: Map<string, Action> }
async function act({ request, baseURL, articleId, actions }: Setting, name: string, input: unknown): Promise<Said> {
  const { id, worker } = actions.get(name)!
  const path = worker.replace(/^app/, '').replace(/\/page$/, '').replace('[id]', articleId) || '/'
  const answer = await request.post(path, { data: JSON.stringify([input]), headers: { 'next-action': id, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8', origin: baseURL }, maxRedirects: 0 })
  const line = (await answer.text()).split('\n').find((text) => /^\w+:\{"ok"/.test(text))
  expect(line, `${name} answered ${answer.status()}`).toBeDefined()
  return saidOf(JSON.parse(line!.slice(line!.indexOf(':') + 1)))
}

const REFUSED = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'])
const draft = (headline: string) => ({
  headline, shortHeadline: '', standfirst: '', slug: null, slugChosen: false, sectionId: null, label: 'nyhet', body: { type: 'doc', content: [] },
  tagIds: [], bylineIds: [], searchTitle: '', searchDescription: '', shareText: '', noindex: false, dateline: null, leadImage: null,
})

const ANNUL = { token: 'x', password: 'x'.repeat(12) }
const colleague = async () => ({ userId: (await makeUser('writer')).id })
const twoTags = async () => ({ fromId: (await makeTag('topic')).id, intoId: (await makeTag('topic')).id })
/** Inputs of actions that are about no article: things of its own for each call. */
const INPUTS: Record<string, () => unknown> = {
  'articles.createArticle': () => ({}),
  'articles.searchArticles': () => ({ query: 'x' }),
  'articles.suggestArticles': () => ({ title: 'x' }),
  'articles.previewChange': async () => ({ fromId: await makeTarget(), into: { kind: 'target', targetId: await makeTarget() } }),
  'articles.replaceTarget': async () => ({ fromId: await makeTarget(), link: { kind: 'url', url: `https://example.org/${unique()}` } }),
  'publishing.redoEffect': async () => ({ id: await makeEffect() }),
  'related-links.searchTargets': () => ({ query: 'x' }),
  'related-links.mergeTargets': async () => ({ fromId: await makeTarget(), intoId: await makeTarget() }),
  'related-links.undoChange': async () => ({ changeId: await makeChange() }),
  'front-page.saveFrontPage': async () => ({ sectionId: (await makeTag('section')).id, version: 0, slots: [] }),
  'front-page.setFlash': async () => ({ text: 'x', articleId: null, url: null, until: new Date(Date.now() + DAY).toISOString(), replaces: await makeFlash() }),
  'front-page.endFlash': async () => ({ flashId: await makeFlash() }),
  'front-page.findFlashTo': () => ({ articleId: crypto.randomUUID() }),
  'tags.searchTags': () => ({ query: 'x', kind: 'topic' }),
  'tags.createTag (topic)': () => ({ name: `Ny ${unique()}`, kind: 'topic' }),
  'tags.createTag (section)': () => ({ name: `Ny ${unique()}`, kind: 'section' }),
  'tags.renameTag': async () => ({ tagId: (await makeTag('topic')).id, name: `Ny ${unique()}` }),
  'tags.previewMerge': twoTags,
  'tags.mergeTags': twoTags,
  'tags.deleteTag': async () => ({ tagId: (await makeTag('topic')).id }),
  'settings.updateSettings': async () => (await sql<object>(`SELECT version, site_name AS "siteName", tagline, time_zone AS "timeZone", accent, about_text AS "aboutText", contact_text AS "contactText", security_contact AS "securityContact", overused_in AS "overusedIn", overused_days AS "overusedDays" FROM settings`))[0],
  'users.createUser': () => ({ email: `${unique()}@example.se`, name: 'N', role: 'writer' }),
  'users.renewLink': colleague,
  'users.changeRole': async () => ({ ...(await colleague()), role: 'editor' }),
  'users.setActive': async () => ({ ...(await colleague()), active: false }),
  'users.setLocale': () => ({ locale: 'sv' }),
  'users.setArticleMail': () => ({ on: true }),
  'users.searchBylines': () => ({ query: 'x' }),
  'users.searchColleagues': () => ({ query: 'x' }),
  'users.createByline': () => ({ name: `Byline ${unique()}` }),
  'users.inspectLink': () => ({ token: 'x' }),
  'users.setPasswordByLink': () => ANNUL,
  'users.createFirstAdmin': () => ({ ...ANNUL, name: 'N', email: `${unique()}@example.se` }),
}

const DAY = 86_400_000
/** Where the article of an action must stand for it: ms from now to its publishing. */
const LIVE_IN: Record<string, number> = {
  'publishing.movePlan': DAY, 'publishing.cancelPlan': DAY, 'publishing.unscheduleArticles': DAY, 'publishing.unpublishNow': -DAY, 'publishing.unpublishAt': -DAY, 'publishing.cancelEnd': -DAY, 'publishing.killArticle': -DAY, 'publishing.liftKill': -DAY, 'publishing.findKillReach': -DAY,
  'publishing.correctArticle': -DAY, 'publishing.rewordNote': -DAY, 'publishing.withdrawNote': -DAY, 'articles.loadRevision': -DAY,
}

/** What else must be true of the article. */
async function prepare(name: string, articleId: string): Promise<void> {
  if (name.startsWith('articles.restoreArticle')) await sql('UPDATE article SET trashed_at = now() WHERE id = $1', [articleId])
  if (name === 'publishing.cancelEnd') await sql(`UPDATE publication SET live_until = now() + interval '1 day' WHERE article_id = $1`, [articleId])
  if (name === 'publishing.liftKill' || name === 'publishing.findKillReach') await sql('UPDATE article SET killed_at = now(), killed_by_id = created_by_id WHERE id = $1', [articleId])
  if (name === 'publishing.liftEmbargo') await sql(`UPDATE article SET embargo_until = now() + interval '1 day' WHERE id = $1`, [articleId])
}

/** A note to readers of the article, where the action is about one. */
async function noteOf(name: string, articleId: string): Promise<string | undefined> {
  if (!name.endsWith('Note')) return undefined
  const [note] = await sql<{ id: string }>(`INSERT INTO note (id, article_id, revision_id, kind, text, at, since, created_by_id)
    SELECT gen_random_uuid(), article_id, revision_id, 'correction', 'x', now(), now(), created_by_id FROM publication WHERE article_id = $1 RETURNING id`, [articleId])
  return note!.id
}

/** Inputs of actions that are about an image. */
async function imageInput(name: string, owner: Person): Promise<object> {
  const imageId = await makeImage(owner)
  if (name === 'media.searchImages') return { query: 'x' }
  return name === 'media.editImage' ? { imageId, version: 1, alt: 'x', caption: '', credit: '', focusX: 50, focusY: 50 } : { imageId }
}

/** An input that only the asker's role stands against. */
async function inputFor(name: string, owner: Person, section: { id: string }): Promise<object> {
  if (INPUTS[name]) return (await INPUTS[name]()) as object
  if (name.startsWith('media.')) return imageInput(name, owner)
  const liveIn = LIVE_IN[name]
  const { id: articleId, headline } = await makeArticle({ by: owner, sectionId: section.id, liveFrom: liveIn === undefined ? undefined : new Date(Date.now() + liveIn) })
  await prepare(name, articleId)
  const [row] = await sql<{ id: string; live_from: Date; live_until: Date | null; revision_id: string }>('SELECT id, live_from, live_until, revision_id FROM publication WHERE article_id = $1', [articleId])
  const [planId, revisionId, begins] = [row?.id, row?.revision_id, row?.live_from.toISOString()]
  const whole = { articleId, version: 2, draft: { ...draft(headline), sectionId: section.id } }
  const plan = { at: new Date(Date.now() + DAY).toISOString(), zone: 'Europe/Stockholm' }
  const [one, shown] = [{ articleIds: [articleId] }, { items: [{ articleId, version: 2, plannedAt: null }] }]
  const inputs: Record<string, object> = {
    'articles.saveDraft': whole,
    'articles.trashArticles': one,
    'articles.restoreArticles': one,
    'articles.tagArticles': { ...one, tagId: (await makeTag('topic')).id },
    'articles.untagArticles': { ...one, tagId: (await makeTag('topic')).id },
    'articles.handOverArticles': { ...one, toId: (await makeUser('writer')).id },
    'publishing.publishArticles': shown,
    'publishing.scheduleArticles': { ...shown, ...plan },
    'publishing.unscheduleArticles': { items: [{ articleId, version: 2 }], at: begins },
    'articles.loadRevision': { articleId, revisionId },
    'articles.describeLinks': { articleId, links: [] },
    'articles.suggestLinks': { articleId, headline, standfirst: '', text: '', tagIds: [], links: [] },
    'articles.resolveTitle': { targetId: await makeTarget('title'), articleId },
    'articles.ruleFinding': { articleId, keyA: `url:${unique()}`, keyB: `url:${unique()}`, ruling: 'keep' },
    'articles.setUpdateOf': { articleId, updateOfId: null },
    'publishing.publishNow': whole,
    'publishing.schedulePublication': { ...whole, ...plan },
    'publishing.movePlan': { articleId, planId, ...plan, was: begins },
    'publishing.cancelPlan': { articleId, planId, was: begins },
    'publishing.cancelEnd': { articleId, was: row?.live_until?.toISOString() },
    'publishing.setEmbargo': { articleId, until: plan.at, reason: '', plans: null },
    'publishing.liftEmbargo': { articleId, reason: 'x' },
    'publishing.correctArticle': { articleId, kind: 'correction', text: 'x' },
    'publishing.rewordNote': { articleId, noteId: await noteOf(name, articleId), text: 'y' },
    'publishing.withdrawNote': { articleId, noteId: await noteOf(name, articleId), reason: 'x' },
    'publishing.unpublishAt': { articleId, at: plan.at },
    'publishing.killArticle': { articleId, reason: 'x', publicLine: '' },
    'publishing.liftKill': { articleId, reason: 'x' },
  }
  return inputs[name] ?? { articleId }
}

type Named = { articleId: string; targetId: string; imageId: string }
function addressOf(name: string, { articleId, targetId, imageId }: Named): string {
  if (name === '/desk/preview') return `${name}?at=${new Date(Date.now() + DAY).toISOString()}&path=%2F`
  return name.replace('{id}', name.startsWith('/desk/links') ? targetId : name.startsWith('/desk/images') ? imageId : articleId).replace('{file}', '640.webp')
}

test('the tables name every page, route and action, and nothing else', () => {
  const open = [...DOCUMENT.match(/Open to all[^]*?\n\n/)![0].matchAll(/`([^`]+)`/g)].map((match) => match[1]!)
  expect([...rowsUnder('Pages'), ...rowsUnder('Files')].map(({ name }) => name.split(' ')[0]).concat(open).sort()).toEqual(addressesBuilt())
  expect([...new Set(rowsUnder('Actions').map(({ name }) => name.split(' ')[0]))].sort()).toEqual([...actionsBuilt().keys()].sort())
})

/** An image's own file is kept by the browser that asked for it. */
const keeping = (name: string, isFound: boolean): string => (name.endsWith('{file}') && isFound ? 'private' : 'no-store')

for (const role of ROLES) {
  test(`${role.toLowerCase()}: files come in as the table says, and none that another site’s page sends`, async ({ context, baseURL, signInAs }) => {
    if (role !== 'Signed out') await signInAs(role.toLowerCase() as 'writer')
    const [{ cells }] = rowsUnder('Files') as [Row]
    expect((await sendImage(context.request, baseURL!)).ok).toBe(cells[role] === 'yes')
    expect(await sendImage(context.request, 'https://evil.example')).toMatchObject({ ok: false, code: role === 'Signed out' ? 'UNAUTHENTICATED' : 'FORBIDDEN' })
  })

  test(`${role.toLowerCase()}: every page and every action answers as the tables say`, async ({ browser, context, baseURL, signInAs, aloneWithFlash: _ }) => {
    const other = await makeUser('editor')
    const me = role === 'Signed out' ? other : await signInAs(role.toLowerCase() as 'writer')
    const section = await makeTag('section')
    const { id: articleId } = await makeArticle({ by: other, sectionId: section.id })
    const { request } = context
    const targetId = await makeTarget()
    const elsewhere = await browser.newContext({ baseURL })
    await signInAs('editor', elsewhere)
    const imageId = (await sendImage(elsewhere.request, baseURL!)).data!.image.id
    await elsewhere.close()
    for (const { name, cells } of rowsUnder('Pages')) {
      const answer = await request.get(addressOf(name, { articleId, targetId, imageId }), { maxRedirects: 0 })
      expect([name, answer.status(), answer.headers()['cache-control']]).toEqual([name, Number(cells[role]), expect.stringContaining(keeping(name, answer.ok()))])
    }
    const setting = { request, baseURL: baseURL!, articleId, actions: actionsBuilt() }
    for (const { name, cells } of rowsUnder('Actions')) {
      const action = name.split(' ')[0]!
      const others = await act(setting, action, await inputFor(name, other, section))
      const isAllowed = (answer: { ok: boolean; code?: string }) => answer.ok || !REFUSED.has(answer.code!)
      expect([name, isAllowed(others)]).toEqual([name, cells[role] === 'yes'])
      if (cells[role] === 'own') expect([name, 'own', isAllowed(await act(setting, action, await inputFor(name, me, section)))]).toEqual([name, 'own', true])
      if (cells[role] === 'yes' && !name.startsWith('users.')) expect([name, others.code]).toEqual([name, undefined])
      if (role === 'Signed out' && cells[role] === 'no') expect([name, others.code]).toEqual([name, 'UNAUTHENTICATED'])
      const more = await act(setting, action, { ...(await inputFor(name, me, section)), isAdmin: true })
      expect([name, 'with an unknown field', more.ok]).toEqual([name, 'with an unknown field', false])
    }
  })
}

test('an ended session is turned away from pages and actions though its cookie is still good', async ({ context, baseURL, signInAs }) => {
  const me = await signInAs('editor')
  const { id: articleId } = await makeArticle({ by: me, sectionId: (await makeTag('section')).id })
  const setting = { request: context.request, baseURL: baseURL!, articleId, actions: actionsBuilt() }
  expect((await context.request.get('/desk', { maxRedirects: 0 })).status()).toBe(200)
  await sql('UPDATE session SET ended_at = now() WHERE user_id = $1', [me.id])
  for (const path of ['/desk', `/desk/articles/${articleId}`, `/desk/articles/${articleId}/preview`, '/account']) {
    const answer = await context.request.get(path, { maxRedirects: 0 })
    expect([path, Math.floor(answer.status() / 100), answer.headers().location]).toEqual([path, 3, expect.stringContaining('/sign-in')])
  }
  expect(await act(setting, 'articles.createArticle', {})).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
})

test('where the signed-out are sent does not depend on the host that they name', async ({ request }) => {
  const answer = await request.get('/desk?state=live', { maxRedirects: 0, headers: { host: 'evil.example' } })
  expect(answer.headers().location).toBe('/sign-in?next=%2Fdesk%3Fstate%3Dlive')
})
