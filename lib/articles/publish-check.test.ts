import { describe, expect, test } from 'vitest'
import { changedHeadline, type CheckedLink, type CheckItem, publishCheck } from './model'

const T = Date.UTC(2026, 10, 24, 6)
const HOUR = 3_600_000
const hour = (n: number): Date => new Date(T + n * HOUR)
type Target = NonNullable<CheckedLink['target']>
const target = (more: Partial<Target>): Target => ({ kind: 'article', articleId: 'b', state: 'live', at: null, until: null, ...more })
const link = (more: Partial<Target> | null, place: 'block' | 'text' = 'block'): CheckedLink => ({ place, target: more && target(more), title: null, headlineThen: null, headline: null })
const troubles = (links: CheckedLink[], goesLive = hour(0)) => publishCheck({ articleId: 'a', links, findings: [], goesLive }).map(({ kind, ...item }) => [kind, (item as { at: Date | null }).at])

describe('the publish check', () => {
  test('has nothing against a live target, an outside one, and what is not known', () => {
    expect(troubles([link({}), link({ kind: 'url', articleId: null, state: 'outside' }), link(null), link({ state: 'hidden' })])).toEqual([])
  })

  test.each(['draft', 'unresolved', 'unpublished', 'killed', 'trashed'] as const)('names a target that is %s, in blocks and in text', (state) => {
    const items = publishCheck({ articleId: 'a', links: [link({ state }), link({ state }, 'text')], findings: [], goesLive: hour(0) })
    expect(items).toEqual([{ index: 0, kind: state, place: 'block', at: null, blocking: false }, { index: 1, kind: state, place: 'text', at: null, blocking: false }])
  })

  test('names what is known to be broken', () => {
    expect(troubles([link({ kind: 'url', articleId: null, state: 'outside', isBroken: true })])).toEqual([['broken', null]])
  })

  test('names a target that goes live after the article, not one that does so with it or before', () => {
    const planned = link({ state: 'scheduled', at: hour(5) })
    expect(troubles([planned], hour(4))).toEqual([['goesLater', hour(5)]])
    expect(troubles([planned], hour(5))).toEqual([])
  })

  test('names a target that has come down by then, or does within a week after', () => {
    const ends = link({ until: hour(10) })
    expect(troubles([ends], hour(10))).toEqual([['downBefore', hour(10)]])
    expect(troubles([ends], hour(9))).toEqual([['downSoon', hour(10)]])
    expect(troubles([ends], hour(10 - 7 * 24))).toEqual([['downSoon', hour(10)]])
    expect(troubles([ends], hour(9 - 7 * 24))).toEqual([])
    expect(troubles([link({ state: 'scheduled', at: hour(2), until: hour(10) })], hour(3))).toEqual([['downSoon', hour(10)]])
  })

  test('names a link in the text to the article itself once, and a block that is a finding already not twice', () => {
    const self = { articleId: 'a', state: 'draft' as const }
    const finding = { index: 0, of: 0, verdict: 'exact' as const, reason: 'self' as const, keyA: 'article:a', keyB: 'article:a', blocking: true, ruling: null }
    const items = publishCheck({ articleId: 'a', links: [link(self), link(self, 'text')], findings: [finding], goesLive: hour(0) })
    expect(items.map((item: CheckItem) => [item.index, item.kind, item.blocking])).toEqual([[0, 'finding', true], [1, 'self', false]])
  })

  test('tells of a headline that has changed since other words were written', () => {
    const words = { title: 'Min', headlineThen: 'Förr', headline: 'Nu' }
    expect(changedHeadline(words)).toBe(true)
    expect(troubles([{ ...link({}), ...words }])).toEqual([['headline', null]])
    for (const same of [{ headlineThen: 'Nu' }, { headlineThen: null }, { title: null }, { headline: null }, { title: 'Nu' }]) expect(changedHeadline({ ...words, ...same })).toBe(false)
  })
})
