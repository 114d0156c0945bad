import { z } from 'zod'
import { drawPicture } from '@/app/(reader)/picture'
import { NOWHERE, readerRoute, sendImage, sendLost, sendMoved } from '@/app/(reader)/respond'
import { findPicture } from '@/lib/reader/queries'

export const dynamic = 'force-dynamic'

const idSchema = z.uuid()

/** The picture that is shared with an article: its headline. One of an earlier headline leads to the present one. */
export const GET = readerRoute<{ articleId: string; picture: string }>(async (_request, { articleId, picture }) => {
  const id = idSchema.safeParse(articleId).data?.toLowerCase()
  if (!id) return sendLost('unknown', { fresh: NOWHERE })
  const { found, site: _site, ...fresh } = await findPicture(id)
  if (found.is === 'gone') return sendLost('unpublished', { fresh })
  if (found.is !== 'found') return sendLost('unknown')
  const { path, text } = found.page
  if (!path.endsWith(`/${picture}`)) return sendMoved(path)
  return sendImage(await drawPicture(text), { type: 'image/png', fresh })
})
