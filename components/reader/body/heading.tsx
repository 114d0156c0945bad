import type { Heading as HeadingBlock } from '@/lib/articles/schema'
import { Inlines } from './inlines'

export function Heading({ heading }: { heading: HeadingBlock }) {
  const Level = `h${heading.attrs.level}` as const
  return <Level><Inlines content={heading.content} /></Level>
}
