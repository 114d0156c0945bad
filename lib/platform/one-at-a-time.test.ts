import { expect, test } from 'vitest'
import { takeTurns } from './one-at-a-time'

test('works begin when the one before has ended, in the order in which they came, a failure or not', async () => {
  const inTurn = takeTurns()
  const said: string[] = []
  const work = (name: string, fails = false) => async () => {
    said.push(`${name} begins`)
    await Promise.resolve()
    said.push(`${name} ends`)
    if (fails) throw new Error(name)
    return name
  }
  const outcomes = await Promise.allSettled([inTurn(work('a')), inTurn(work('b', true)), inTurn(work('c'))])
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
