import { fromAbsolute, parseDateTime, toCalendarDateTime } from '@internationalized/date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallTime } from './wall-time'

const ZONES = ['Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC']

test('the hour that is skipped in Sweden in spring is asked about', () => {
  const answer = wallTime(parseDateTime('2027-03-28T02:30'), 'Europe/Stockholm')
  expect(answer).toEqual({ kind: 'never', before: new Date('2027-03-28T00:30:00Z'), after: new Date('2027-03-28T01:30:00Z') })
})

test('the hour that comes twice in autumn is asked about', () => {
  const answer = wallTime(parseDateTime('2027-10-31T02:30'), 'Europe/Stockholm')
  expect(answer).toEqual({ kind: 'twice', first: new Date('2027-10-31T00:30:00Z'), second: new Date('2027-10-31T01:30:00Z') })
})

test('an ordinary time is one instant', () => {
  expect(wallTime(parseDateTime('2026-11-24T07:30'), 'Europe/Stockholm')).toEqual({ kind: 'once', at: new Date('2026-11-24T06:30:00Z') })
})

const minute = fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2030-01-01T00:00Z'), noInvalidDate: true }).map((date) => Math.floor(date.getTime() / 60_000) * 60_000)

test('every instant is among the meanings of its own wall time, in every zone', () => {
  fc.assert(
    fc.property(minute, fc.constantFrom(...ZONES), (instant, zone) => {
      const answer = wallTime(toCalendarDateTime(fromAbsolute(instant, zone)), zone)
      const meanings = answer.kind === 'once' ? [answer.at] : answer.kind === 'twice' ? [answer.first, answer.second] : []
      expect(meanings.map((date) => date.getTime())).toContain(instant)
    }),
  )
})
