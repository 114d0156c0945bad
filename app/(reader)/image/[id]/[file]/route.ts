import { NOWHERE, readerRoute, sendImage, sendLost } from '@/app/(reader)/respond'
import { findPublicImage, readCopy } from '@/lib/media/queries'
import { renditionSchema } from '@/lib/media/schema'

export const dynamic = 'force-dynamic'

/** What a browser has seen it keeps; a cache between asks each time whether readers may have it still, or is told by its keys. */
const FOR_GOOD = 'public, max-age=31536000, s-maxage=0, immutable'

/** A copy of an image that readers may have: what no live text shows does not exist for them. */
export const GET = readerRoute<{ id: string; file: string }>(async (_request, params) => {
  const asked = renditionSchema.safeParse(params).data
  if (!asked) return sendLost('unknown', { fresh: NOWHERE })
  const { isPublic, expiresInMs } = await findPublicImage(asked.imageId)
  const fresh = { dependsOn: [`image:${asked.imageId}`], expiresInMs }
  const copy = isPublic ? await readCopy(asked.imageId, asked.width) : null
  return copy ? sendImage(copy, { type: 'image/webp', cache: FOR_GOOD, fresh }) : sendLost('unknown', { fresh })
})
