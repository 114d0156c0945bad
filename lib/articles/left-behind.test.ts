import { expect, test } from 'vitest'
import { leftBehind } from './left-behind'

const text = (headline: string, more: object = {}) => ({ headline, standfirst: '', shortHeadline: '', searchTitle: '', searchDescription: '', shareText: '', ...more })
const found = (before: string, after: string, elsewhere: object) => leftBehind(text(before), text(after, elsewhere))

test('a year, a name, a result or a word that went from the headline is found where it still stands, in any form', () => {
  expect(found('Staden föll 2041', 'Staden föll 2014', { shortHeadline: 'Staden 2041', shareText: 'Staden föll 2014' })).toEqual([{ name: 'shortHeadline', words: ['2041'] }])
  expect(found('Andersson åtalas', 'Svensson åtalas', { searchTitle: 'Anderssons åtal', searchDescription: 'ANDERSSON OCH SVENSSON' })).toEqual([{ name: 'searchTitle', words: ['Andersson'] }, { name: 'searchDescription', words: ['Andersson'] }])
  expect(found('AIK slog Hammarby 2–1', 'AIK slog Hammarby 1–2', { shareText: '2–1 på Råsunda' })).toEqual([{ name: 'shareText', words: ['2–1'] }])
  expect(found('IS tog staden', 'FN tog staden', { shortHeadline: 'En island' })).toEqual([])
})

test('what is still said, what is only grammar, and an untouched headline are not pointed at', () => {
  expect(found('Malmö växer', 'Malmös kommun växer', { shortHeadline: 'Malmö' })).toEqual([])
  expect(found('Polisen kom till Lund', 'Polisen var i Lund', { shareText: 'Till Lund' })).toEqual([])
  expect(found('Rubrik 2041', 'Rubrik 2041', { shortHeadline: '2041' })).toEqual([])
  expect(leftBehind({ headline: 'Rubrik 2041', standfirst: '' }, text('Rubrik', { standfirst: 'Det var 2041.', shortHeadline: '2041' }))).toEqual([])
})

test('a word that went from the standfirst counts too, and each is named once', () => {
  expect(leftBehind({ headline: 'Fel 2041', standfirst: 'Året var 2041.' }, text('Rätt 2014', { standfirst: 'Året var 2014.', searchDescription: 'År 2041, ja 2041.' }))).toEqual([{ name: 'searchDescription', words: ['2041'] }])
})
