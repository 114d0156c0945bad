import { expect, test } from 'vitest'
import { maySearch } from './patience'

const from = (address: string) => new Request('http://localhost/search?q=x', { headers: { 'x-spalt-client-address': address } })

test('a reader may search 120 times a minute, others are not held up by it, nor those whom a proxy does not name', async () => {
  for (let i = 0; i < 120; i += 1) expect(await maySearch(from('192.0.2.1'))).toBe(true)
  expect([await maySearch(from('192.0.2.1')), await maySearch(from('192.0.2.2'))]).toEqual([false, true])
  for (let i = 0; i < 130; i += 1) expect(await maySearch(from('127.0.0.1'))).toBe(true)
})
