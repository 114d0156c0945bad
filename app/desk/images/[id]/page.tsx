import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ImageDetails } from '@/components/desk/images/image-details'
import { UsingArticles } from '@/components/desk/images/using-articles'
import { findArticles } from '@/lib/articles/queries'
import { requireActor } from '@/lib/auth/session'
import { can } from '@/lib/media/policy'
import { getImage } from '@/lib/media/queries'
import { isAppError } from '@/lib/platform/errors'

const SHOWN = 20

export async function generateMetadata() {
  return { title: (await getTranslations('images'))('title') }
}

/** One image: its words, what matters in it, and where it is shown. */
export default async function ImagePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [image, t] = [await load((await params).id), await getTranslations('images')]
  const { rows, next } = await findArticles(actor, { imageId: image.id, limit: SHOWN })
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <p className="mb-2 text-sm"><Link href="/desk/images" className="font-semibold underline">{t('title')}</Link></p>
      <ImageDetails key={image.id} image={image} mayEdit={can(actor, 'edit', image)} mayDelete={image.uses === 0 && can(actor, 'delete', image)}>
        <UsingArticles rows={rows} uses={image.uses} isCut={next !== null} />
      </ImageDetails>
    </div>
  )
}

async function load(id: string) {
  if (!z.uuid().safeParse(id).success) notFound()
  return getImage(id).catch((error: unknown) => (isAppError(error) && error.code === 'NOT_FOUND' ? notFound() : Promise.reject(error)))
}
