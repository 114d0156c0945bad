import { sendPlace } from '@/app/(reader)/place-page'
import { readerRoute } from '@/app/(reader)/respond'
import { findTagPage } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

const WORDS = {
  root: 'section', kicker: 'Avdelning',
  describe: (name: string, site: string) => `${name}: de senaste artiklarna i ${site}.`,
  empty: (name: string) => `Avdelningen ${name} har inga artiklar just nu. De kommer att stå här så snart de är publicerade.`,
} as const

export const GET = readerRoute<{ slug: string }>((request, { slug }, look) => sendPlace(request, WORDS, (reading) => findTagPage('section', slug, reading), look))
