import { expect, test } from 'vitest'
import { formatInstant, formatTime } from './instant-words'

const now = new Date('2027-01-01T00:00:00Z')
const said = (iso: string, zone = 'Europe/Stockholm') => formatInstant(new Date(iso), zone, 'sv', { now })

test('a time that clocks show twice says which it is, and no other does', () => {
  expect(said('2027-10-31T00:30:00Z')).toBe('sön 31 okt 02:30 sommartid')
  expect(said('2027-10-31T01:30:00Z')).toBe('sön 31 okt 02:30 vintertid')
  for (const iso of ['2027-10-30T23:59:00Z', '2027-10-31T02:00:00Z', '2027-03-28T00:59:00Z', '2027-03-28T01:00:00Z', '2027-07-01T12:00:00Z']) expect(said(iso)).toMatch(/\d\d:\d\d$/)
  expect(said('2027-10-31T01:30:00Z', 'UTC')).toBe('sön 31 okt 01:30')
  expect(formatTime(new Date('2027-10-31T01:30:00Z'), 'Europe/Stockholm', 'en')).toBe('02:30 winter time')
})
