import { expect, test } from 'vitest'
import { Turns } from './turns'

test('one at a time, works begin when the one before has ended, in the order in which they came, a failure or not', async () => {
  const turns = new Turns(1)
  const said: string[] = []
  const work = (name: string, fails = false) => async () => {
    said.push(`${name} begins`)
    await Promise.resolve()
    said.push(`${name} ends`)
    if (fails) throw new Error(name)
    return name
  }
  const outcomes = await Promise.allSettled([work('a'), work('b', true), work('c')].map((each) => turns.take(each)))
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
