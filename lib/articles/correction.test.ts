import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedLines, changedParts, ELSEWHERE, follows, hasCorrection, sameWords, takeIn, takeInLines, type Words } from './correction'
import type { DraftBlock } from './schema'

const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const bare = { standfirst: '', shortHeadline: '', searchTitle: '', searchDescription: '', shareText: '' }
const words = (headline: string, ...lines: string[]): Words => ({ ...bare, headline, body: { type: 'doc', content: lines.map(paragraph) } })
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 })
const elsewhere = fc.record({ shortHeadline: fc.constantFrom('', 'K1', 'K2'), shareText: fc.constantFrom('', 'D1') })
const text = fc.tuple(fc.constantFrom('R1', 'R2'), lines, elsewhere).map(([headline, rest, more]): Words => ({ ...words(headline, ...rest), ...more }))

test('a corrected text has its own correction, and the one before it has not, unless both say the same', () => {
  fc.assert(fc.property(text, text, (before, after) => {
    const changed = changedLines(before, after)
    expect(hasCorrection(changed, after)).toBe(true)
    expect(hasCorrection(changed, before)).toBe(changed.length === 0)
    if (sameWords(before, after)) expect(changed).toEqual([])
  }))
})

test('taken into the text that it was made from, a correction gives the corrected text', () => {
  fc.assert(fc.property(text, text, (before, after) => {
    expect(sameWords(takeIn(before, before, after), after)).toBe(true)
  }))
})

test('what was written since is kept', () => {
  const own = ['x', 'y', 'z']
  fc.assert(fc.property(text, text, fc.array(fc.tuple(fc.nat(6), fc.constantFrom(...own)), { maxLength: 3 }), (before, after, added) => {
    const draft = { ...before, body: { ...before.body, content: [...before.body.content] } } as Words
    for (const [at, line] of added) (draft.body.content as DraftBlock[]).splice(at, 0, paragraph(line))
    const once = takeIn(draft, before, after)
    const count = (of: Words) => of.body.content.filter((block) => own.includes((block as { content?: { text: string }[] }).content?.[0]?.text ?? '')).length
    expect(count(once)).toBe(count(draft))
  }))
})

test('a link, a mark and one of two equal blocks count; the order of names and spaces around a headline do not', () => {
  const link = (article: string): Words => ({ ...words('R'), body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { article, href: null } }] }] }] } })
  expect(changedLines(link('1'), link('2'))).toMatchObject([{ words: 'a', before: 1, after: 0 }, { words: 'a', before: 0, after: 1 }])
  expect(changedLines(words('R', 'a', 'a'), words('R', 'a'))).toMatchObject([{ before: 2, after: 1 }])
  const turned: Words = { body: { content: [{ content: [{ text: 'a', type: 'text' }], type: 'paragraph' }], type: 'doc' }, ...bare, headline: ' R ' }
  expect(sameWords(words('R', 'a'), turned)).toBe(true)
})

test('a paragraph that was rewritten since is neither overwritten nor taken for corrected', () => {
  const [before, after, draft] = [words('R', 'a', 'fel år'), words('R', 'a', 'rätt år'), words('Ny', 'a', 'fel år, som det verkar')]
  expect(hasCorrection(changedLines(before, after), draft)).toBe(false)
  expect(takeIn(draft, before, after)).toMatchObject({ headline: 'Ny', body: draft.body })
})

test('a draft follows that says the same, and keeps what it has of its own for lists and shares', () => {
  fc.assert(fc.property(text, text, elsewhere, (before, after, own) => {
    const draft = { ...before, ...own }
    expect(follows(draft, before)).toBe(true)
    const followed: Words = { ...takeInLines(draft, before, after), body: after.body }
    const lines = ELSEWHERE.map((name) => (draft[name] === before[name] ? after[name] : draft[name]))
    expect([followed.headline, ...ELSEWHERE.map((name) => followed[name])]).toEqual([after.headline, ...lines])
    expect(follows(after, before)).toBe(!changedParts(before, after).some((part) => part === 'headline' || part === 'body'))
  }))
})
