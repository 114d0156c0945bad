'use client'
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import { Watched } from '@/components/ui/watched'
import { loadImage } from '@/lib/media/actions'
import type { ImageFile } from '@/lib/media/model'

type Known = ReadonlyMap<string, ImageFile | 'gone'>

/** The files of the images that a screen's texts name; what it does not know is asked for once. */
export class ImageBook extends Watched<Known> {
  private readonly asked = new Set<string>()

  constructor(files: readonly ImageFile[]) {
    super(new Map(files.map((file) => [file.id, file])))
  }

  add(file: ImageFile): void {
    this.set(file.id, file)
  }

  async ask(id: string): Promise<void> {
    if (this.read().has(id) || this.asked.has(id)) return
    this.asked.add(id)
    const answer = await loadImage({ imageId: id }).catch(() => null)
    if (answer?.ok) this.add(answer.data)
    else if (answer?.code === 'NOT_FOUND') this.set(id, 'gone')
    // out of reach: the next who shows it asks again
    else this.asked.delete(id)
  }

  private set(id: string, known: ImageFile | 'gone'): void {
    this.show(new Map(this.read()).set(id, known))
  }
}

const Context = createContext<ImageBook | null>(null)
export const ImageBookProvider = Context.Provider

export function useImageBook(): ImageBook {
  const book = useContext(Context)
  if (!book) throw new Error('outside of a screen with images')
  return book
}

/** The file of an image, `gone` when there is none; undefined until that is known. */
export function useImageFile(id: string): ImageFile | 'gone' | undefined {
  const book = useImageBook()
  const file = useSyncExternalStore(book.subscribe, book.read, book.read).get(id)
  useEffect(() => void book.ask(id), [book, id])
  return file
}
