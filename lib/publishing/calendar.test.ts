import { fromDate } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDays, dayBounds, dayOf, hourOf, movedTo, steppedTo } from './calendar'

const STOCKHOLM = 'Europe/Stockholm'
const ZONES = [STOCKHOLM, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Havana', 'Africa/Cairo', 'UTC']
const zones = fc.constantFrom(...ZONES)
const minutes = (from: string, to: string) => fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))
/** Any minute, half of them about Sweden's two clock changes of 2027. */
const minute = fc.oneof(minutes('2026-01-01T00:00Z', '2030-01-01T00:00Z'), minutes('2027-03-27T12:00Z', '2027-03-29T12:00Z'), minutes('2027-10-30T12:00Z', '2027-11-01T12:00Z'))
const meanings = (found: ReturnType<typeof movedTo>): Date[] => (found.kind === 'once' ? [found.at] : found.kind === 'twice' ? [found.first, found.second] : [found.before, found.after])

describe('the days of a view', () => {
  test.each([
    ['month', '2026-11-27', 42, '2026-10-26', '2026-12-06', '2026-10-01', '2026-12-01'],
    ['month', '2027-02-28', 28, '2027-02-01', '2027-02-28', '2027-01-01', '2027-03-01'],
    ['week', '2026-11-27', 7, '2026-11-23', '2026-11-29', '2026-11-20', '2026-12-04'],
    ['day', '2026-11-27', 1, '2026-11-27', '2026-11-27', '2026-11-26', '2026-11-28'],
  ] as const)('%s of %s', (view, date, count, first, last, previous, next) => {
    const found = calendarDays(view, date)
    expect([found.days.length, found.days[0], found.days.at(-1), found.previous, found.next]).toEqual([count, first, last, previous, next])
  })

  test('an instant lies between the bounds of the very day that lists print, in every zone', () => {
    fc.assert(fc.property(minute, zones, (at, zone) => {
      const printed = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
      expect(dayOf(at, zone)).toBe(printed)
      const { days } = calendarDays('week', printed)
      const bounds = dayBounds(days, zone)
      const i = bounds.findIndex((bound) => bound > at) - 1
      expect(days[i]).toBe(printed)
    }), { numRuns: 1_000 })
  })
})

describe('a step of the calendar', () => {
  test.each([
    ['2027-03-27T01:30Z', { days: 1 }, { day: '2027-03-28' }],
    ['2026-11-30T11:00Z', { days: 7 }, { day: '2026-12-07' }],
    ['2026-11-27T22:45Z', { hours: 1 }, { day: '2026-11-28', hour: 0 }],
    ['2027-03-28T00:30Z', { hours: 1 }, { day: '2027-03-28', hour: 2 }],
  ])('from %s by %o', (at, step, place) => expect(steppedTo(new Date(at), step, STOCKHOLM)).toEqual(place))
})

describe('a plan that is put elsewhere', () => {
  test('stands on that day, in every zone, at its own time of day when that exists once', () => {
    fc.assert(fc.property(minute, minute, zones, (at, other, zone) => {
      const day = dayOf(other, zone)
      const found = movedTo(at, { day, zone })
      if (found.kind === 'never') return
      for (const then of meanings(found)) {
        expect(dayOf(then, zone)).toBe(day)
        const [was, is] = [fromDate(at, zone), fromDate(then, zone)]
        expect([is.hour, is.minute]).toEqual([was.hour, was.minute])
      }
    }), { numRuns: 1_000 })
  })

  test('in another hour keeps its minutes', () => {
    fc.assert(fc.property(minute, minute, fc.integer({ min: 0, max: 23 }), zones, (at, other, hour, zone) => {
      const found = movedTo(at, { day: dayOf(other, zone), hour, zone })
      if (found.kind === 'never') return
      for (const then of meanings(found)) expect([hourOf(then, zone), fromDate(then, zone).minute]).toEqual([hour, fromDate(at, zone).minute])
    }))
  })

  test('and back again is where it was', () => {
    fc.assert(fc.property(minute, minute, zones, (at, other, zone) => {
      const there = movedTo(at, { day: dayOf(other, zone), zone })
      if (there.kind !== 'once') return
      expect(meanings(movedTo(there.at, { day: dayOf(at, zone), zone }))).toContainEqual(at)
    }))
  })

  test('where clocks go forward does not exist, where they go back exists twice', () => {
    const at = new Date('2027-03-20T01:30:00Z')
    expect(movedTo(at, { day: '2027-03-28', zone: STOCKHOLM })).toMatchObject({ kind: 'never', after: new Date('2027-03-28T01:30:00Z') })
    expect(movedTo(at, { day: '2027-10-31', zone: STOCKHOLM })).toMatchObject({ kind: 'twice', first: new Date('2027-10-31T00:30:00Z'), second: new Date('2027-10-31T01:30:00Z') })
    expect(movedTo(at, { day: '2027-03-28', hour: 3, zone: STOCKHOLM })).toEqual({ kind: 'once', at: new Date('2027-03-28T01:30:00Z') })
  })
})
