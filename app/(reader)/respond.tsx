import type { ReactElement, ReactNode } from 'react'
import { Document } from '@/components/reader/document'
import { Failed } from '@/components/reader/failed'
import { Lost, LOST_TITLES, type LostKind } from '@/components/reader/lost'
import { CONTENT_SECURITY_POLICY as NOTHING_RUNS, renderDocument, withAccent } from '@/components/reader/render'
import { log } from '@/lib/platform/log'
import { type Freshness, freshnessOf } from '@/lib/reader/model'
import { findWaysOn } from '@/lib/reader/queries'

const EACH_TIME = 'public, max-age=0, must-revalidate'
export const PRIVATE = 'private, no-store'

/** What an address depends on that can never lead anywhere. */
export const NOWHERE: Freshness = { dependsOn: [], expiresInMs: null }
/** after so many seconds who met a failure may ask again */
const RETRY_S = 10

/** `fresh`: what the page depends on, for the page cache in front; without it the page is made anew for each reader. */
type Options = { status?: number; cache?: string; policy?: string; fresh?: Freshness }
/** The desk looks at readers' pages at another instant, with a strip above them that says so; readers never do. */
export type Look = { at?: Date; strip?: ReactNode }
type Context<P> = { params: Promise<P>; look?: Look }

/** A readers' route: what goes wrong in it is logged, and the reader gets a page all the same. */
export function readerRoute<P = unknown>(answer: (request: Request, params: P, look: Look) => Promise<Response>) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    try {
      return await answer(request, await context.params, context.look ?? {})
    } catch (error) {
      log.error({ err: error, path: new URL(request.url).pathname }, 'A page for readers failed')
      const failed = await sendPage(<Failed />, { status: 503, cache: 'no-store' })
      failed.headers.set('retry-after', String(RETRY_S))
      return failed
    }
  }
}

/** A document as an answer, with the headers that every page for readers has. */
export async function sendPage(document: ReactElement, options: Options = {}): Promise<Response> {
  const html = await renderDocument(document)
  return sendText(html, { ...options, policy: withAccent(options.policy ?? NOTHING_RUNS, html), type: 'text/html' })
}

/** Text of any kind with the same headers. */
export function sendText(text: string, { type, ...options }: Options & { type: string }): Response {
  return send(text, `${type}; charset=utf-8`, options)
}

/** A picture with the same headers. */
export function sendImage(data: Buffer<ArrayBuffer>, { type, ...options }: Options & { type: string }): Response {
  return send(data, type, options)
}

function send(body: BodyInit, type: string, { status = 200, cache = EACH_TIME, policy = NOTHING_RUNS, fresh }: Options): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'cache-control': cache,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...freshnessHeaders(fresh),
    },
  })
}

/** On to the address that it has now, for good. */
export function sendMoved(to: string, fresh?: Freshness): Response {
  return new Response(null, { status: 308, headers: { location: to, 'cache-control': EACH_TIME, ...freshnessHeaders(fresh) } })
}

/** The page for an address that leads nowhere, with ways on. `fresh` is what the address itself depends on. */
export async function sendLost(kind: LostKind, { cache, line, fresh, look = {} }: { cache?: string; line?: string; fresh?: Freshness; look?: Look } = {}): Promise<Response> {
  const { site, items, ...ways } = await findWaysOn({ at: look.at })
  const document = <Document head={{ title: `${LOST_TITLES[kind]} – ${site.name}` }} site={site} strip={look.strip}><Lost kind={kind} line={line} site={site} items={items} /></Document>
  return sendPage(document, { status: kind === 'unknown' ? 404 : 410, cache, fresh: fresh && freshnessOf(fresh, ways) })
}

/** Read, and taken away, by the page cache (server/page-cache). */
const freshnessHeaders = (fresh?: Freshness): Record<string, string> =>
  fresh ? { 'x-spalt-depends-on': fresh.dependsOn.map(encodeURI).join(' '), ...(fresh.expiresInMs === null ? {} : { 'x-spalt-expires-in': String(fresh.expiresInMs) }) } : {}
