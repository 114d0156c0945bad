import { createTranslator } from 'next-intl'
import { z } from 'zod'
import { GET as article } from '@/app/(reader)/a/[slug]/route'
import { GET as archive } from '@/app/(reader)/archive/route'
import { GET as month } from '@/app/(reader)/archive/[year]/[month]/route'
import { GET as author } from '@/app/(reader)/author/[slug]/route'
import { GET as contact } from '@/app/(reader)/kontakt/route'
import { GET as about } from '@/app/(reader)/om/route'
import { GET as corrections } from '@/app/(reader)/rattelser/route'
import { type Look, PRIVATE, readerRoute, sendLost } from '@/app/(reader)/respond'
import { GET as front } from '@/app/(reader)/route'
import { GET as search } from '@/app/(reader)/search/route'
import { GET as section } from '@/app/(reader)/section/[slug]/route'
import { GET as tag } from '@/app/(reader)/tag/[slug]/route'
import { formatInstant, zoneName } from '@/lib/platform/instant-words'
import { PreviewStrip } from '@/components/reader/preview-strip'
import type { Actor } from '@/lib/auth/model'
import { currentActor } from '@/lib/auth/session'
import { can } from '@/lib/front-page/policy'
import { env } from '@/lib/platform/env'
import { staying, type TravelPage, travelPage, travelPath } from '@/lib/reader/model'
import { getSettings } from '@/lib/settings/queries'
import { messages } from '@/messages'

export const dynamic = 'force-dynamic'

const MINUTE = 60_000
type Page = (request: Request, context: { params: Promise<TravelPage['params']>; look: Look }) => Promise<Response>
const ROUTES: Record<TravelPage['root'], Page> = { front, a: article, section, tag, author, month, search, archive, rattelser: corrections, om: about, kontakt: contact }
const askedSchema = z.object({ at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)), path: z.string().max(2_000) })

/** A page of the site as readers see it at an instant: `?at=<UTC instant>&path=</...>`, and what its form asks for. For those who may see all that is planned. */
export const GET = readerRoute(async (request) => {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 302, headers: { location: '/sign-in', 'cache-control': PRIVATE } })
  const { at: when, path: given = '', ...more } = Object.fromEntries(new URL(request.url).searchParams)
  const asked = askedSchema.safeParse({ at: when, path: withMore(given, more) }).data
  const page = asked && travelPage(asked.path)
  if (!page || !can(actor, 'travel')) return sendLost('unknown', { cache: PRIVATE })
  const { at, path } = asked
  const look: Look = { at, strip: await stripOf(actor, at, path) }
  const answer = await ROUTES[page.root](new Request(new URL(path, env().SITE_URL)), { params: Promise.resolve(page.params), look })
  return seenAt(answer, at)
})

/** A page's address with what was filled in there. */
const withMore = (path: string, more: Record<string, string>): string =>
  Object.keys(more).length > 0 ? `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(more)}` : path

/** The same answer, remembered by nobody, whose links stay at that time. */
async function seenAt(answer: Response, at: Date): Promise<Response> {
  const headers = new Headers({ 'cache-control': PRIVATE })
  for (const name of ['content-type', 'content-security-policy', 'x-content-type-options', 'referrer-policy']) if (answer.headers.has(name)) headers.set(name, answer.headers.get(name)!)
  const moved = answer.headers.get('location')
  if (moved) headers.set('location', travelPath(moved, at))
  return new Response(moved ? null : staying(await answer.text(), at), { status: moved ? 307 : answer.status, headers })
}

async function stripOf({ locale }: Actor, at: Date, path: string) {
  const { timeZone } = await getSettings()
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'reader' })
  const said = `${formatInstant(at, timeZone, locale)}, ${zoneName(timeZone, locale)}`
  return (
    <PreviewStrip lang={locale} title={t('travel')} text={t('travelText', { at: said })} back={t('travelBack')} href="/desk/front">
      <a href={travelPath(path, new Date(at.getTime() - MINUTE))}>{t('minuteBefore')}</a>
      <a href={travelPath(path, new Date(at.getTime() + MINUTE))}>{t('minuteAfter')}</a>
    </PreviewStrip>
  )
}
