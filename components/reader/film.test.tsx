import { describe, expect, test } from 'vitest'
import { Blocks } from './body/blocks'
import { CONTENT_SECURITY_POLICY, renderDocument, SCRIPTS_SECURITY_POLICY, withFrames } from './render'
import { addressesOf, playersOf, showBody, type Site } from '@/lib/reader/model'
import type { Block } from '@/lib/articles/schema'

const SITE: Site = { name: 'Bladet', tagline: '', url: 'https://bladet.se', accent: '#c8102e', hasAbout: false, hasContact: false, timeZone: 'Europe/Stockholm', sections: [], flash: null, now: new Date(0), due: null, isPreview: false }
const film = (provider: 'youtube' | 'vimeo', title = 'Isen <bryter> upp'): Block => ({ type: 'embed', attrs: provider === 'youtube' ? { provider, video: 'dQw4w9WgXcQ', title, start: 90 } : { provider, video: '76979871/0123abcdef', title, start: 0 } })
const show = (...content: Block[]) => showBody({ type: 'doc', content }, { targets: new Map(), articles: new Map(), replaced: new Map(), images: new Map(), selfId: '' })

describe('a film of another site', () => {
  test('is a link to its own page, with the player’s address for the script, and nothing to fetch', async () => {
    const html = await renderDocument(<Blocks blocks={show(film('youtube'))} site={SITE} />)
    expect(html).toContain('<figure class="embed" data-embed="youtube:dQw4w9WgXcQ">')
    expect(html).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=90s" data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&amp;start=90" rel="noopener">')
    expect(html).toContain('Isen &lt;bryter&gt; upp')
    expect(html).toContain('Filmen hämtas från YouTube först när du trycker.')
    expect(html).not.toMatch(/<(iframe|img|link|script)|\ssrc=/)
  })

  test('has its address among those on paper, and its site among those that may be framed', () => {
    const blocks = show(film('vimeo'), film('youtube'), film('vimeo'))
    expect(addressesOf(blocks)).toEqual(['https://vimeo.com/76979871/0123abcdef', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s', 'https://vimeo.com/76979871/0123abcdef'])
    expect(playersOf(blocks)).toEqual(['https://player.vimeo.com', 'https://www.youtube-nocookie.com'])
  })

  test('frames are for its site only, and for no page without one', () => {
    expect(withFrames(SCRIPTS_SECURITY_POLICY, playersOf(show(film('vimeo'))))).toBe(`${SCRIPTS_SECURITY_POLICY}; frame-src https://player.vimeo.com`)
    expect(withFrames(SCRIPTS_SECURITY_POLICY, playersOf(show({ type: 'paragraph' })))).toBe(SCRIPTS_SECURITY_POLICY)
    for (const policy of [CONTENT_SECURITY_POLICY, SCRIPTS_SECURITY_POLICY]) expect(policy).toMatch(/^default-src 'none'(?!.*(frame-src|child-src))/)
  })
})
