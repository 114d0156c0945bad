import type { Quote as QuoteBlock } from '@/lib/articles/schema'
import { Paragraph } from './paragraph'

export function Quote({ quote }: { quote: QuoteBlock }) {
  return <blockquote>{quote.content.map((paragraph, i) => <Paragraph key={i} paragraph={paragraph} />)}</blockquote>
}
