import { expect, test } from 'vitest'
import { staying, travelPage, travelPath } from './travel'

const at = new Date('2026-11-28T06:30:00Z')

test('the front, articles and lists can be seen at another time; all else is the same at all times, or no page', () => {
  expect([travelPage('/'), travelPage('/?before=1-a'), travelPage('/a/en-artikel'), travelPage('/section/sport?before=x')]).toEqual([
    { root: 'front', slug: '' }, { root: 'front', slug: '' }, { root: 'a', slug: 'en-artikel' }, { root: 'section', slug: 'sport' },
  ])
  for (const path of ['/feed.xml', '/search?q=a', '/desk', '/a/b/c', '/section/sport/feed.xml', '//evil.example/', '/a/%E0%A4%A', '/a/', 'https://evil.example/']) expect([path, travelPage(path)]).toEqual([path, null])
})

test('links stay at that time, with their question; others, and what only looks like one, are left alone', () => {
  const to = (path: string) => travelPath(path, at).replaceAll('&', '&amp;')
  expect(staying('<p><a class="x" href="/a/b">b</a> <a href="/?before=1&amp;x=2" rel="next">äldre</a></p>', at)).toBe(`<p><a class="x" href="${to('/a/b')}">b</a> <a href="${to('/?before=1&x=2')}" rel="next">äldre</a></p>`)
  const left = '<a href="https://ute.example/a/b">u</a><a href="#innehall">i</a><a href="/feed.xml">f</a><link href="/a/b"><p>&lt;a href=&quot;/a/b&quot;&gt;</p>'
  expect(staying(left, at)).toBe(left)
})
