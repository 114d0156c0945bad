import { z } from 'zod'

/** Lengths in UTF-16 units, sizes in bytes, sides in pixels. */
export const IMAGE_LIMITS = {
  fileBytes: 25 * 1024 * 1024,
  /** of the decoded image, four bytes each while it is taken apart */
  pixels: 64_000_000,
  shortestSide: 200,
  /** the longer side is at most so many times the shorter one */
  ratio: 8,
  name: 200,
  alt: 500,
  caption: 1_000,
  credit: 200,
  query: 200,
} as const

/** What a file may be, as browsers name it. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']

const id = z.uuid('invalidValue')
const line = (max: number) => z.string().trim().max(max, 'tooLong')
const percent = z.int('invalidValue').min(0, 'invalidValue').max(100, 'invalidValue')
const words = { alt: line(IMAGE_LIMITS.alt), caption: line(IMAGE_LIMITS.caption), credit: line(IMAGE_LIMITS.credit) }
/** Saved while they are written: a space at the end may have a word to come. */
const typed = (max: number) => z.string().max(max, 'tooLong')

/** An image where an article shows it, with the words that it has there. */
export const imageUseSchema = z.strictObject({ image: id, alt: typed(IMAGE_LIMITS.alt), caption: typed(IMAGE_LIMITS.caption), credit: typed(IMAGE_LIMITS.credit) })
export type ImageUse = z.output<typeof imageUseSchema>

export const imageIdSchema = z.strictObject({ imageId: id })
export const editImageSchema = z.strictObject({ imageId: id, version: z.int().min(1), ...words, focusX: percent, focusY: percent })
/** `before`: the id of the last one that was shown, for those after it. */
export const searchImagesSchema = z.strictObject({ query: line(IMAGE_LIMITS.query), before: id.nullable().default(null) })
/** The list's words and place as they stand in its address; what makes no sense is left out. */
export const imagesFilterSchema = z.object({ q: line(IMAGE_LIMITS.query).catch(''), before: id.nullable().catch(null) })
/** What stands before `.webp` in an image's address is its width. */
export const renditionSchema = z.strictObject({ id, file: z.string().regex(/^[1-9]\d{2,3}\.webp$/) }).transform(({ id: imageId, file }) => ({ imageId: imageId.toLowerCase(), width: Number.parseInt(file, 10) }))
