import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PAUSE, SameStory } from './same-story'

vi.mock('@/lib/articles/actions', () => ({}))
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const text = (from: number): string => Array.from({ length: 40 }, (_, i) => `ord${from + i}`).join(' ')
const found = { id: 'a', headline: 'A', kind: 'same' as const, share: 100, state: 'draft' as const, at: '2026-11-24T12:00:00.000Z' }
/** Questions whose answers the test gives. */
function questions() {
  const open: ((answer: { ok: true; data: { found: (typeof found)[]; updateOf: null } } | null) => void)[] = []
  const find = vi.fn(() => new Promise<never>((done, fail) => void open.push((answer) => (answer ? done(answer as never) : fail(new Error('out of reach'))))))
  const answer = async (all: (typeof found)[] | null) => {
    open.shift()!(all && { ok: true, data: { found: all, updateOf: null } })
    await vi.advanceTimersByTimeAsync(0)
  }
  return { story: new SameStory('me', find as never), find, answer }
}

test('is asked when the editor opens, and tells what came', async () => {
  const { story, find, answer } = questions()
  const heard = vi.fn()
  story.subscribe(heard)
  story.open(text(0))
  await vi.advanceTimersByTimeAsync(0)
  await answer([found])
  expect(find).toHaveBeenCalledExactlyOnceWith({ articleId: 'me' })
  expect(heard).toHaveBeenCalledOnce()
  expect(story.read().found).toEqual([found])
})

test('is asked after a save that changed much only, one at a time, five seconds apart', async () => {
  const { story, find, answer } = questions()
  story.open(text(0))
  await vi.advanceTimersByTimeAsync(0)
  story.saved(`${text(0)} och lite till`)
  story.saved(text(100))
  story.saved(text(200))
  await vi.advanceTimersByTimeAsync(10 * PAUSE)
  expect(find).toHaveBeenCalledTimes(1)
  await answer([])
  expect(find).toHaveBeenCalledTimes(2)
  await answer([])
  story.saved(text(300))
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  expect(find).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(find).toHaveBeenCalledTimes(3)
  await answer([])
  story.saved(`${text(300)} ett ord`)
  await vi.advanceTimersByTimeAsync(10 * PAUSE)
  expect(find).toHaveBeenCalledTimes(3)
})

test('is asked again after the next save when the server did not answer', async () => {
  const { story, find, answer } = questions()
  story.open(text(0))
  await vi.advanceTimersByTimeAsync(0)
  await answer(null)
  await vi.advanceTimersByTimeAsync(10 * PAUSE)
  expect(find).toHaveBeenCalledTimes(1)
  story.saved(text(0))
  await vi.advanceTimersByTimeAsync(0)
  expect(find).toHaveBeenCalledTimes(2)
})

test('says nothing after the screen is gone, and asks anew when it is back', async () => {
  const { story, find, answer } = questions()
  story.open(text(0))
  await vi.advanceTimersByTimeAsync(0)
  story.stop()
  await answer([found])
  expect(story.read().found).toEqual([])
  story.open(text(0))
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(find).toHaveBeenCalledTimes(2)
})
