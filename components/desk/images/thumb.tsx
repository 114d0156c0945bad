import { deskImagePath, fittingPath, type ImageFile } from '@/lib/media/model'

/** A small whole image on a ground of one shape. */
export function Thumb({ image, alt, atLeast = 320 }: { image: ImageFile; alt: string; atLeast?: number }) {
  return (
    <span className="flex aspect-3/2 w-full items-center justify-center overflow-hidden rounded-t-md bg-chosen">
      <img src={fittingPath(image, atLeast, deskImagePath)} width={image.width} height={image.height} alt={alt} loading="lazy" decoding="async" className="max-h-full w-auto max-w-full object-contain" />
    </span>
  )
}
