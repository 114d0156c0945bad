import { deskImagePath, fittingPath, imagePath, srcSetOf } from '@/lib/media/model'
import type { ShownImage, Site } from '@/lib/reader/model'

type Props = { image: ShownImage; alt: string; sizes: string; site: Pick<Site, 'isPreview'>; isFirst?: boolean; isCut?: boolean }

/** without srcset and without styles: what a phone has room for */
const PLAIN = 960
const STEP = 25

/** An image in as many sizes as there are; its box is there before it is. `isFirst`: what one sees first is not put off. `isCut`: to its place's shape, around what must be seen. */
export function Picture({ image, alt, sizes, site, isFirst = false, isCut = false }: Props) {
  const pathOf = site.isPreview ? deskImagePath : imagePath
  const width = Math.min(image.width, PLAIN)
  return (
    <img
      className={isCut ? `cut x${step(image.focusX)} y${step(image.focusY)}` : undefined}
      src={fittingPath(image, PLAIN, pathOf)} srcSet={srcSetOf(image, pathOf)} sizes={sizes} width={width} height={Math.round((image.height * width) / image.width)} alt={alt}
      loading={isFirst ? undefined : 'lazy'} decoding="async" fetchPriority={isFirst ? 'high' : undefined}
    />
  )
}

/** Styles stand in the stylesheet alone: the nearest of five places. */
const step = (percent: number): number => Math.round(percent / STEP)
