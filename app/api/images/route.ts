import { RateLimiterMemory } from 'rate-limiter-flexible'
import { answerRequest } from '@/lib/auth/define-action'
import { uploadImage } from '@/lib/media/commands'
import { IMAGE_LIMITS } from '@/lib/media/schema'
import { ownHosts } from '@/lib/platform/env'
import { AppError, forbidden, invalid } from '@/lib/platform/errors'

export const dynamic = 'force-dynamic'

const MINUTE = 60
const limiter = new RateLimiterMemory({ points: 60, duration: MINUTE })

/** An image file as the body, its name in `x-file-name` (percent-encoded). Answers as a server action does: `{ ok: true, data: { image, isKnown } }` or why not. */
export async function POST(request: Request): Promise<Response> {
  const answer = await answerRequest(async (actor) => {
    if (!isOurs(request)) throw forbidden()
    await limiter.consume(actor.userId).catch(() => {
      throw new AppError('RATE_LIMITED', 'rateLimited', { params: { minutes: 1 } })
    })
    return uploadImage({ actor, data: await readFile(request), name: nameOf(request) })
  })
  return Response.json(answer, { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
}

/** Sent by a page of this site, as browsers say it. */
function isOurs({ headers }: Request): boolean {
  const origin = headers.get('origin') ?? ''
  return headers.get('sec-fetch-site') !== 'cross-site' && URL.canParse(origin) && ownHosts().includes(new URL(origin).host)
}

/** The body, read no further than a file may be long. */
async function readFile({ body }: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > IMAGE_LIMITS.fileBytes) throw invalid('imageFileTooLarge', { fields: { file: 'imageFileTooLarge' }, params: { megabytes: IMAGE_LIMITS.fileBytes / 1024 / 1024 } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function nameOf({ headers }: Request): string {
  try {
    return decodeURIComponent(headers.get('x-file-name') ?? '')
  } catch {
    return ''
  }
}
