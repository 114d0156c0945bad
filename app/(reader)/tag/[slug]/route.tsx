import { sendPlace } from '@/app/(reader)/place-page'
import { readerRoute } from '@/app/(reader)/respond'
import { findTagPage } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

const WORDS = {
  root: 'tag', kicker: 'Ämne',
  describe: (name: string, site: string) => `Allt om ${name} i ${site}.`,
  empty: (name: string) => `Just nu finns inga artiklar om ${name}. När redaktionen skriver om ämnet samlas texterna här.`,
} as const

export const GET = readerRoute<{ slug: string }>((request, { slug }, look) => sendPlace(request, WORDS, (reading) => findTagPage('topic', slug, reading), look))
