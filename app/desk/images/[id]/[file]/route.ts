import { currentActor } from '@/lib/auth/session'
import { readCopy } from '@/lib/media/queries'
import { renditionSchema } from '@/lib/media/schema'

export const dynamic = 'force-dynamic'

const OF_THIS_BROWSER = 'private, max-age=86400, immutable'
const refuse = (status: number): Response => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** A copy of any image, for those who write. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; file: string }> }): Promise<Response> {
  if (!(await currentActor())) return refuse(404)
  const asked = renditionSchema.safeParse(await params).data
  const copy = asked && (await readCopy(asked.imageId, asked.width))
  if (!copy) return refuse(404)
  return new Response(copy, { headers: { 'content-type': 'image/webp', 'cache-control': OF_THIS_BROWSER, 'x-content-type-options': 'nosniff' } })
}
