import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ImageView } from '@/lib/media/model'
import { Thumb } from './thumb'

/** Images, the newest first, each the way to its page. */
export function ImageGrid({ images }: { images: readonly ImageView[] }) {
  const t = useTranslations('images')
  return (
    <ul aria-label={t('title')} className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] sm:gap-4">
      {images.map((image) => (
        <li key={image.id} className="min-w-0">
          <Link href={`/desk/images/${image.id}`} className="flex h-full flex-col rounded-md border border-line bg-surface text-[0.8125rem] hover:bg-hover">
            <Thumb image={image} alt="" />
            <span className="flex min-w-0 flex-1 flex-col gap-0.5 px-2.5 py-2">
              <span className="line-clamp-2 leading-snug font-semibold wrap-anywhere">{image.alt || image.caption || image.name}</span>
              <span className="truncate text-quiet">{image.credit || t('noCredit')}</span>
              <span className="mt-auto flex flex-wrap gap-x-3 pt-0.5 text-quiet">
                {t('uses.count', { count: image.uses })}
                {!image.alt && <span className="text-plan">{t('noAlt')}</span>}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
