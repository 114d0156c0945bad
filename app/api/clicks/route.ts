import { createHash, randomUUID } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { ownHosts } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { countClick } from '@/lib/related-links/commands'
import { clickSchema } from '@/lib/related-links/schema'

const LONGEST = 200
const limiter = new RateLimiterMemory({ points: 60, duration: 60 })
// An address is only ever held mixed with this, which dies with the process.
const salt = randomUUID()

/** A reader followed a LÄS OCKSÅ. The answer is the same whatever is done with it: nobody learns what is counted. */
export async function POST(request: Request): Promise<Response> {
  try {
    const click = isOurs(request) && (await isPatient(request)) ? clickSchema.safeParse(await readBody(request)).data : undefined
    if (click) await countClick(click)
  } catch (error) {
    log.warn({ err: error }, 'a click was not counted')
  }
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}

/** Sent by a page of this site, as browsers say it. */
function isOurs({ headers }: Request): boolean {
  const origin = headers.get('origin') ?? ''
  return headers.get('sec-fetch-site') !== 'cross-site' && URL.canParse(origin) && ownHosts().includes(new URL(origin).host)
}

async function isPatient({ headers }: Request): Promise<boolean> {
  const key = createHash('sha256').update(salt + (headers.get('x-spalt-client-address') ?? 'unknown')).digest('base64url')
  return limiter.consume(key).then(() => true, () => false)
}

async function readBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? LONGEST + 1) > LONGEST) return null
  const text = await request.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
