import { expect, test } from 'vitest'
import { staying, travelPage, travelPath } from './travel'

const at = new Date('2026-11-28T06:30:00Z')

test('every page for readers can be seen at another time; all else is no page', () => {
  const page = (root: string, params = {}) => ({ root, params: { slug: '', year: '', month: '', ...params } })
  expect([travelPage('/'), travelPage('/?before=1-a'), travelPage('/a/en-artikel'), travelPage('/section/sport?before=x'), travelPage('/search?q=a'), travelPage('/archive'), travelPage('/archive/2026/11?before=x'), travelPage('/om')]).toEqual([
    page('front'), page('front'), page('a', { slug: 'en-artikel' }), page('section', { slug: 'sport' }), page('search'), page('archive'), page('month', { year: '2026', month: '11' }), page('om'),
  ])
  for (const path of ['/feed.xml', '/search/suggest?q=a', '/archive/2026', '/omslag', '/desk', '/a/b/c', '/section/sport/feed.xml', '//evil.example/', '/a/%E0%A4%A', '/a/', 'https://evil.example/']) expect([path, travelPage(path)]).toEqual([path, null])
})

test('links stay at that time, with their question; others, and what only looks like one, are left alone', () => {
  const to = (path: string) => travelPath(path, at).replaceAll('&', '&amp;')
  expect(staying('<p><a class="x" href="/a/b">b</a> <a href="/?before=1&amp;x=2" rel="next">äldre</a></p>', at)).toBe(`<p><a class="x" href="${to('/a/b')}">b</a> <a href="${to('/?before=1&x=2')}" rel="next">äldre</a></p>`)
  const left = '<a href="https://ute.example/a/b">u</a><a href="#innehall">i</a><a href="/feed.xml">f</a><link href="/a/b"><p>&lt;a href=&quot;/a/b&quot;&gt;</p>'
  expect(staying(left, at)).toBe(left)
})

test('a search stays at that time, with what is asked for', () => {
  const hidden = `<input type="hidden" name="at" value="${at.toISOString()}"/><input type="hidden" name="path" value="/search"/>`
  expect(staying('<form action="/search" class="x"><input name="q"/></form><form action="/annat"></form>', at)).toBe(`<form action="/desk/preview" class="x">${hidden}<input name="q"/></form><form action="/annat"></form>`)
})
