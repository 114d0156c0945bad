import { describe, expect, test } from 'vitest'
import { chooseEncoding } from './encoding'
import { keyOf } from './key'
import { Overtaken } from './overtaken'

describe('the name of a page', () => {
  test.each([
    ['/', '/'], ['/a/en-artikel', '/a/en-artikel'], ['/a/en-artikel?utm_source=x&_rsc=1', '/a/en-artikel'],
    ['/tag/mosul?before=abc&x=1', '/tag/mosul?before=abc'], ['/tag/mosul?x=1&before=a%20b', '/tag/mosul?before=a%20b'], ['/deskbord', '/deskbord'], ['/apiary/x', '/apiary/x'],
  ])('of %s is %s', (address, key) => expect(keyOf(address)).toBe(key))

  test.each(['/desk', '/desk/articles/1', '/desk?x', '/admin/users', '/api/health', '/sign-in', '/account', '/search?q=mosul', '/_next/static/x.js', '/assets/x.woff2', `/a/${'x'.repeat(600)}`])(
    '%s is not remembered', (address) => expect(keyOf(address)).toBeNull(),
  )
})

describe('the encoding', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['', 'identity'], ['gzip;q=0', 'identity'], ['*', 'gzip'], ['identity', 'identity'], ['BR', 'br'],
  ])('for %s is %s', (header, encoding) => expect(chooseEncoding(header)).toBe(encoding))
})

describe('what was overtaken while a page was rendered', () => {
  test('is known by each of its tags, from the moment on', () => {
    const overtaken = new Overtaken()
    const before = overtaken.now
    overtaken.add(['article:1', 'front'])
    expect([overtaken.since(before, ['x', 'front']), overtaken.since(before, ['x']), overtaken.since(overtaken.now, ['front'])]).toEqual([true, false, false])
    overtaken.addAll()
    expect([overtaken.since(before, ['x']), overtaken.since(overtaken.now, ['x'])]).toEqual([true, false])
  })

  test('is taken for overtaken when too much happened to know', () => {
    const overtaken = new Overtaken()
    const before = overtaken.now
    overtaken.add(Array.from({ length: 19_999 }, (_, n) => `a:${n}`))
    overtaken.add(['b', 'c'])
    expect([overtaken.since(before, ['x']), overtaken.since(overtaken.now, ['c'])]).toEqual([true, false])
  })
})
