import type { Node as Document } from '@tiptap/pm/model'
import { LIMITS, type SuggestInput } from '@/lib/articles/schema'
import type { LinkBook } from './link-book'

export type Writing = SuggestInput
type Shown = { headline: string; standfirst: string; tags: readonly { id: string }[] }

/** What is on the screen as `suggestLinks` takes it. */
export function writingOf(articleId: string, { headline, standfirst, tags }: Shown, document: Document, book: LinkBook): Writing {
  const text = document.textBetween(0, document.content.size, '\n').slice(0, LIMITS.suggestText)
  return { articleId, headline, standfirst, text, tagIds: tags.map(({ id }) => id), links: book.given() }
}
