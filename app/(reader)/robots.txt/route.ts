import { sendText } from '@/app/(reader)/respond'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  const site = env().SITE_URL
  const lines = ['User-agent: *', 'Allow: /', 'Disallow: /desk', 'Disallow: /admin', 'Disallow: /api', '', `Sitemap: ${site}/sitemap.xml`, `Sitemap: ${site}/sitemaps/news.xml`]
  return sendText(`${lines.join('\n')}\n`, { type: 'text/plain', cache: 'public, max-age=3600' })
}
