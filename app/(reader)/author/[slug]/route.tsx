import { sendPlace } from '@/app/(reader)/place-page'
import { readerRoute } from '@/app/(reader)/respond'
import { findAuthorPage } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

const WORDS = {
  root: 'author', kicker: 'Texter av',
  describe: (name: string, site: string) => `Artiklar av ${name} i ${site}.`,
  empty: (name: string) => `Inga artiklar av ${name} är publicerade just nu.`,
} as const

export const GET = readerRoute<{ slug: string }>((request, { slug }, look) => sendPlace(request, WORDS, (reading) => findAuthorPage(slug, reading), look))
