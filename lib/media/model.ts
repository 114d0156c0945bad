// What an image is, and at which addresses its copies are.
import type { ImageUse } from './schema'

/** A file as it can be shown; `focusX` and `focusY` in percent. */
export type ImageFile = { id: string; width: number; height: number; focusX: number; focusY: number }
/** An image as the desk has it: `uses` counts articles outside the trash. */
export type ImageView = ImageFile & {
  version: number
  name: string
  alt: string
  caption: string
  credit: string
  bytes: number
  createdAt: string
  createdBy: string
  createdById: string
  uses: number
}

/** Widths of the copies that are made, pixels. */
const WIDTHS = [320, 640, 960, 1280, 1920] as const
const WIDEST = 1920

/** The widths in which an image of this width is kept: no copy is larger than its original. */
export function widthsOf(width: number): number[] {
  return [...WIDTHS.filter((each) => each < width), ...(width <= WIDEST ? [width] : [])]
}

export const imagePath = ({ id }: Pick<ImageFile, 'id'>, width: number): string => `/image/${id}/${width}.webp`
/** The same for the desk, where an image need not be published. */
export const deskImagePath = ({ id }: Pick<ImageFile, 'id'>, width: number): string => `/desk/images/${id}/${width}.webp`

/** All its copies, as `srcset` has them. */
export const srcSetOf = (image: ImageFile, pathOf = imagePath): string => widthsOf(image.width).map((width) => `${pathOf(image, width)} ${width}w`).join(', ')

/** The width of the smallest copy that is at least so wide, or of the widest that there is. */
export function fittingWidth({ width }: ImageFile, atLeast: number): number {
  const widths = widthsOf(width)
  return widths.find((each) => each >= atLeast) ?? widths.at(-1)!
}

export const fittingPath = (image: ImageFile, atLeast: number, pathOf = imagePath): string => pathOf(image, fittingWidth(image, atLeast))

/** An image as a text takes it: with the words that it has now. */
export const takenAs = ({ id, alt, caption, credit }: Pick<ImageView, 'id' | 'alt' | 'caption' | 'credit'>): ImageUse => ({ image: id, alt, caption, credit })

/** Where a cut of this shape (width by height) lies when what must be seen is as near its middle as the image allows: percent of what is cut away, as `object-position` has it. */
export function cutPlace({ width, height, focusX, focusY }: Omit<ImageFile, 'id'>, shape: number): { x: number; y: number } {
  const scale = Math.max(shape / width, 1 / height)
  const along = (whole: number, part: number, focus: number): number => {
    const over = whole - part
    return over < 1e-6 ? 50 : (Math.min(over, Math.max(0, (whole * focus) / 100 - part / 2)) / over) * 100
  }
  return { x: along(width * scale, shape, focusX), y: along(height * scale, 1, focusY) }
}
