import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { embedOf, embedPage, embedPlayer, type Film, PROVIDERS } from './embed'
import { changedLines } from './correction'
import { linksOf, shownLines, wordsOf } from './model'
import { type Body, embedSchema } from './schema'

const ID = 'dQw4w9W-_cQ'
const youtube = (start = 0): Film => ({ provider: 'youtube', video: ID, start })
const vimeo = (start = 0, video = '76979871'): Film => ({ provider: 'vimeo', video, start })

test.each([
  [`https://www.youtube.com/watch?v=${ID}`, youtube()], [`http://youtube.com/watch/?feature=share&v=${ID}&list=PL1`, youtube()], [`https://m.youtube.com/watch?v=${ID}&t=90`, youtube(90)],
  [`  youtu.be/${ID}?si=x&t=1m30s `, youtube(90)], [`https://youtube.com/shorts/${ID}`, youtube()], [`https://www.youtube.com/live/${ID}/?t=1h2m3s`, youtube(3723)],
  [`//www.youtube-nocookie.com/embed/${ID}?start=12`, youtube(12)], [`https://music.youtube.com/watch?v=${ID}&amp;t=5s`, youtube(5)], [`https://youtu.be/${ID}?t=999999`, youtube()], [`https://youtu.be/${ID}?t=-1`, youtube()],
  [`<iframe width="560" src="https://www.youtube.com/embed/${ID}?si=x" title="a"></iframe>`, youtube()],
  ['https://vimeo.com/76979871', vimeo()], ['vimeo.com/76979871#t=1m5s', vimeo(65)], ['https://player.vimeo.com/video/76979871?dnt=1', vimeo()],
  ['https://vimeo.com/channels/staffpicks/76979871', vimeo()], ['https://vimeo.com/showcase/7008490/video/76979871', vimeo()], ['https://vimeo.com/76979871/0123abcdef?share=copy', vimeo(0, '76979871/0123abcdef')], ['https://player.vimeo.com/video/76979871?h=0123abcdef', vimeo(0, '76979871/0123abcdef')],
])('%s is a film', (address, film) => expect(embedOf(address)).toEqual(film))

test.each([
  '', 'Isen bryter upp', ID, '76979871', `javascript:alert("https://youtu.be/${ID}")`, `ftp://youtu.be/${ID}`, `https://a:b@youtu.be/${ID}`, `https://youtu.be:8443/${ID}`, `https://youtube.com.evil.se/watch?v=${ID}`,
  `https://evil.se/?u=https://youtu.be/${ID}`, `https://notyoutube.com/watch?v=${ID}`, `https://x.youtube.com/watch?v=${ID}`, 'https://www.youtube.com/embed/videoseries?list=PL1', 'https://www.youtube.com/embed/live_stream?channel=x',
  'https://www.youtube.com/@nrk', 'https://youtu.be/short', `https://youtu.be/${ID}x`, `https://youtu.be/${ID}/more`, 'https://www.youtube.com/watch?list=PL1', 'https://vimeo.com/user1', 'https://vimeo.com/76979871/settings', `<iframe src="https://evil.se/embed/${ID}">`,
])('%s is none', (address) => expect(embedOf(address)).toBeNull())

test('its title is none of a text’s words, and stands where two texts are compared', () => {
  const text = (title: string): Body => ({ type: 'doc', content: [{ type: 'embed', attrs: { ...youtube(90), title } as never }, { type: 'paragraph', content: [{ type: 'text', text: 'Ett stycke.' }] }] })
  const line = (title: string) => `Video: ${title} (https://www.youtube.com/watch?v=${ID}&t=90s)`
  expect([wordsOf(text('Isen')), linksOf(text('Isen')), shownLines(text('Isen')).map(({ words }) => words)]).toEqual(['Ett stycke.', [], [line('Isen'), 'Ett stycke.']])
  const words = (title: string) => ({ headline: '', standfirst: '', shortHeadline: '', searchTitle: '', searchDescription: '', shareText: '', body: text(title) })
  expect(changedLines(words('Isen'), words('Isen bryter upp')).map((change) => change.words)).toEqual([line('Isen'), line('Isen bryter upp')])
})

const start = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 86_400 }))
const letters = fc.array(fc.constantFrom(...'abcXYZ019-_'), { minLength: 11, maxLength: 11 }).map((all) => all.join(''))
const films = fc.oneof(
  fc.record({ provider: fc.constant('youtube' as const), video: letters, start }),
  fc.record({ provider: fc.constant('vimeo' as const), video: fc.tuple(fc.integer({ min: 1, max: 999_999_999_999 }), fc.constantFrom('', '/0123abcdef')).map((parts) => parts.join('')), start }),
)

describe('for any film', () => {
  test('its page and its player are addresses of that film', () => {
    fc.assert(fc.property(films, (film) => {
      expect(embedOf(embedPage(film))).toEqual(film)
      expect(embedOf(embedPlayer(film))).toEqual(film)
      expect(new URL(embedPlayer(film)).origin).toBe(PROVIDERS[film.provider].players)
    }))
  })
})

test('for any text it never throws, and what it gives can be saved', () => {
  const parts = fc.constantFrom('https://', 'http:', '//', 'youtu.be/', 'www.youtube.com/', 'vimeo.com/', 'watch?v=', 'embed/', '<iframe src="', '"', '#t=', '&start=', '1h', '%', '\u0000', '\ud800', ID, '76979871', '@', ':')
  fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.array(fc.oneof(parts, fc.string({ maxLength: 3 }))).map((all) => all.join(''))), (text) => {
    const film = embedOf(text)
    if (film) expect(embedSchema.parse({ type: 'embed', attrs: { ...film, title: 'T' } }).attrs).toEqual({ ...film, title: 'T' })
  }), { numRuns: 2_000 })
})
