'use client'
import { useEffect } from 'react'
import { takenAs } from '@/lib/media/model'
import { useImageBook } from '../images/image-book'
import type { Upload, Uploads } from '../images/upload'
import { useUploads } from '../images/use-uploads'
import { insertAtPlace, keepPlaces, markPlace } from './image-places'
import type { TextSession } from './text-session'

type TextImages = { uploads: Uploads; waiting: readonly Upload[]; take: (files: File[], pos: number) => void }

/** Image files that were dropped or pasted into a text: each becomes a block at its place once it is uploaded. */
export function useTextImages(session: TextSession): TextImages {
  const book = useImageBook()
  const { uploads, waiting } = useUploads((key, { image }) => {
    const editor = session.readEditor()
    book.add(image)
    if (editor) insertAtPlace(editor, key, takenAs(image))
  })
  useEffect(() => {
    const editor = session.readEditor()
    if (editor) keepPlaces(editor, waiting.map(({ key }) => key))
  }, [session, waiting])
  const take = (files: File[], pos: number) => {
    const editor = session.readEditor()
    for (const key of uploads.add(files)) if (editor) markPlace(editor, key, pos)
  }
  return { uploads, waiting, take }
}
