import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, type Slot, slotChange, slotTrouble } from './model'
import { can } from './policy'
import type { SlotInput } from './schema'

const item = (n: number) => ({ id: `a${n}` })
const slots = fc.array(fc.record({ item: fc.nat(12).map(item), pinnedTo: fc.option(fc.integer({ min: 1, max: 14 })) }), { maxLength: 12 })
const automatic = fc.uniqueArray(fc.nat(20)).map((all) => all.map(item))
const T0 = Date.UTC(2026, 10, 27, 6)
const at = (minutes: number): Date => new Date(T0 + minutes * 60_000)

describe('a page arranged', () => {
  test('has nothing twice, nothing made up, and everything that fits', () => {
    fc.assert(fc.property(slots, automatic, fc.integer({ min: 1, max: 16 }), (given, others, size) => {
      const ids = arrange(given, others, size).map(({ id }) => id)
      const all = new Set([...given.map((slot) => slot.item.id), ...others.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every((id) => all.has(id))).toBe(true)
      expect(ids.length).toBe(Math.min(size, all.size))
    }))
  })

  test('keeps the editor’s order among those not pinned, and the automatic ones’, which come after', () => {
    fc.assert(fc.property(slots, automatic, (given, others) => {
      const ids = arrange(given, others, 40).map(({ id }) => id)
      const first = given.filter(({ item: { id } }, i) => given.findIndex((other) => other.item.id === id) === i)
      const [free, rest] = [first.filter(({ pinnedTo }) => pinnedTo === null).map((slot) => slot.item.id), others.map(({ id }) => id).filter((id) => !first.some((slot) => slot.item.id === id))]
      const order = [...free, ...rest]
      expect(ids.filter((id) => order.includes(id))).toEqual(order)
    }))
  })

  test('has a pinned one at its place while there is enough to fill those above', () => {
    fc.assert(fc.property(slots, automatic, (given, others) => {
      const page = arrange(given, others, 14).map(({ id }) => id)
      const taken = new Set<number>()
      given.forEach(({ item: { id }, pinnedTo }, i) => {
        if (pinnedTo === null || taken.has(pinnedTo) || given.findIndex((other) => other.item.id === id) < i) return
        taken.add(pinnedTo)
        if (page.length >= 14) expect(page[pinnedTo - 1]).toBe(id)
        else expect(page.indexOf(id)).toBeLessThanOrEqual(pinnedTo - 1)
      })
    }))
  })

  test('lets the next one up when one is not there', () => {
    const [a, b, c] = [item(1), item(2), item(3)]
    expect(arrange([{ item: b, pinnedTo: null }, { item: c, pinnedTo: 3 }], [a, item(4)], 4).map(({ id }) => id)).toEqual(['a2', 'a1', 'a3', 'a4'])
  })
})

describe('a change of slots', () => {
  const inputs = fc.array(fc.record({ slot: fc.option(fc.nat(7)), articleId: fc.nat(5).map(String), headline: fc.constantFrom('', 'Annan'), pinnedTo: fc.option(fc.integer({ min: 1, max: 3 })), from: fc.option(fc.integer({ min: -20, max: 40 })), until: fc.option(fc.integer({ min: 41, max: 60 })) }), { maxLength: 8 })
  const seen = (all: readonly Omit<Slot, 'id'>[], t: Date) =>
    all.filter(({ from, until }) => from <= t && (until === null || t < until)).sort((x, y) => x.position - y.position).map(({ articleId, headline, pinnedTo }) => `${articleId} ${headline} ${pinnedTo}`)

  test('leaves every earlier instant as it was, and every later one as wanted, whatever was saved before', () => {
    fc.assert(fc.property(fc.array(inputs, { minLength: 1, maxLength: 4 }), (saves) => {
      let [all, count] = [[] as Slot[], 0]
      saves.forEach((given, n) => {
        const now = at(n * 8)
        const current = all.filter(({ until }) => until === null || until > now)
        const named = new Set<string>()
        const wanted: SlotInput[] = given.map(({ slot, from, until, ...rest }) => {
          const id = slot === null ? null : (current[slot]?.id ?? null)
          const own = id !== null && !named.has(id) ? (named.add(id), id) : null
          return { ...rest, id: own, from: from === null ? null : at(from), until: until === null ? null : at(until) }
        })
        const before = all
        const { end, remove, add } = slotChange(current, wanted, now)
        const [ended, removed] = [new Set(end.map(({ id }) => id)), new Set(remove.map(({ id }) => id))]
        all = [...all.filter(({ id }) => !removed.has(id)).map((slot) => (ended.has(slot.id) ? { ...slot, until: now } : slot)), ...add.map((slot) => ({ ...slot, id: `s${(count += 1)}` }))]
        for (let minute = 0; minute < n * 8; minute += 1) expect(seen(all, at(minute))).toEqual(seen(before, at(minute)))
        const goal = wanted.map((slot, position) => ({ ...slot, position, from: slot.from && slot.from > now ? slot.from : now }))
        for (let minute = n * 8; minute < 64; minute += 1) expect(seen(all, at(minute))).toEqual(seen(goal, at(minute)))
      })
    }))
  })

  test('of nothing changes nothing', () => {
    const slot = { id: 's', position: 0, articleId: 'a', headline: '', pinnedTo: null, from: at(-5), until: at(9) }
    const { position: _position, ...input } = slot
    expect(slotChange([slot], [input], at(0))).toEqual({ end: [], remove: [], add: [] })
  })

  test('is refused for an article with two slots at one time, for one that ends before it begins, and beyond ten years', () => {
    const slot = (articleId: string, from: number | null, until: number | null): SlotInput => ({ id: null, articleId, headline: '', pinnedTo: null, from: from === null ? null : at(from), until: until === null ? null : at(until) })
    expect(slotTrouble([slot('a', null, 10), slot('a', 10, null), slot('b', null, null)], at(0))).toEqual({})
    expect(slotTrouble([slot('a', null, 11), slot('a', 10, null)], at(0))).toEqual({ 'slots.1.articleId': 'slotTwice' })
    expect(slotTrouble([slot('a', 10, 10), slot('b', null, 0)], at(0))).toEqual({ 'slots.0.until': 'slotEnds', 'slots.1.until': 'slotEnds' })
    const years = (n: number): number => n * 366 * 24 * 60
    expect(slotTrouble([slot('a', years(11), null), slot('b', null, years(11)), slot('c', null, years(9))], at(0))).toEqual({ 'slots.0.from': 'tooFarAhead', 'slots.1.until': 'tooFarAhead' })
  })
})

test('all at the desk look; pages and the site at another time are the editors’', () => {
  const actor = (role: 'writer' | 'editor' | 'admin') => ({ userId: 'u', email: '', name: '', role, locale: 'sv' as const })
  const verbs = ['look', 'edit', 'travel'] as const
  expect(verbs.map((verb) => can(actor('writer'), verb))).toEqual([true, false, false])
  for (const role of ['editor', 'admin'] as const) expect(verbs.map((verb) => can(actor(role), verb))).toEqual([true, true, true])
})
