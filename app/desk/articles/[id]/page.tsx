import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ArticleEditor } from '@/components/desk/editor/article-editor'
import { PANELS } from '@/components/desk/editor/panels'
import { imagesOf } from '@/lib/articles/model'
import { getDeskArticle } from '@/lib/articles/queries'
import type { Actor } from '@/lib/auth/model'
import { requireActor } from '@/lib/auth/session'
import { findImageFiles } from '@/lib/media/queries'
import { isAppError } from '@/lib/platform/errors'
import { getSettings } from '@/lib/settings/queries'
import { findSections } from '@/lib/tags/queries'
import { canCreateByline } from '@/lib/users/policy'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }
const panelSchema = z.enum(PANELS).nullable().catch(null)

export async function generateMetadata({ params }: Props) {
  const article = await load(await requireActor(), (await params).id)
  return { title: article.draft.headline || (await getTranslations('desk'))('untitled') }
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [article, sections, { timeZone }, { panel }] = await Promise.all([load(actor, (await params).id), findSections(), getSettings(), searchParams])
  const images = await findImageFiles(imagesOf(article.draft))
  return <ArticleEditor key={article.id} article={article} images={[...images.values()]} sections={sections} zone={timeZone} initialPanel={panelSchema.parse(panel ?? null)} canCreateByline={canCreateByline(actor)} />
}

/** What the actor may not read does not exist. */
async function load(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) notFound()
  return getDeskArticle(actor, id).catch((error: unknown) => (isAppError(error) && error.code === 'NOT_FOUND' ? notFound() : Promise.reject(error)))
}
