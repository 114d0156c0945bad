import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageOf } from './page'
import { PageStore } from './store'

const page = (tags: string[], bytes = 500, status = 200) =>
  pageOf({ status, headers: new Map([['content-type', 'image/png'], ['x-spalt-depends-on', tags.map(encodeURI).join(' ')]]), body: Buffer.alloc(bytes) }, 0)
const LIMIT = 100_000

type Truth = Map<string, { tags: string[]; stale: boolean }>
function overtakeTruth(truth: Truth, { tags, forget }: { tags: string[]; forget: boolean }): void {
  for (const [name, row] of truth) {
    if (!row.tags.some((tag) => tags.includes(tag))) continue
    if (forget) truth.delete(name)
    else row.stale = true
  }
}

describe('pages in memory', () => {
  test('never take more than their limit, and are found by any of their tags, whatever is done', () => {
    const key = fc.integer({ min: 0, max: 40 }).map((n) => `/a/${n}`)
    const tags = fc.array(fc.integer({ min: 0, max: 5 }).map((n) => `tag:å ${n}`), { minLength: 1, maxLength: 4 })
    const step = fc.oneof(
      fc.record({ do: fc.constant('put' as const), key, tags, bytes: fc.integer({ min: 0, max: 20_000 }), status: fc.constantFrom(200, 404) }),
      fc.record({ do: fc.constant('get' as const), key }),
      fc.record({ do: fc.constant('overtake' as const), tags, forget: fc.boolean() }),
    )
    fc.assert(fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const store = new PageStore(LIMIT)
      const truth: Truth = new Map()
      for (const each of steps) {
        if (each.do === 'put') {
          store.put(each.key, page(each.tags, each.bytes, each.status))
          truth.set(each.key, { tags: each.tags, stale: false })
        } else if (each.do === 'get') store.get(each.key)
        else {
          store.overtake(each.tags, 1, each.forget)
          overtakeTruth(truth, each)
        }
        expect(store.size.bytes).toBeLessThanOrEqual(LIMIT)
        for (let n = 0; n <= 40; n++) {
          const entry = store.peek(`/a/${n}`)
          if (entry) expect(entry.staleSince !== null).toBe(truth.get(`/a/${n}`)?.stale)
        }
      }
    }))
  })

  test('what is read again survives a flood of addresses that are asked for once', () => {
    const store = new PageStore(LIMIT)
    for (const key of ['/', '/a/one']) {
      store.put(key, page(['front']))
      store.get(key)
    }
    for (let n = 0; n < 1_000; n++) store.put(`/a/made-up-${n}`, page(['x'], 500, 404))
    expect([store.peek('/') !== undefined, store.peek('/a/one') !== undefined, store.peek('/a/made-up-1')]).toEqual([true, true, undefined])
    expect(store.size.entries).toBeGreaterThan(20)
  })

  test('a page that leads nowhere is never kept by being asked for often', () => {
    const store = new PageStore(LIMIT)
    store.put('/a/gone', page(['x'], 500, 404))
    for (let n = 0; n < 10; n++) store.get('/a/gone')
    for (let n = 0; n < 1_000; n++) store.put(`/a/${n}`, page(['x']))
    expect(store.peek('/a/gone')).toBeUndefined()
  })
})
