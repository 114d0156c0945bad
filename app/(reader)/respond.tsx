import type { ReactElement } from 'react'
import { Document } from '@/components/reader/document'
import { Failed } from '@/components/reader/failed'
import { Lost, LOST_TITLES, type LostKind } from '@/components/reader/lost'
import { CONTENT_SECURITY_POLICY as NOTHING_RUNS, renderDocument } from '@/components/reader/render'
import { log } from '@/lib/platform/log'
import { findWaysOn } from '@/lib/reader/queries'

const EACH_TIME = 'public, max-age=0, must-revalidate'
export const PRIVATE = 'private, no-store'

type Context<P> = { params: Promise<P> }

/** A readers' route: what goes wrong in it is logged, and the reader gets a page all the same. */
export function readerRoute<P = unknown>(answer: (request: Request, params: P) => Promise<Response>) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    try {
      return await answer(request, await context.params)
    } catch (error) {
      log.error({ err: error, path: new URL(request.url).pathname }, 'A page for readers failed')
      return sendPage(<Failed />, { status: 500, cache: 'no-store' })
    }
  }
}

/** A document as an answer, with the headers that every page for readers has. */
export async function sendPage(document: ReactElement, { status = 200, cache = EACH_TIME, policy }: { status?: number; cache?: string; policy?: string } = {}): Promise<Response> {
  return sendText(await renderDocument(document), { type: 'text/html', status, cache, policy })
}

/** Text of any kind with the same headers. */
export function sendText(text: string, { type, status = 200, cache = EACH_TIME, policy = NOTHING_RUNS }: { type: string; status?: number; cache?: string; policy?: string }): Response {
  return new Response(text, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': cache,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    },
  })
}

/** On to the address that it has now, for good. */
export function sendMoved(to: string): Response {
  return new Response(null, { status: 308, headers: { location: to, 'cache-control': EACH_TIME } })
}

/** The page for an address that leads nowhere, with ways on. */
export async function sendLost(kind: LostKind, cache?: string): Promise<Response> {
  const { site, items } = await findWaysOn()
  const document = <Document head={{ title: `${LOST_TITLES[kind]} – ${site.name}` }} site={site}><Lost kind={kind} site={site} items={items} /></Document>
  return sendPage(document, { status: kind === 'gone' ? 410 : 404, cache })
}
