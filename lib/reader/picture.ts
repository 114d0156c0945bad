import type { ImageFile } from '@/lib/media/model'

/** What stands in an article's shared picture: the image that it begins with, else its headline. */
export type PictureText = { headline: string; section: string; siteName: string; accent: string; image: ImageFile | null }

export const PICTURE_SIZE = { width: 1200, height: 630 } as const

/** The picture's address changes with what stands in it: those who share keep pictures for good. */
export const picturePath = (articleId: string, text: PictureText): string => `/og/${articleId}/${pictureHash(text)}.${text.image ? 'jpg' : 'png'}`

/** A short word of what stands in a picture (FNV-1a, twice 32 bits): no secret, only another one for another text. */
export function pictureHash({ headline, section, siteName, accent, image }: PictureText): string {
  const text = (image ? [image.id, image.focusX, image.focusY] : [headline, section, siteName, accent]).join('\n')
  return [0x811c9dc5, 0x01000193].map((seed) => {
    let hash = seed
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    return (hash >>> 0).toString(36).padStart(7, '0')
  }).join('')
}
