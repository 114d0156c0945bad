import { PRIVATE, readerRoute, sendLost, sendPage } from '@/app/(reader)/respond'
import { Article } from '@/components/reader/article'
import { Document } from '@/components/reader/document'
import { PreviewStrip } from '@/components/reader/preview-strip'
import { SCRIPTS_SECURITY_POLICY, withFrames } from '@/components/reader/render'
import { articleIdSchema } from '@/lib/articles/schema'
import type { Actor } from '@/lib/auth/model'
import { currentActor } from '@/lib/auth/session'
import { isAppError } from '@/lib/platform/errors'
import { playersOf } from '@/lib/reader/model'
import { getPlannedPreview, getPreview } from '@/lib/reader/queries'
import { messages } from '@/messages'

export const dynamic = 'force-dynamic'

/** The draft as readers would get it, or (`?plan=`) what is planned as they will get it, for those who may read it at the desk. */
export const GET = readerRoute<{ id: string }>(async (request, { id }) => {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 302, headers: { location: '/sign-in', 'cache-control': PRIVATE } })
  const plan = new URL(request.url).searchParams.get('plan')
  const preview = isId(id) && (plan === null || isId(plan)) ? await findPreview(actor, id, plan) : null
  if (!preview) return sendLost('unknown', { cache: PRIVATE })
  const { site, article } = preview
  const { preview: title, previewText, plannedText, backToDraft: back } = messages[actor.locale].reader
  const text = plan === null ? previewText : plannedText
  const strip = <PreviewStrip lang={actor.locale} title={title} text={text} back={back} href={`/desk/articles/${id}`} />
  const players = playersOf(article.blocks)
  const document = <Document head={{ title: `${title}: ${article.headline}` }} site={site} current={article.section?.slug} hasFilms={players.length > 0} strip={strip}><Article article={article} site={site} /></Document>
  return sendPage(document, { cache: PRIVATE, policy: players.length > 0 ? withFrames(SCRIPTS_SECURITY_POLICY, players) : undefined })
})

const isId = (id: string): boolean => articleIdSchema.safeParse({ articleId: id }).success

async function findPreview(actor: Actor, id: string, plan: string | null): Promise<Awaited<ReturnType<typeof getPreview>> | null> {
  try {
    return await (plan === null ? getPreview(actor, id) : getPlannedPreview(actor, { articleId: id, planId: plan }))
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') return null
    throw error
  }
}
