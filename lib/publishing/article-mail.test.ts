import { expect, test } from 'vitest'
import { type ToldArticle, toldOf } from './article-mail'

const [OWNER, WRITER, EDITOR, OTHER] = ['owner', 'writer', 'editor', 'other']
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 27, 6, minute))
const bylines = [WRITER, EDITOR, null].map((userId) => ({ byline: { userId } }))
const span = (from: number, until: number | null, by = EDITOR, headline = `Text ${from}`): ToldArticle['publications'][number] =>
  ({ liveFrom: at(from), liveUntil: until === null ? null : at(until), createdById: by, revision: { headline, slug: `text-${from}`, bylines } })
const article = (publications: ToldArticle['publications'], more: Partial<ToldArticle> = {}): ToldArticle =>
  ({ headline: 'Utkast', bylines, createdById: OWNER, trashedAt: null, killedAt: null, embargoUntil: null, killLine: '', publications, ...more })
const published = (minute: number) => ({ about: 'published', articleId: 'a', at: at(minute) }) as const
const takenDown = (minute: number) => ({ about: 'takenDown', articleId: 'a', at: at(minute), byId: EDITOR }) as const

test('going live concerns the owner and the byline of that text, not who did it', () => {
  expect(toldOf(article([span(1, null)]), published(1), at(1))).toMatchObject({ kind: 'published', headline: 'Text 1', slug: 'text-1', byId: EDITOR, concerned: [OWNER, WRITER] })
  expect(toldOf(article([span(1, null, OTHER)]), published(1), at(2))!.concerned).toEqual([OWNER, WRITER, EDITOR])
})

test('a text that takes over is no going live, and does not make the first one untold', () => {
  const twice = article([span(1, 2), span(2, 3, OTHER), span(3, null, OTHER)])
  expect(toldOf(twice, published(1), at(4))).toMatchObject({ headline: 'Text 3', byId: EDITOR })
  expect([toldOf(twice, published(2), at(4)), toldOf(twice, published(3), at(4))]).toEqual([null, null])
  expect(toldOf(article([span(1, 2), span(5, null)]), published(5), at(6))).toMatchObject({ kind: 'published' })
})

test('what was moved, taken down, killed or thrown away meanwhile is not told as published', () => {
  expect(toldOf(article([span(5, null)]), published(1), at(2))).toBeNull()
  expect(toldOf(article([span(5, null)]), published(1), at(6))).toBeNull()
  expect(toldOf(article([span(1, 2)]), published(1), at(3))).toBeNull()
  expect(toldOf(article([span(1, 2), span(4, null)]), published(1), at(5))).toBeNull()
  expect(toldOf(article([span(1, null)], { killedAt: at(2) }), published(1), at(3))).toBeNull()
  expect(toldOf(article([span(1, null)], { trashedAt: at(2) }), published(1), at(3))).toBeNull()
})

test('coming down is told for as long as it holds, as a kill when it was one', () => {
  expect(toldOf(article([span(1, 3)]), takenDown(3), at(4))).toMatchObject({ kind: 'unpublished', headline: 'Text 1', concerned: [OWNER, WRITER] })
  expect(toldOf(article([span(1, 3)], { killedAt: at(3), killLine: 'Rad.' }), takenDown(3), at(4))).toMatchObject({ kind: 'killed', publicLine: 'Rad.' })
  expect(toldOf(article([span(1, 3)], { killedAt: at(5) }), takenDown(3), at(6))).toBeNull()
  expect(toldOf(article([span(1, 3), span(5, null)]), takenDown(3), at(6))).toBeNull()
  expect(toldOf(article([span(1, null)]), takenDown(3), at(6))).toBeNull()
})

test('a planned end is told when it has come, if it still holds and nothing else was said of it', () => {
  const ended = { about: 'ended', articleId: 'a', at: at(3), byId: EDITOR } as const
  expect(toldOf(article([span(1, 2), span(2, 3)]), ended, at(3))).toMatchObject({ kind: 'ended', headline: 'Text 2', slug: null, byId: EDITOR, concerned: [OWNER, WRITER] })
  expect(toldOf(article([span(1, 3), span(5, null)]), ended, at(4))).toMatchObject({ kind: 'ended' })
  const untold = [article([span(1, 2)]), article([span(1, null)]), article([span(1, 4)]), article([span(1, 3), span(3, null)]), article([span(1, 3)], { killedAt: at(4) }), article([span(1, 3)], { trashedAt: at(4) }), article([span(1, 3), span(4, null)])]
  expect(untold.map((each) => toldOf(each, ended, at(5)))).toEqual(untold.map(() => null))
})

test('a killed plan has the draft’s headline, and one under embargo is told to its owner alone', () => {
  expect(toldOf(article([], { killedAt: at(3) }), takenDown(3), at(4))).toMatchObject({ kind: 'killed', headline: 'Utkast', concerned: [OWNER, WRITER] })
  expect(toldOf(article([], { killedAt: at(3), embargoUntil: at(9) }), takenDown(3), at(4))!.concerned).toEqual([OWNER])
  expect(toldOf(article([]), takenDown(3), at(4))).toBeNull()
})
