import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Offered, PAUSE, SuggestionFeed } from './suggestion-feed'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const offered = (articleId: string): Offered => ({ articleId, headline: articleId, state: 'live', at: '2026-10-22T05:30:00Z', tags: [], words: [] })
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** A feed over a text that the test writes; each question is answered when the test says so. */
function rig() {
  const screen = { text: 'a' }
  const asked: string[] = []
  const answers: ((ids: string[] | null) => Promise<void>)[] = []
  const feed = new SuggestionFeed(
    () => ({ articleId: 'x', headline: '', standfirst: '', text: screen.text, tagIds: [], links: [] }),
    ({ text }) => {
      asked.push(text)
      return new Promise((done) => answers.push(async (ids) => {
        done(ids ? { ok: true, data: ids.map(offered) } : { ok: false, code: 'UNEXPECTED', message: '' })
        await wait(0)
      }))
    },
  )
  const write = (text: string) => {
    screen.text = text
    feed.touch()
  }
  const shown = () => {
    const page = feed.read()
    return page.kind === 'shown' ? page.offered.map(({ articleId }) => articleId) : page.kind
  }
  return { feed, write, asked, answers, shown }
}

test('asks when it is opened, then four seconds after the last change', async () => {
  const { feed, write, asked, answers, shown } = rig()
  feed.start()
  expect([asked, shown()]).toEqual([['a'], 'loading'])
  await answers[0]!(['1'])
  write('ab')
  await wait(PAUSE - 1)
  write('abc')
  await wait(PAUSE - 1)
  expect(asked).toEqual(['a'])
  await wait(1)
  expect(asked).toEqual(['a', 'abc'])
})

test('never asks twice at once, nor again when nothing has changed', async () => {
  const { feed, write, asked, answers, shown } = rig()
  feed.start()
  write('ab')
  await wait(3 * PAUSE)
  expect(asked).toEqual(['a'])
  await answers[0]!(['1'])
  await wait(PAUSE)
  expect(asked).toEqual(['a', 'ab'])
  await answers[1]!(['2'])
  feed.touch()
  await wait(2 * PAUSE)
  expect([asked, shown()]).toEqual([['a', 'ab'], ['2']])
})

test('what was inserted is offered no more, also by an answer that was on its way', async () => {
  const { feed, write, answers, shown } = rig()
  feed.start()
  await answers[0]!(['1', '2'])
  write('ab')
  await wait(PAUSE)
  feed.drop('1')
  expect(shown()).toEqual(['2'])
  await answers[1]!(['1', '2', '3'])
  expect(shown()).toEqual(['2', '3'])
})

test('a failure is said only while nothing is shown, and is asked again', async () => {
  const { feed, write, asked, answers, shown } = rig()
  feed.start()
  await answers[0]!(null)
  expect(shown()).toBe('failed')
  feed.again()
  await answers[1]!(['1'])
  write('ab')
  await wait(PAUSE)
  await answers[2]!(null)
  expect(shown()).toEqual(['1'])
  feed.touch()
  await wait(PAUSE)
  expect(asked).toEqual(['a', 'a', 'ab', 'ab'])
})

test('asks no more when it is closed', async () => {
  const { feed, write, asked, answers } = rig()
  feed.start()
  await answers[0]!([])
  write('ab')
  feed.stop()
  await wait(2 * PAUSE)
  expect(asked).toEqual(['a'])
})
