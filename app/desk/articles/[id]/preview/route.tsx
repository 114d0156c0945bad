import { PRIVATE, readerRoute, sendLost, sendPage } from '@/app/(reader)/respond'
import { Article } from '@/components/reader/article'
import { Document } from '@/components/reader/document'
import { PreviewStrip } from '@/components/reader/preview-strip'
import { articleIdSchema } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { currentActor } from '@/lib/auth/session'
import { isAppError } from '@/lib/platform/errors'
import { getPreview } from '@/lib/reader/queries'
import { messages } from '@/messages'

export const dynamic = 'force-dynamic'

/** The draft as readers would get it, for those who may read it at the desk. */
export const GET = readerRoute<{ id: string }>(async (_request, { id }) => {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 302, headers: { location: '/sign-in', 'cache-control': PRIVATE } })
  const preview = articleIdSchema.safeParse({ articleId: id }).success ? await findPreview(actor, id) : null
  if (!preview) return sendLost('unknown', { cache: PRIVATE })
  const { site, article } = preview
  const { preview: title, previewText: text, backToDraft: back } = messages[actor.locale].reader
  const strip = <PreviewStrip lang={actor.locale} title={title} text={text} back={back} href={`/desk/articles/${id}`} />
  const document = <Document head={{ title: `${title}: ${article.headline}` }} site={site} current={article.section?.slug} strip={strip}><Article article={article} site={site} /></Document>
  return sendPage(document, { cache: PRIVATE })
})

async function findPreview(actor: Actor, id: string): Promise<Awaited<ReturnType<typeof getPreview>> | null> {
  try {
    return await getPreview(actor, id)
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') return null
    throw error
  }
}
