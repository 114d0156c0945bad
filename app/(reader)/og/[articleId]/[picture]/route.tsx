import { z } from 'zod'
import { drawPicture } from '@/app/(reader)/picture'
import { NOWHERE, readerRoute, sendImage, sendLost, sendMoved } from '@/app/(reader)/respond'
import { fittingWidth, type ImageFile } from '@/lib/media/model'
import { cutJpeg, readCopy } from '@/lib/media/queries'
import { PICTURE_SIZE } from '@/lib/reader/model'
import { findPicture } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

const idSchema = z.uuid()

/** The picture that is shared with an article: of its image, else of its headline. One of an earlier headline leads to the present one. */
export const GET = readerRoute<{ articleId: string; picture: string }>(async (_request, { articleId, picture }) => {
  const id = idSchema.safeParse(articleId).data?.toLowerCase()
  if (!id) return sendLost('unknown', { fresh: NOWHERE })
  const { found, site: _site, ...fresh } = await findPicture(id)
  if (found.is === 'gone') return sendLost('unpublished', { fresh })
  if (found.is !== 'found') return sendLost('unknown')
  const { path, text } = found.page
  if (!path.endsWith(`/${picture}`)) return sendMoved(path)
  const cut = text.image && (await cutImage(text.image))
  return cut ? sendImage(cut, { type: 'image/jpeg', fresh }) : sendImage(await drawPicture(text), { type: 'image/png', fresh })
})

/** The part that must be seen; null when the files are gone. */
async function cutImage(image: ImageFile): Promise<Buffer<ArrayBuffer> | null> {
  const copy = await readCopy(image.id, fittingWidth(image, PICTURE_SIZE.width))
  return copy && cutJpeg(copy, { ...PICTURE_SIZE, focusX: image.focusX, focusY: image.focusY })
}
