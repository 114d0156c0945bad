import type { ImageUse } from '@/lib/media/schema'

/** The images that lack alternative text, or who made them, each with its place as given. Nothing of it stops a publish. */
export function imageTroubles<At>(shown: readonly { at: At; use: ImageUse }[]): { at: At; lacks: ('alt' | 'credit')[] }[] {
  const looked = shown.map(({ at, use }) => ({ at, lacks: (['alt', 'credit'] as const).filter((name) => !use[name].trim()) }))
  return looked.filter(({ lacks }) => lacks.length > 0)
}

/** A line where texts are compared; lines are the same that have one `key`. `image`: the id of the one that it is about. */
export type ShownLine = { key: string; words: string; image?: string }
export const shownImage = (use: ImageUse): ShownLine => ({ key: `${use.image} ${imageLine(use)}`, words: imageLine(use), image: use.image })
export const shownWords = (words: string): ShownLine => ({ key: words, words })

/** The words of an image in one line. */
export function imageLine({ caption, alt, credit }: Omit<ImageUse, 'image'>): string {
  return ['Bild:', caption || alt, caption && alt ? `(${alt})` : '', credit].filter(Boolean).join(' ')
}
