import ExifReader from 'exifreader'
import { IMAGE_LIMITS } from './schema'

export type EmbeddedWords = { alt: string; caption: string; credit: string }
type Tag = { description?: unknown } | undefined

/** What agencies and photographers write into their files: IPTC and XMP caption, byline with agency, and alternative text. Empty where there is none; never throws. */
export function embeddedWords(data: Buffer): EmbeddedWords {
  try {
    const { iptc = {}, xmp = {} } = ExifReader.load(data, { expanded: true }) as { iptc?: Record<string, Tag>; xmp?: Record<string, Tag> }
    const byline = first(iptc['By-line'], xmp.creator)
    const agency = first(iptc.Credit, xmp.Credit)
    return {
      alt: cut(first(xmp.AltTextAccessibility), IMAGE_LIMITS.alt),
      caption: cut(first(iptc['Caption/Abstract'], xmp.description), IMAGE_LIMITS.caption),
      credit: cut([byline, byline === agency ? '' : agency].filter(Boolean).join(' / '), IMAGE_LIMITS.credit),
    }
  } catch {
    return { alt: '', caption: '', credit: '' }
  }
}

function first(...tags: Tag[]): string {
  for (const tag of tags) if (typeof tag?.description === 'string' && tag.description.trim()) return tag.description
  return ''
}

/** On one line, and without what no text should carry. */
const cut = (text: string, length: number): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, length).toWellFormed()
