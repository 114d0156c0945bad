import type { ImageWords } from './image-words'

export type ImageFields = ImageWords & { focusX: number; focusY: number }
const NAMES = ['alt', 'caption', 'credit', 'focusX', 'focusY'] as const

export const fieldsOf = ({ alt, caption, credit, focusX, focusY }: ImageFields): ImageFields => ({ alt, caption, credit, focusX, focusY })
export const differs = (a: ImageFields, b: ImageFields): boolean => NAMES.some((name) => a[name] !== b[name])

/** What is saved, but for the fields that were written in since they were sent: those stay as they are `now`. */
export function keepLater(saved: ImageFields, sent: ImageFields, now: ImageFields): ImageFields {
  const later = Object.fromEntries(NAMES.filter((name) => now[name] !== sent[name]).map((name) => [name, now[name]]))
  return { ...fieldsOf(saved), ...later }
}
