import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPicture } from './picture'

const text = { headline: 'Så påverkas Łódź och Göteborg när räntan höjs', section: 'Ekonomi', siteName: 'Bladet', accent: '#c8102e', image: null }

test('a headline is drawn in the size that shares want, small enough to send, whatever it is', async () => {
  for (const headline of [text.headline, '', 'Kort', 'Låtsasministerierepresentantskapsordförandekandidaten '.repeat(6), '<b>&"\u0000 العربية 🙂']) {
    const png = await drawPicture({ ...text, headline })
    const { width, height, format } = await sharp(png).metadata()
    expect([width, height, format, png.length < 100_000]).toEqual([1200, 630, 'png', true])
  }
}, 60_000)
