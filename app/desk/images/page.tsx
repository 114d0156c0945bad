import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ImageGrid } from '@/components/desk/images/image-grid'
import { ImageIntake } from '@/components/desk/images/image-intake'
import { ImageSearch } from '@/components/desk/images/image-search'
import { requireActor } from '@/lib/auth/session'
import { findImages } from '@/lib/media/queries'
import { imagesFilterSchema } from '@/lib/media/schema'

export async function generateMetadata() {
  return { title: (await getTranslations('images'))('title') }
}

export default async function ImagesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireActor()
  const t = await getTranslations('images')
  const { q, before } = imagesFilterSchema.parse(await searchParams)
  const { images, next } = await findImages({ query: q, before })
  const isFirst = !q && !before
  return (
    <div className="px-4 py-5 sm:px-6 lg:px-8">
      <ImageIntake isFirst={isFirst} />
      <ImageSearch query={q} />
      <div className="mt-4">
        {images.length > 0
          ? <ImageGrid images={images} />
          : <p className="max-w-prose py-12 text-quiet">{t(isFirst ? 'noneYet' : 'noneFound')}{!isFirst && <> <Link href="/desk/images" className="font-semibold text-ink underline">{t('showAll')}</Link></>}</p>}
      </div>
      <p className="mt-6 flex gap-6 empty:hidden">
        {before && <Link className="font-semibold underline" href={addressOf(q)}>{t('newest')}</Link>}
        {next && <Link className="font-semibold underline" href={addressOf(q, next)}>{t('older')}</Link>}
      </p>
    </div>
  )
}

const addressOf = (q: string, before = ''): string => `/desk/images?${new URLSearchParams(Object.entries({ q, before }).filter(([, value]) => value))}`
