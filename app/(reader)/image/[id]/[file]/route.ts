import { NOWHERE, readerRoute, sendImage, sendLost } from '@/app/(reader)/respond'
import { findPublicImage, readCopy } from '@/lib/media/queries'
import { renditionSchema } from '@/lib/media/schema'

export const dynamic = 'force-dynamic'

const FOR_GOOD = 'public, max-age=31536000, immutable'

/** A copy of an image that readers may have: what no live text ever showed, or a killed one, does not exist for them. */
export const GET = readerRoute<{ id: string; file: string }>(async (_request, params) => {
  const asked = renditionSchema.safeParse(params).data
  if (!asked) return sendLost('unknown', { fresh: NOWHERE })
  const { isPublic, expiresInMs } = await findPublicImage(asked.imageId)
  const fresh = { dependsOn: [`image:${asked.imageId}`], expiresInMs }
  const copy = isPublic ? await readCopy(asked.imageId, asked.width) : null
  return copy ? sendImage(copy, { type: 'image/webp', cache: FOR_GOOD, fresh }) : sendLost('unknown', { fresh })
})
