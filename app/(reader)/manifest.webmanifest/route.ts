import { readerRoute, sendText } from '@/app/(reader)/respond'
import { ICONS } from '@/components/reader/script.generated'
import { findSite } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

/** What a phone needs to put the paper on its home screen. */
export const GET = readerRoute(async () => {
  const { site, ...fresh } = await findSite()
  const manifest = {
    id: '/', name: site.name, short_name: site.name, description: site.tagline || undefined, lang: 'sv', start_url: '/', scope: '/', display: 'minimal-ui', background_color: '#fffdf9', theme_color: '#fffdf9',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...[192, 512].flatMap((size) => ['any', 'maskable'].map((purpose) => ({ src: ICONS[size], sizes: `${size}x${size}`, type: 'image/png', purpose }))),
    ],
  }
  return sendText(JSON.stringify(manifest), { type: 'application/manifest+json', fresh })
})
