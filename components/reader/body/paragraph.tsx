import type { Paragraph as ParagraphBlock } from '@/lib/articles/schema'
import { Inlines } from './inlines'

export function Paragraph({ paragraph }: { paragraph: ParagraphBlock }) {
  return <p><Inlines content={paragraph.content} /></p>
}
