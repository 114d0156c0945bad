import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Autosave, LONGEST, QUIET, type SaveResult, type SaveState } from './autosave'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function rig(answers: (SaveResult | Error | Promise<SaveResult>)[] = []) {
  const saves: { version: number; at: number }[] = []
  const states: SaveState['kind'][] = []
  const begun = Date.now()
  const autosave = new Autosave({
    version: 1,
    changedAt: null,
    unreachable: 'out of reach',
    onState: (state) => states.push(state.kind),
    save: async (version) => {
      saves.push({ version, at: Date.now() - begun })
      const answer = answers.shift() ?? ok(version + 1)
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { autosave, saves, states }
}
const ok = (version: number): SaveResult => ({ ok: true, version, at: '2026-10-22T05:30:00Z' })
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('saves 1.5 s after the last key', async () => {
  const { autosave, saves } = rig()
  autosave.touch()
  await wait(1_000)
  autosave.touch()
  await wait(QUIET - 1)
  expect(saves).toEqual([])
  await wait(1)
  expect(saves).toEqual([{ version: 1, at: 1_000 + QUIET }])
  expect(autosave.isDirty).toBe(false)
})

test('saves at the latest 10 s after the first unsaved key, however long one types', async () => {
  const { autosave, saves } = rig()
  for (let i = 0; i < 25; i += 1) {
    autosave.touch()
    await wait(500)
  }
  expect(saves[0]!.at).toBeLessThanOrEqual(LONGEST)
})

test('has one save in flight, and saves again what was written meanwhile, from the new version', async () => {
  let answer: (result: SaveResult) => void = () => {}
  const { autosave, saves } = rig([new Promise((done) => (answer = done))])
  autosave.touch()
  await wait(QUIET)
  autosave.touch()
  await wait(20_000)
  expect(saves).toHaveLength(1)
  answer(ok(2))
  await wait(QUIET)
  expect(saves.map((save) => save.version)).toEqual([1, 2])
  expect(autosave.isDirty).toBe(false)
})

test('tries again while the server is out of reach, and stays unsaved until it is through', async () => {
  const { autosave, saves, states } = rig([new Error('offline'), new Error('offline')])
  autosave.touch()
  await wait(QUIET + 3_000)
  expect(autosave.isDirty).toBe(true)
  await wait(10_000)
  expect(saves).toHaveLength(3)
  expect(states.at(-1)).toBe('saved')
})

test('stops at a stale version, and goes on from the one that a person chose', async () => {
  const { autosave, saves, states } = rig([{ ok: false, stale: true, final: true, message: '' }])
  autosave.touch()
  await wait(QUIET)
  autosave.touch()
  await wait(60_000)
  expect(states.at(-1)).toBe('conflict')
  expect(saves).toHaveLength(1)
  autosave.rebase(7, false)
  await wait(0)
  expect(saves.at(-1)).toMatchObject({ version: 7 })
})

test('a publish waits for the save in flight, and no save runs beside it', async () => {
  const { autosave, saves } = rig()
  autosave.touch()
  const result = await autosave.hold(async (version) => ({ version: version + 1, result: version }))
  expect(result).toBe(1)
  await wait(60_000)
  expect(saves).toEqual([])
  expect(autosave.version).toBe(2)
})

test('a refused publish leaves what was written to the next save', async () => {
  const { autosave, saves } = rig()
  autosave.touch()
  await autosave.hold(async () => ({ version: null, result: null }))
  await wait(QUIET)
  expect(saves).toHaveLength(1)
})
